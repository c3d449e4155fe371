import Disclosure
import Regions

/// Says what the colours and hatches of one map mean: those that occur on it, and no others.
struct MapLegend {
  private let map: MapDrawing
  private let content: PageContent

  init(_ map: MapDrawing, _ content: PageContent) {
    self.map = map
    self.content = content
  }

  private var words: Wording { content.words }

  func write(to html: inout HTMLWriter) {
    let indicator = content.release.indicators[map.request.indicator]
    html.element("p", [.class("what")]) { html in
      html.sentence(
        words.sentence(
          PlacePhrase.legend, words.indicator(indicator.name),
          words.dates(content.release.coverage)))
    }
    html.element("ul", [.class("legend")]) { html in
      for item in map.scale.classes { self.item(item.style, text(of: item), &html) }
      for (style, phrase) in Self.states where styles.contains(style) {
        self.item(style, meaning(phrase), &html)
      }
      for zone in map.request.zones {
        self.item("zo", outline(of: zone), &html)
      }
    }
    let others = elsewhere
    guard !others.isEmpty else { return }
    html.element("p", [.class("other")]) { html in
      html.sentence(words.sentence(PlacePhrase.notOnMap, words.list(others)))
    }
  }

  private func outline(of zone: RegionNumber) -> String {
    let name = words.text(PlacePhrase.zoneOutline, content.name(of: content.catalog[zone]))
    let figure = content.coverage(
      of: content.place(zone), at: content.catalog[zone].levelName, map.request.indicator)
    return words.text(PlacePhrase.zoneFigure, name, words.line(figure))
  }

  /// What a map of the whole country leaves out: places without an outline.
  private var elsewhere: [String] {
    guard map.request.showsAbroad else { return [] }
    let places = content.release.places
    return places.indices.filter {
      places[$0].level == map.request.level.name && places[$0].status != .region
    }.compactMap { place in
      let figure = content.coverage(
        of: place, at: map.request.level.name, map.request.indicator)
      guard figure.isRow else { return nil }
      return "\(content.name(ofPlace: place)) – \(words.line(figure))"
    }.prefix(5).map { $0 }
  }

  /// The looks of what has no number above zero, in the order of legends.
  static let states: [(style: String, phrase: FigurePhrase)] = [
    ("kz", .zero), ("kw", .withheld), ("ko", .numberless), ("kp", .notShown), ("kn", .noReport),
  ]

  /// A rounded zero says less than a reported one.
  private func meaning(_ phrase: FigurePhrase) -> String {
    guard case .zero = phrase, let most = content.release.mostRounding,
      map.figures.contains(where: \.isRoundedZero)
    else { return words.text(phrase) }
    return words.text(FigurePhrase.roundedZero, words.number(most))
  }

  private var styles: Set<String> { Set(map.figures.map(map.scale.style)) }

  private func text(of item: ClassScale.NumberClass) -> String {
    item.lowest == item.greatest
      ? words.number(item.lowest)
      : words.text(
        PlacePhrase.legendClass, words.number(item.lowest), words.number(item.greatest))
  }

  private func item(_ style: String, _ text: String, _ html: inout HTMLWriter) {
    html.element("li") { html in
      html.swatch(style)
      html.isolated(text)
    }
  }
}

extension HTMLWriter {
  /// A sample of a colour or hatch, for the eye only.
  mutating func swatch(_ style: String) {
    element(
      "svg",
      [
        Attribute("xmlns", "http://www.w3.org/2000/svg"), .class("sw"),
        Attribute("viewBox", "0 0 22 14"), Attribute("aria-hidden", "true"),
      ]
    ) { html in
      html.rectangle(
        .class("rg \(style)"), DrawingBox(left: 0.5, top: 0.5, right: 21.5, bottom: 13.5))
    }
  }
}

/// The hatches that maps and charts share, in a drawing of no size.
enum Hatches {
  /// Name, width of the tile, and the lines on it.
  private static let tiles: [(id: String, size: Int, path: String)] = [
    ("hatch-withheld", 6, "M-1 1l2-2M0 6l6-6M5 7l2-2"),
    ("hatch-numberless", 5, "M0 2.5h5"),
    ("hatch-not-shown", 5, "M2.5 0v5"),
    ("dots-no-report", 8, "M2 2h1.2v1.2h-1.2zM6 6h1.2v1.2h-1.2z"),
  ]

  static func write(to html: inout HTMLWriter) {
    html.element(
      "svg",
      [
        Attribute("xmlns", "http://www.w3.org/2000/svg"), .class("hatches"),
        Attribute("width", "0"), Attribute("height", "0"), Attribute("aria-hidden", "true"),
      ]
    ) { html in
      html.element("defs") { html in
        for tile in tiles {
          html.element(
            "pattern",
            [
              .id(tile.id), Attribute("width", "\(tile.size)"), Attribute("height", "\(tile.size)"),
              Attribute("patternUnits", "userSpaceOnUse"),
            ]
          ) { html in
            html.empty(
              "rect",
              [
                .class("hb"), Attribute("width", "\(tile.size)"),
                Attribute("height", "\(tile.size)"),
              ])
            html.empty("path", [.class("hl \(tile.id)"), Attribute("d", tile.path)])
          }
        }
      }
    }
  }
}
