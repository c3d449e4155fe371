/// The way of a bent arrow, as expressions of QGIS.
enum ArrowPath {
  /// The point at the top of the bend, to the left of a line between two points.
  /// - Parameter bend: how far it lies off the line, in lengths of the line.
  static func middle(bend: Double) -> String {
    let (x1, y1) = ("x(start_point($geometry))", "y(start_point($geometry))")
    let (x2, y2) = ("x(end_point($geometry))", "y(end_point($geometry))")
    return "make_point((\(x1) + \(x2)) / 2 - \(bend) * (\(y2) - \(y1)), "
      + "(\(y1) + \(y2)) / 2 + \(bend) * (\(x2) - \(x1)))"
  }

  static func line(bend: Double) -> String {
    "make_line(start_point($geometry), \(middle(bend: bend)), end_point($geometry))"
  }
}

extension StyleSymbol {
  /// A bent arrow that grows to `width` millimetres.
  static func arrow(color: String, width: Double, bend: Double) -> StyleSymbol {
    bent(bend, width: width, fill: StyleColor(color, opacity: 0.85), line: "#ffffff", "solid")
  }

  /// A thin hollow arrow with a dashed edge: there are people, and no number is told.
  static func unsizedArrow(color: String, bend: Double) -> StyleSymbol {
    bent(bend, width: 1, fill: StyleColor("#ffffff", opacity: 0.8), line: color, "dash")
  }

  private static func bent(
    _ bend: Double, width: Double, fill: StyleColor, line: String, _ style: String
  ) -> StyleSymbol {
    let inside = StyleSymbol(
      kind: .fill,
      layers: [
        Layer(
          type: "SimpleFill",
          options: [
            "color": fill.text, "style": "solid", "outline_color": StyleColor(line).text,
            "outline_style": style, "outline_width": "0.25", "outline_width_unit": "MM",
          ])
      ])
    let arrow = StyleSymbol(kind: .line, layers: [head(width: width, inside)])
    return StyleSymbol(
      kind: .line,
      layers: [
        Layer(
          type: "GeometryGenerator",
          options: [
            "SymbolType": "Line", "geometryModifier": ArrowPath.line(bend: bend),
            "units": "MapUnit",
          ],
          inner: [arrow])
      ])
  }

  private static func head(width: Double, _ inside: StyleSymbol) -> Layer {
    Layer(
      type: "ArrowLine",
      options: [
        "arrow_start_width": "\(width * 0.35)", "arrow_start_width_unit": "MM",
        "arrow_width": "\(width)", "arrow_width_unit": "MM",
        "head_length": "\(1.6 + width * 0.9)", "head_length_unit": "MM",
        "head_thickness": "\(0.8 + width * 0.55)", "head_thickness_unit": "MM",
        "head_type": "0", "arrow_type": "0", "is_curved": "1", "is_repeated": "0",
      ],
      inner: [inside])
  }
}
