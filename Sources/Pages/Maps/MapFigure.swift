import Disclosure
import Regions

/// Writes one map as SVG, with its heading and its legend.
struct MapFigure {
  private let map: MapDrawing
  private let content: PageContent
  private let isLarge: Bool

  init(_ map: MapDrawing, _ content: PageContent, isLarge: Bool) {
    self.map = map
    self.content = content
    self.isLarge = isLarge
  }

  private var words: Wording { content.words }

  func write(to html: inout HTMLWriter) {
    html.line()
    html.element("figure", [.class(isLarge ? "map large" : "map half")]) { html in
      html.element("h3", words: map.request.title)
      html.drawing(
        id: map.request.id, height: map.frame.height, title: map.request.title.plain,
        description: map.description
      ) { drawing(&$0) }
      html.element("figcaption") { MapLegend(map, content).write(to: &$0) }
    }
  }

  private func drawing(_ html: inout HTMLWriter) {
    let frame = map.frame
    html.empty(
      "rect",
      [
        .class("sea"), Attribute("width", pixels(MapFrame.width)),
        Attribute("height", pixels(frame.height)),
      ])
    let graticule = Graticule(frame)
    for line in graticule.lines { html.path(.class("gr"), MapPath(line: line.points)) }
    for path in map.abroad { html.path(.class("nb"), path) }
    for region in map.request.around { html.path(.class("nb"), map.path(of: region)) }
    for (index, region) in map.request.regions.enumerated() { area(index, region, &html) }
    for region in map.request.around { html.path(.class("pb"), map.path(of: region)) }
    for zone in map.request.zones { html.path(.class("zo"), map.path(of: zone)) }
    edges(graticule, &html)
  }

  private func area(_ index: Int, _ region: RegionNumber, _ html: inout HTMLWriter) {
    let path = map.path(of: region)
    guard !path.text.isEmpty else { return }
    let style = map.scale.style(of: map.figures[index])
    html.element("path", [.class("rg \(style)"), Attribute("d", path.text)]) { html in
      html.element("title", text: map.hint(index))
    }
  }

  /// Labels, scale bar and degrees: what keeps out of each other's way.
  private func edges(_ graticule: Graticule, _ html: inout HTMLWriter) {
    let frame = map.frame
    let bar = ScaleBar(frame)
    let end = DrawingPoint(x: MapFrame.width - 14, y: frame.height - 14)
    let barBox = DrawingBox(
      left: end.x - bar.length - 6, top: end.y - 24, right: MapFrame.width, bottom: frame.height)
    var taken = [barBox]
    for line in graticule.lines {
      guard let point = line.exit(of: frame.box) else { continue }
      let box = degreeBox(point, line.isMeridian)
      guard frame.box.contains(box), !taken.contains(where: box.intersects) else { continue }
      taken.append(box)
      html.label(
        .class("dg"), degrees(line),
        at: DrawingPoint(x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 + 4))
    }
    html.path(
      .class("sb"),
      MapPath(line: [
        DrawingPoint(x: end.x - bar.length, y: end.y - 5),
        DrawingPoint(x: end.x - bar.length, y: end.y), end,
        DrawingPoint(x: end.x, y: end.y - 5),
      ]))
    html.label(
      .class("dg"), words.text(PlacePhrase.scaleBar, words.number(bar.kilometers)),
      at: DrawingPoint(x: end.x - bar.length / 2, y: end.y - 8))
    html.element("g", [.class("wide")]) { labels(map, isLarge ? 12.5 : 15, true, taken, &$0) }
    html.element("g", [.class("narrow")]) { labels(map, 23, false, taken, &$0) }
  }

  private func labels(
    _ map: MapDrawing, _ size: Double, _ withFigures: Bool, _ taken: [DrawingBox],
    _ html: inout HTMLWriter
  ) {
    for label in map.labels(size: size, withFigures: withFigures, taken: taken) {
      let top = label.middle.y - Double(label.lines.count) * size * 1.15 / 2
      for (line, text) in label.lines.enumerated() {
        html.label(
          .class(line == 0 ? "lb" : "lb v"), text,
          at: DrawingPoint(x: label.middle.x, y: top + (Double(line) + 0.82) * size * 1.15))
      }
    }
  }

  private func degreeBox(_ point: DrawingPoint, _ isMeridian: Bool) -> DrawingBox {
    isMeridian
      ? DrawingBox(
        left: point.x - 26, top: map.frame.height - 18, right: point.x + 26,
        bottom: map.frame.height - 2)
      : DrawingBox(left: 2, top: point.y - 8, right: 54, bottom: point.y + 8)
  }

  private func degrees(_ line: Graticule.Line) -> String {
    let number = words.number(abs(line.degrees))
    let name: PlacePhrase =
      line.isMeridian
      ? (line.degrees < 0 ? .west : .east) : (line.degrees < 0 ? .south : .north)
    return words.text(name, number)
  }
}
