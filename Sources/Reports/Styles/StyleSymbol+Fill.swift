extension StyleSymbol {
  /// An area with a border that belongs to its level.
  /// Opaque, so that the color is that of the legend whatever lies below.
  static func area(fill: String, border: Border) -> StyleSymbol {
    StyleSymbol(
      kind: .fill, layers: [.fill(StyleColor(fill), border)], level: border.level)
  }

  /// An area with parallel lines, which tell states apart in a grey print too.
  static func hatched(
    _ line: String, angle: Int, spacing: Double, width: Double, on fill: StyleColor,
    border: Border
  ) -> StyleSymbol {
    let pattern = Layer(
      type: "LinePatternFill",
      options: [
        "angle": "\(angle)", "distance": "\(spacing)", "distance_unit": "MM",
        "line_width": "\(width)", "line_width_unit": "MM", "color": StyleColor(line).text,
      ],
      inner: [.stroke(line, width: width)])
    return StyleSymbol(
      kind: .fill,
      layers: [.fill(fill, border.withoutLine), pattern, .fill(.clear, border)],
      level: border.level)
  }

  /// A border alone.
  static func outline(_ border: Border) -> StyleSymbol {
    StyleSymbol(kind: .fill, layers: [.fill(.clear, border)], level: border.level)
  }

  private static func stroke(_ color: String, width: Double) -> StyleSymbol {
    StyleSymbol(
      kind: .line,
      layers: [
        Layer(
          type: "SimpleLine",
          options: [
            "line_color": StyleColor(color).text, "line_style": "solid",
            "line_width": "\(width)", "line_width_unit": "MM",
          ])
      ])
  }

  /// How the edge of an area is drawn.
  struct Border: Sendable {
    let color: String
    /// Millimetres.
    let width: Double
    /// A pen style of Qt: `solid`, `dash` or `no`.
    var style = "solid"
    let level: Int

    var withoutLine: Border { Border(color: color, width: width, style: "no", level: level) }
  }
}

extension StyleSymbol.Layer {
  fileprivate static func fill(
    _ color: StyleColor, _ border: StyleSymbol.Border
  ) -> StyleSymbol.Layer {
    StyleSymbol.Layer(
      type: "SimpleFill",
      options: [
        "color": color.text, "style": "solid", "joinstyle": "round",
        "outline_color": StyleColor(border.color).text, "outline_style": border.style,
        "outline_width": "\(border.width)", "outline_width_unit": "MM",
      ])
  }
}
