/// The edges of one outline in runs with boxes around them, to find the nearest quickly.
struct OutlineChunks: Sendable {
  private let outline: Boundary
  private let chunks: [Chunk]
  private let groups: [Group]

  private static let edgesPerChunk = 16
  private static let chunksPerGroup = 16

  /// Successive vertices of one ring, the edges between them, and a box around those.
  private struct Chunk: Sendable {
    let vertices: Range<Int>
    let box: BoundingBox
  }

  /// Successive chunks.
  private struct Group: Sendable {
    let chunks: Range<Int>
    let box: BoundingBox
  }

  /// A point of a border, and its squared distance in square metres.
  struct Nearest {
    var point: Vertex
    var squaredDistance: Double
  }

  init(_ outline: Boundary) {
    self.outline = outline
    var chunks: [Chunk] = []
    chunks.reserveCapacity(outline.longitudes.count / Self.edgesPerChunk + outline.ringCount)
    for ring in 0..<outline.ringCount {
      let range = outline.vertices(ofRing: ring)
      for start in stride(
        from: range.lowerBound, to: max(range.upperBound - 1, range.lowerBound + 1),
        by: Self.edgesPerChunk)
      where start < range.upperBound {
        let end = min(start + Self.edgesPerChunk + 1, range.upperBound)
        chunks.append(Chunk(vertices: start..<end, box: Self.box(outline, start..<end)))
      }
    }
    self.chunks = chunks
    groups = stride(from: 0, to: chunks.count, by: Self.chunksPerGroup).map { start in
      let range = start..<min(start + Self.chunksPerGroup, chunks.count)
      return Group(chunks: range, box: Self.box(of: chunks[range]))
    }
  }

  /// The squared distance to the part of this border that lies in the nearest box: the border is no
  /// farther. Infinite where there is no border.
  func likelySquaredDistance(in plane: TangentPlane) -> Double {
    guard let group = Self.nearest(of: groups[...], to: plane, box: \.box),
      let chunk = Self.nearest(of: chunks[group.chunks], to: plane, box: \.box)
    else { return .infinity }
    var found = Nearest(point: plane.origin, squaredDistance: .infinity)
    _ = improve(&found, with: chunk, in: plane)
    return found.squaredDistance
  }

  private static func nearest<Part>(
    of parts: ArraySlice<Part>, to plane: TangentPlane, box: (Part) -> BoundingBox
  ) -> Part? {
    var found: Part?
    var least = Double.infinity
    for part in parts {
      let distance = plane.squaredDistance(to: box(part))
      if distance < least {
        least = distance
        found = part
      }
    }
    return found
  }

  /// The squared distance to the box around this border.
  func squaredDistanceToBox(in plane: TangentPlane) -> Double {
    plane.squaredDistance(to: outline.bounds)
  }

  /// Moves `best` to the nearest point of this border where that is nearer; whether it did.
  func improve(_ best: inout Nearest, in plane: TangentPlane) -> Bool {
    var improved = false
    guard Self.canHold(best, squaredDistanceToBox(in: plane)) else { return false }
    for group in groups where Self.canHold(best, plane.squaredDistance(to: group.box)) {
      for chunk in chunks[group.chunks]
      where Self.canHold(best, plane.squaredDistance(to: chunk.box)) {
        if improve(&best, with: chunk, in: plane) { improved = true }
      }
    }
    return improved
  }

  private func improve(
    _ best: inout Nearest, with chunk: Chunk, in plane: TangentPlane
  ) -> Bool {
    var improved = false
    var previous = vertex(chunk.vertices.lowerBound)
    let rest = chunk.vertices.count > 1 ? chunk.vertices.dropFirst() : chunk.vertices
    for index in rest {
      let vertex = vertex(index)
      let (point, squaredDistance) = plane.closest(from: previous, to: vertex)
      if squaredDistance < best.squaredDistance {
        best = Nearest(point: point, squaredDistance: squaredDistance)
        improved = true
      }
      previous = vertex
    }
    return improved
  }

  /// Whether something in a box so far away can be nearer; leaves room for rounding.
  private static func canHold(_ best: Nearest, _ squaredDistance: Double) -> Bool {
    squaredDistance * (1 - 1e-12) < best.squaredDistance
  }

  private func vertex(_ index: Int) -> Vertex {
    Vertex(x: outline.longitudes[index], y: outline.latitudes[index])
  }

  // Plain loops: made for every outline at every start.
  private static func box(_ outline: Boundary, _ vertices: Range<Int>) -> BoundingBox {
    let (longitudes, latitudes) = (outline.longitudes.span, outline.latitudes.span)
    var box = BoundingBox.empty
    for vertex in vertices {
      box.grow(longitude: longitudes[vertex], latitude: latitudes[vertex])
    }
    return box
  }

  private static func box(of chunks: ArraySlice<Chunk>) -> BoundingBox {
    var box = BoundingBox.empty
    for chunk in chunks { box.grow(chunk.box) }
    return box
  }
}
