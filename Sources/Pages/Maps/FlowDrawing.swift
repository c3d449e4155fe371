import Disclosure
import Regions
import Reports

/// Arrows from origins to destinations on a map of the country, with nodes at its edge for places
/// abroad.
struct FlowDrawing {
  /// One arrow: from where, bent how, to where.
  struct Arrow {
    let start: DrawingPoint
    let bend: DrawingPoint
    let end: DrawingPoint
    /// Class in the style sheet: `a1` to `a3` by number, `a0` without one.
    let style: String
    let isReturn: Bool
    let hint: String
  }

  struct Node {
    let name: String
    let point: DrawingPoint
    let isRegion: Bool
  }

  let frame: MapFrame
  /// Regions of the coarsest level.
  let paths: [MapPath]
  let abroad: [MapPath]
  let arrows: [Arrow]
  let nodes: [Node]

  /// - Returns: `nil` where no flow has two ends that can be drawn apart.
  init?(_ flows: [Release.Flow], _ content: PageContent) {
    guard let level = content.levels.first else { return nil }
    let catalog = content.catalog
    let regions = catalog.regions(at: level)
    var bounds = BoundingBox.empty
    for region in regions { bounds.grow(catalog[region].boundary.bounds) }
    guard bounds.west <= bounds.east, let frame = MapFrame(around: bounds.roomForNodes) else {
      return nil
    }
    self.frame = frame
    var places = FlowPlaces(frame: frame, content: content)
    let scale = ClassScale(flows.map(PageFigure.init))
    arrows = flows.compactMap { flow in
      let from = places.point(flow.originStatus, flow.originID, flow.originName)
      let to = places.point(flow.destinationStatus, flow.destinationID, flow.destinationName)
      guard let from, let to, from != to else { return nil }
      return Arrow(flow, from, to, scale, content)
    }
    guard !arrows.isEmpty else { return nil }
    nodes = places.nodes
    var thinner = OutlineThinner(frame, cell: 1.5)
    paths = regions.map { thinner.path(of: catalog[$0].boundary) }
    abroad = catalog.abroad.map { thinner.path(of: $0.boundary) }
  }
}

extension FlowDrawing.Arrow {
  fileprivate init(
    _ flow: Release.Flow, _ start: DrawingPoint, _ end: DrawingPoint, _ scale: ClassScale,
    _ content: PageContent
  ) {
    self.start = start
    self.end = end
    // Bent to the left of the way, so that two opposite flows do not lie on one another.
    bend = DrawingPoint(
      x: (start.x + end.x) / 2 + (end.y - start.y) * 0.2,
      y: (start.y + end.y) / 2 - (end.x - start.x) * 0.2)
    let figure = PageFigure(flow)
    let position = scale.classes.firstIndex { ($0.greatest) >= (figure.positive ?? .infinity) }
    let width = position.map { 1 + $0 * 3 / max(1, scale.classes.count) }
    style = width.map { "a\($0)" } ?? "a0"
    isReturn = flow.kind == "return"
    let words = content.words
    let from = content.name(
      status: flow.originStatus, id: flow.originID, name: flow.originName)
    let to = content.name(
      status: flow.destinationStatus, id: flow.destinationID, name: flow.destinationName)
    hint = "\(from) – \(to): \(words.line(figure)) (\(words.unit(flow.unit)))"
  }

  /// Wider arrows have larger heads.
  var headSize: Double {
    switch style {
    case "a2": 10
    case "a3": 13
    default: 7
    }
  }

  /// The three corners of the head.
  func head(size: Double) -> [DrawingPoint] {
    let (dx, dy) = (end.x - bend.x, end.y - bend.y)
    let length = max(0.1, (dx * dx + dy * dy).squareRoot())
    let (along, across) = (
      DrawingPoint(x: dx / length, y: dy / length), DrawingPoint(x: -dy / length, y: dx / length)
    )
    let base = DrawingPoint(x: end.x - along.x * size * 1.6, y: end.y - along.y * size * 1.6)
    return [
      end,
      DrawingPoint(x: base.x + across.x * size * 0.7, y: base.y + across.y * size * 0.7),
      DrawingPoint(x: base.x - across.x * size * 0.7, y: base.y - across.y * size * 0.7),
    ]
  }
}

/// Where the ends of flows lie on the drawing; places abroad stand where their direction leaves
/// the frame.
private struct FlowPlaces {
  let frame: MapFrame
  let content: PageContent
  private(set) var nodes: [FlowDrawing.Node] = []
  private var points: [String: DrawingPoint] = [:]
  private var unknown = 0

  init(frame: MapFrame, content: PageContent) {
    self.frame = frame
    self.content = content
  }

  mutating func point(
    _ status: Release.PlaceStatus, _ id: String, _ name: String
  ) -> DrawingPoint? {
    let key = "\(status.rawValue):\(id)"
    if let known = points[key] { return known }
    guard let point = newPoint(status, id) else { return nil }
    points[key] = point
    nodes.append(
      FlowDrawing.Node(
        name: content.name(status: status, id: id, name: name), point: point,
        isRegion: status == .region))
    return point
  }

  private mutating func newPoint(_ status: Release.PlaceStatus, _ id: String) -> DrawingPoint? {
    switch status {
    case .region, .unspecified:
      return content.catalog.number(of: RegionID(id)).map {
        frame.point(content.catalog[$0].labelPoint)
      }
    case .external:
      if let country = content.context.countryPoint(id) { return clamped(frame.point(country)) }
      unknown += 1
      return DrawingPoint(x: 70, y: 40 * Double(unknown))
    case .outside, .unplaced: return nil
    }
  }

  /// The point itself, or where the line to it from the middle meets the edge.
  private func clamped(_ point: DrawingPoint) -> DrawingPoint {
    let inner = DrawingBox(
      left: 60, top: 24, right: MapFrame.width - 60, bottom: frame.height - 40)
    if inner.contains(point) { return point }
    let middle = DrawingPoint(x: MapFrame.width / 2, y: frame.height / 2)
    let (dx, dy) = (point.x - middle.x, point.y - middle.y)
    let wide = dx == 0 ? .infinity : ((dx > 0 ? inner.right : inner.left) - middle.x) / dx
    let high = dy == 0 ? .infinity : ((dy > 0 ? inner.bottom : inner.top) - middle.y) / dy
    let part = min(wide, high)
    return DrawingPoint(x: middle.x + dx * part, y: middle.y + dy * part)
  }
}

extension BoundingBox {
  /// With room on all sides for places abroad.
  fileprivate var roomForNodes: BoundingBox {
    let (wide, high) = ((east - west) * 0.18, (north - south) * 0.12)
    return BoundingBox(
      west: west - wide, south: south - high, east: east + wide, north: north + high)
  }
}
