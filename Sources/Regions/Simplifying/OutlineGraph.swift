/// Outlines of many regions as one graph: every vertex once, and between the nodes, where
/// borders part, arcs that are shared by all regions along them.
///
/// Coordinates are millionths of a degree, as outlines are written, so that all tests of position
/// are exact.
struct OutlineGraph {
  /// A ring as it runs through arcs, some of them backwards.
  struct Ring {
    let region: Int
    let polygon: Int
    var arcs: [(arc: Int, isReversed: Bool)] = []
  }

  private(set) var xs: [Int32] = []
  private(set) var ys: [Int32] = []
  /// Which layers a vertex belongs to, a bit each: what lies in different layers may cross.
  private(set) var layers: [UInt64] = []
  /// The vertices of all arcs, one arc after the other, both ends included.
  private(set) var arcVertices: [Int32] = []
  /// For each arc the position of its first vertex, and at the end the number of vertices.
  private(set) var arcStarts: [Int] = [0]
  private(set) var rings: [Ring] = []

  private var numbers: [UInt64: Int32] = [:]
  /// Up to two neighbors of each vertex; with a third it is a node.
  private var neighbors: [(Int32, Int32)] = []
  private var isNode: [Bool] = []
  private var arcNumbers: [UInt64: Int] = [:]

  /// - Parameter boundaries: with the layer that each lies in, below 64.
  init(_ boundaries: [(boundary: Boundary, layer: Int)]) {
    var paths: [(ring: Ring, vertices: [Int32])] = []
    for (region, (boundary, layer)) in boundaries.enumerated() {
      for polygon in 0..<boundary.polygonCount {
        for ring in boundary.rings(ofPolygon: polygon) {
          let vertices = path(of: ring, boundary, layer)
          // A shell without an area takes its holes with it.
          if vertices.isEmpty, ring == boundary.polygonStarts[polygon] { break }
          if !vertices.isEmpty { paths.append((Ring(region: region, polygon: polygon), vertices)) }
        }
      }
    }
    for (_, vertices) in paths { noteNeighbors(vertices) }
    for (ring, vertices) in paths { rings.append(cut(ring, vertices)) }
  }

  var vertexCount: Int { xs.count }
  var arcCount: Int { arcStarts.count - 1 }

  // MARK: - Vertices

  /// The vertices of a ring without the repeated first one; none where rounding leaves fewer
  /// than three.
  private mutating func path(of ring: Int, _ boundary: Boundary, _ layer: Int) -> [Int32] {
    var path: [Int32] = []
    for index in boundary.vertices(ofRing: ring) {
      let vertex = vertex(boundary.longitudes[index], boundary.latitudes[index])
      layers[Int(vertex)] |= 1 << UInt64(layer)
      if path.last != vertex { path.append(vertex) }
    }
    while path.count > 1, path.first == path.last { path.removeLast() }
    return Set(path).count < 3 ? [] : path
  }

  private mutating func vertex(_ longitude: Double, _ latitude: Double) -> Int32 {
    let x = Int32((longitude * 1e6).rounded())
    let y = Int32((latitude * 1e6).rounded())
    let key = UInt64(UInt32(bitPattern: x)) << 32 | UInt64(UInt32(bitPattern: y))
    if let known = numbers[key] { return known }
    let number = Int32(xs.count)
    numbers[key] = number
    xs.append(x)
    ys.append(y)
    layers.append(0)
    neighbors.append((-1, -1))
    isNode.append(false)
    return number
  }

  // MARK: - Arcs

  private mutating func noteNeighbors(_ path: [Int32]) {
    for index in path.indices {
      let before = path[index == 0 ? path.count - 1 : index - 1]
      let after = path[index + 1 == path.count ? 0 : index + 1]
      let vertex = Int(path[index])
      // A ring that turns back on its way: the tip of a spike.
      if before == after { isNode[vertex] = true }
      note(before, beside: vertex)
      note(after, beside: vertex)
    }
  }

  private mutating func note(_ neighbor: Int32, beside vertex: Int) {
    let known = neighbors[vertex]
    if known.0 == neighbor || known.1 == neighbor { return }
    if known.0 < 0 {
      neighbors[vertex].0 = neighbor
    } else if known.1 < 0 {
      neighbors[vertex].1 = neighbor
    } else {
      isNode[vertex] = true
    }
  }

  /// Cuts a ring at its nodes; one without nodes at its southwesternmost vertex.
  private mutating func cut(_ ring: Ring, _ path: [Int32]) -> Ring {
    var ring = ring
    let first =
      path.indices.first { isNode[Int(path[$0])] }
      ?? path.indices.min { position(path[$0]) < position(path[$1]) } ?? 0
    var arc = [path[first]]
    for step in 1...path.count {
      let vertex = path[(first + step) % path.count]
      arc.append(vertex)
      guard isNode[Int(vertex)] || step == path.count else { continue }
      ring.arcs.append(number(of: arc))
      arc = [vertex]
    }
    return ring
  }

  private func position(_ vertex: Int32) -> (Int32, Int32) { (xs[Int(vertex)], ys[Int(vertex)]) }

  /// The arc in the direction in which it was first met, by its first and last edge.
  private mutating func number(of arc: [Int32]) -> (arc: Int, isReversed: Bool) {
    let count = arc.count
    if let known = arcNumbers[key(arc[0], arc[1])] { return (known, false) }
    if let known = arcNumbers[key(arc[count - 1], arc[count - 2])] { return (known, true) }
    let number = arcCount
    arcNumbers[key(arc[0], arc[1])] = number
    arcVertices.append(contentsOf: arc)
    arcStarts.append(arcVertices.count)
    return (number, false)
  }

  /// The second vertex of an arc lies on that arc alone, or the arc is one edge.
  private func key(_ first: Int32, _ second: Int32) -> UInt64 {
    UInt64(first) << 32 | UInt64(second)
  }
}
