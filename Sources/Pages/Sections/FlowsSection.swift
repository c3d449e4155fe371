import Disclosure

/// Where people went: arrows on a map, and a table of origins and destinations.
struct FlowsSection {
  private let content: PageContent

  init(_ content: PageContent) {
    self.content = content
  }

  private var words: Wording { content.words }

  func write(to html: inout HTMLWriter) {
    let list = FlowList(content)
    guard !list.flows.isEmpty else { return }
    html.section("flows", words.text(HeadPhrase.movements)) { html in
      // Persons and households have no common measure: persons are drawn where there are any.
      let drawn = list.flows.filter { $0.unit == list.flows[0].unit }
      if let drawing = FlowDrawing(drawn, content) { write(drawing, to: &html) }
      table(list, &html)
    }
  }

  private func table(_ list: FlowList, _ html: inout HTMLWriter) {
    html.table(
      words.sentence(HeadPhrase.flowTable),
      columns: [
        .text(words.text(FigurePhrase.origin)), .text(words.text(FigurePhrase.destination)),
        .text(words.text(FigurePhrase.kind)), .number(words.text(FigurePhrase.people)),
        .text(words.text(FigurePhrase.unit)),
      ]
    ) { html in
      for flow in list.flows {
        html.row(
          content.name(status: flow.originStatus, id: flow.originID, name: flow.originName),
          [
            .text(
              content.name(
                status: flow.destinationStatus, id: flow.destinationID,
                name: flow.destinationName)),
            .text(words.kind(flow.kind)), words.cell(PageFigure(flow)),
            .text(words.unit(flow.unit)),
          ])
      }
    }
    guard list.total > list.flows.count else { return }
    html.paragraph(
      words.sentence(
        Paragraph.flowsShown, words.count(list.flows.count, .flow), words.number(list.total)))
  }

  // MARK: - The map

  private func write(_ drawing: FlowDrawing, to html: inout HTMLWriter) {
    html.element("figure", [.class("map flows")]) { html in
      html.drawing(
        id: "map-flows", height: drawing.frame.height, title: words.text(HeadPhrase.movements),
        description: words.text(PlacePhrase.flowDescription)
      ) { write(map: drawing, to: &$0) }
      html.element("figcaption") { html in
        html.element("ul", [.class("legend")]) { html in
          html.element("li", text: words.text(PlacePhrase.arrows))
          html.element("li", text: words.text(PlacePhrase.withheldArrow))
          for kind in kinds(of: drawing) { item(kind, &html) }
        }
      }
    }
    html.line()
  }

  private func kinds(of drawing: FlowDrawing) -> [Bool] {
    [false, true].filter { isReturn in drawing.arrows.contains { $0.isReturn == isReturn } }
  }

  private func item(_ isReturn: Bool, _ html: inout HTMLWriter) {
    html.element("li") { html in
      html.swatch(isReturn ? "ar" : "ad")
      html.text(words.kind(isReturn ? "return" : "displacement"))
    }
  }

  private func write(map drawing: FlowDrawing, to html: inout HTMLWriter) {
    html.rectangle(.class("sea"), drawing.frame.box)
    for path in drawing.abroad { html.path(.class("nb"), path) }
    for path in drawing.paths { html.path(.class("rg base"), path) }
    for arrow in drawing.arrows { write(arrow, to: &html) }
    var placer = LabelPlacer(in: drawing.frame.box.inset(by: 3))
    for node in drawing.nodes {
      html.empty(
        "circle",
        [
          .class(node.isRegion ? "nd" : "nd hollow"), Attribute("cx", pixels(node.point.x)),
          Attribute("cy", pixels(node.point.y)), Attribute("r", "4"),
        ])
    }
    for node in drawing.nodes {
      let label = LabelPlacer.Label(lines: [node.name], size: 13)
      let anchor = DrawingPoint(x: node.point.x, y: node.point.y + 15)
      guard let middle = placer.place(label, at: anchor) else { continue }
      html.label(.class("lb f"), node.name, at: DrawingPoint(x: middle.x, y: middle.y + 4))
    }
  }

  private func write(_ arrow: FlowDrawing.Arrow, to html: inout HTMLWriter) {
    let style = "\(arrow.style) \(arrow.isReturn ? "ar" : "ad")"
    let points = [arrow.start, arrow.bend, arrow.end].map { "\(pixels($0.x)) \(pixels($0.y))" }
    html.element(
      "path", [.class("ac \(style)"), Attribute("d", "M\(points[0])Q\(points[1]) \(points[2])")]
    ) { $0.element("title", text: arrow.hint) }
    let size = arrow.headSize
    let corners = arrow.head(size: size).map { "\(pixels($0.x)) \(pixels($0.y))" }
    html.empty(
      "path",
      [
        .class("ah \(arrow.isReturn ? "ar" : "ad")"),
        Attribute("d", "M" + corners.joined(separator: "L") + "Z"),
      ])
  }
}
