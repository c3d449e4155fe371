/// Labels of the features that a filter takes.
struct LabelRule: Sendable {
  let filter: String
  let scales: ScaleRange
  /// An expression of QGIS.
  let text: String
  /// Points.
  let size: Double
  var color = "#1a1a1a"
  var isBold = false
  var isItalic = false
  /// From 0 to 10; the higher goes first where labels would collide.
  let priority: Int
  /// Where the label stands, as an expression that gives a point; inside the area without one.
  var point: String?

  func write(key: String, to xml: inout XMLWriter) {
    xml.element(
      "rule",
      [
        "key": key, "filter": filter, "scalemindenom": "\(scales.finest)",
        "scalemaxdenom": "\(scales.coarsest)",
      ]
    ) { xml in
      xml.element("settings", ["calloutType": "simple"]) { xml in
        writeText(to: &xml)
        writePlacement(to: &xml)
        xml.element("rendering", ["obstacle": "0", "scaleVisibility": "0", "drawLabels": "1"])
      }
    }
  }

  /// Without a name of a font, which another computer may not have.
  private func writeText(to xml: inout XMLWriter) {
    xml.element(
      "text-style",
      [
        "fieldName": text, "isExpression": "1", "fontSize": "\(size)",
        "fontSizeUnit": "Point", "fontWeight": isBold ? "75" : "50",
        "fontItalic": isItalic ? "1" : "0", "textColor": StyleColor(color).text,
        "textOpacity": "1", "multilineHeight": "0.9",
      ]
    ) { xml in
      xml.element(
        "text-buffer",
        [
          "bufferDraw": "1", "bufferSize": "0.8", "bufferSizeUnits": "MM",
          "bufferColor": StyleColor("#ffffff").text, "bufferOpacity": "0.85",
          "bufferJoinStyle": "128",
        ])
    }
    xml.element("text-format", ["multilineAlign": "1", "formatNumbers": "0"])
  }

  private func writePlacement(to xml: inout XMLWriter) {
    guard let point else {
      // Horizontally inside the area.
      return xml.element(
        "placement", ["placement": "4", "priority": "\(priority)", "centroidInside": "1"])
    }
    xml.element(
      "placement",
      [
        "placement": "1", "quadOffset": "4", "priority": "\(priority)",
        "geometryGeneratorEnabled": "1", "geometryGeneratorType": "PointGeometry",
        "geometryGenerator": point,
      ])
  }
}
