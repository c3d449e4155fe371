/// A number of units of a drawing, to a tenth.
func pixels(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  let sign = tenths < 0 ? "-" : ""
  let (units, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
  return rest == 0 ? "\(sign)\(units)" : "\(sign)\(units).\(rest)"
}

/// Elements of SVG.
extension HTMLWriter {
  /// A drawing as wide as a map, which a screen reader takes for one picture with a description.
  mutating func drawing(
    id: String, width: Double = MapFrame.width, height: Double, title: String,
    description: String, _ content: (inout HTMLWriter) -> Void
  ) {
    element(
      "svg",
      [
        Attribute("xmlns", "http://www.w3.org/2000/svg"),
        Attribute("viewBox", "0 0 \(pixels(width)) \(pixels(height))"),
        Attribute("role", "img"), Attribute("direction", "ltr"),
        Attribute("aria-labelledby", "\(id)-t \(id)-d"),
      ]
    ) { html in
      html.element("title", [.id("\(id)-t")], text: title)
      html.element("desc", [.id("\(id)-d")], text: description)
      content(&html)
    }
  }

  mutating func path(_ style: Attribute, _ path: MapPath) {
    guard !path.text.isEmpty else { return }
    empty("path", [style, Attribute("d", path.text)])
  }

  /// A text whose middle stands at a point, on the baseline.
  mutating func label(_ style: Attribute, _ text: String, at point: DrawingPoint) {
    element(
      "text", [style, Attribute("x", pixels(point.x)), Attribute("y", pixels(point.y))],
      text: text)
  }

  mutating func rectangle(_ style: Attribute, _ box: DrawingBox) {
    empty(
      "rect",
      [
        style, Attribute("x", pixels(box.left)), Attribute("y", pixels(box.top)),
        Attribute("width", pixels(box.right - box.left)),
        Attribute("height", pixels(box.bottom - box.top)),
      ])
  }
}
