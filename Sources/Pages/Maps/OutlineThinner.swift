import Regions

/// Outlines on one drawing with no more vertices than an eye can tell apart.
///
/// Of all vertices in a small cell of the drawing one stands for the others, for every outline
/// alike (vertex clustering, Rossignac and Borrel 1993). So borders that regions share stay shared,
/// and no vertex moves further than a cell is wide. It is a drawing and nothing else: outlines that
/// a GIS computes with come from `SimplifiedOutlines`, which also keeps them valid, and takes
/// twenty times as long.
struct OutlineThinner {
  /// What is far outside the frame only has to lead back into it.
  private static let outside = 24.0

  private let frame: MapFrame
  private let cell: Double
  private let inner: DrawingBox
  private var chosen: [UInt64: DrawingPoint] = [:]
  /// The cell met last, in which most next vertices lie too.
  private var last: UInt64?

  /// - Parameter cell: width of a cell, in units of the drawing.
  init(_ frame: MapFrame, cell: Double) {
    self.frame = frame
    self.cell = cell
    inner = frame.box.inset(by: -4)
  }

  /// - Returns: an empty path where nothing of the outline is in the frame.
  mutating func path(of boundary: Boundary) -> MapPath {
    guard touchesFrame(boundary.bounds) else { return MapPath(rings: []) }
    var rings: [[DrawingPoint]] = []
    for ring in 0..<boundary.ringCount {
      let points = self.points(boundary, boundary.vertices(ofRing: ring))
      if points.count > 2 { rings.append(points) }
    }
    // A region smaller than a cell still has its place on the map.
    if rings.isEmpty { rings = [whole(boundary)] }
    return MapPath(rings: rings)
  }

  /// The corners of the first ring, as they are drawn.
  mutating func points(of boundary: Boundary) -> [DrawingPoint] {
    points(boundary, boundary.vertices(ofRing: 0))
  }

  private mutating func points(
    _ boundary: Boundary, _ vertices: Range<Int>
  ) -> [DrawingPoint] {
    var points: [DrawingPoint] = []
    last = nil
    for vertex in vertices.dropLast() {
      let point = standIn(
        for: frame.point(
          longitude: boundary.longitudes[vertex], latitude: boundary.latitudes[vertex]))
      if let point { points.append(point) }
    }
    while points.count > 1, points.first == points.last { points.removeLast() }
    return points
  }

  /// - Returns: `nil` where the vertex lies in the cell of the one before.
  private mutating func standIn(for point: DrawingPoint) -> DrawingPoint? {
    let isInside = inner.contains(point)
    let size = isInside ? cell : Self.outside
    let column = UInt64(UInt32(bitPattern: Int32(point.x / size)))
    let row = UInt64(UInt32(bitPattern: Int32(point.y / size)))
    let key = column << 33 | row << 1 | (isInside ? 1 : 0)
    if key == last { return nil }
    last = key
    if let known = chosen[key] { return known }
    chosen[key] = point
    return point
  }

  private func whole(_ boundary: Boundary) -> [DrawingPoint] {
    guard boundary.ringCount > 0 else { return [] }
    return boundary.vertices(ofRing: 0).dropLast().map {
      frame.point(longitude: boundary.longitudes[$0], latitude: boundary.latitudes[$0])
    }
  }

  private func touchesFrame(_ bounds: BoundingBox) -> Bool {
    guard bounds.west <= bounds.east else { return false }
    let corners = [
      frame.point(longitude: bounds.west, latitude: bounds.north),
      frame.point(longitude: bounds.east, latitude: bounds.north),
      frame.point(longitude: bounds.west, latitude: bounds.south),
      frame.point(longitude: bounds.east, latitude: bounds.south),
    ]
    // Edges of the box are bent on the plane, by less than this on any map that we draw.
    let slack = 20.0
    let (xs, ys) = (corners.map(\.x), corners.map(\.y))
    let box = DrawingBox(
      left: (xs.min() ?? 0) - slack, top: (ys.min() ?? 0) - slack,
      right: (xs.max() ?? 0) + slack, bottom: (ys.max() ?? 0) + slack)
    return box.intersects(frame.box)
  }
}
