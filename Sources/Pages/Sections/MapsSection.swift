/// The maps, the largest first.
struct MapsSection {
  private let content: PageContent

  init(_ content: PageContent) {
    self.content = content
  }

  func write(to html: inout HTMLWriter) {
    let words = content.words
    html.section("maps", words.text(HeadPhrase.maps)) { html in
      let maps = drawings()
      guard !maps.isEmpty else {
        html.paragraph(words.sentence(Paragraph.noMaps))
        return
      }
      html.element("div", [.class("maps")]) { html in
        for (number, map) in maps.enumerated() {
          MapFigure(map, content, isLarge: number == 0).write(to: &html)
        }
      }
    }
  }

  /// The first is shown twice as large as the others, and drawn more finely.
  private func drawings() -> [MapDrawing] {
    var maps: [MapDrawing] = []
    for (number, request) in MapChoice(content).requests().enumerated() {
      let drawing = MapDrawing(
        request, content, cell: number == 0 ? 1 : 1.5, after: number < 2 ? nil : maps.last)
      if let drawing { maps.append(drawing) }
    }
    return maps
  }
}
