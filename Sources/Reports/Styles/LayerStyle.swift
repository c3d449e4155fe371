import Disclosure

/// How QGIS shows a layer of a release: a QML document, which QGIS takes by itself from beside a
/// GeoJSON file or from a GeoPackage. For QGIS 3.22 and later.
///
/// Classes and colors are those of the legend in the GeoJSON, so they tell what is published and
/// no more. Fields are named, never values of places: a hostile name has no way into a style.
package struct LayerStyle {
  private static let prologue = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
  /// The oldest version that knows all that is used here.
  private static let version = "3.22.0-Białowieża"

  private let layer: MapLayer
  private let rules: [StyleRule]
  private let labels: [LabelRule]
  private let names: [(field: String, words: String)]

  init(_ output: ReleaseOutput, of layer: MapLayer) {
    self.layer = layer
    if layer == .flows {
      let style = FlowStyle(output.release)
      (rules, labels) = (style.rules, style.labels)
      names = []
    } else {
      let style = RegionStyle(output.release, isCoverage: layer == .regions)
      (rules, labels) = (style.rules, style.labels)
      names = output.release.indicators.map { ($0.name, IndicatorWords.text($0)) }
    }
  }

  /// The document.
  package var text: String {
    var xml = XMLWriter(prologue: Self.prologue)
    xml.element(
      "qgis",
      ["version": Self.version, "styleCategories": "AllStyleCategories", "labelsEnabled": "1"]
    ) { xml in
      writeTemporal(to: &xml)
      RuleRenderer(rules).write(to: &xml)
      writeLabels(to: &xml)
      for (name, value) in [("blendMode", "0"), ("featureBlendMode", "0"), ("layerOpacity", "1")] {
        xml.element(name, [:], value)
      }
      writeNames(to: &xml)
      xml.element("previewExpression", [:], title)
      xml.element("mapTip", [:], mapTip)
      // 1 for lines, 2 for areas.
      xml.element("layerGeometryType", [:], layer == .flows ? "1" : "2")
    }
    return xml.text
  }

  /// A period is shown from its first day to its last, both included.
  private func writeTemporal(to xml: inout XMLWriter) {
    xml.element(
      "temporal",
      [
        "enabled": layer == .periods ? "1" : "0", "mode": "2", "limitMode": "1",
        "startField": "period_start", "endField": "period_end", "accumulate": "0",
        "durationField": "", "durationUnit": "min", "fixedDuration": "0", "startExpression": "",
        "endExpression": "",
      ]
    ) { xml in
      xml.element("fixedRange") { xml in
        xml.element("start", [:], "")
        xml.element("end", [:], "")
      }
    }
  }

  private func writeLabels(to xml: inout XMLWriter) {
    xml.element("labeling", ["type": "rule-based"]) { xml in
      xml.element("rules", ["key": "labels"]) { xml in
        for (number, rule) in labels.enumerated() {
          rule.write(key: "label-\(number)", to: &xml)
        }
      }
    }
  }

  private func writeNames(to xml: inout XMLWriter) {
    xml.element("aliases") { xml in
      for (field, words) in names {
        xml.element("alias", ["field": field, "name": StyleText.sentence(words)])
        xml.element("alias", ["field": "\(field)_low", "name": "At least \(words)"])
        xml.element("alias", ["field": "\(field)_high", "name": "At most \(words)"])
      }
    }
  }

  /// What a feature is called where one is picked from a list.
  private var title: String {
    layer == .flows
      ? FlowStyle.title : "coalesce(\"name\", '') || ' · ' || coalesce(\"period\", '')"
  }

  private var mapTip: String {
    layer == .flows ? FlowStyle.mapTip : RegionStyle.mapTip
  }
}
