/// Every edge of every outline once, however many regions and levels share it.
struct EdgeTable {
  /// Ends of each edge, in the order of `Vertex.precedes`.
  private(set) var first: [Vertex] = []
  private(set) var second: [Vertex] = []
  /// The combination of regions that each edge bounds.
  private(set) var kinds: [Int32] = []
  private(set) var combinations = BorderKinds()
  private(set) var bounds = BoundingBox.empty

  var count: Int { first.count }

  init(_ regions: [Region]) {
    var uses = EdgeUses(vertices: regions.reduce(0) { $0 + $1.boundary.longitudes.count })
    for (number, region) in regions.enumerated() where region.level != .country {
      let outline = region.boundary
      for ring in 0..<outline.ringCount {
        add(ring, of: outline, region: Int32(number), to: &uses)
      }
    }
    kinds.reserveCapacity(count)
    for edge in 0..<count {
      let isLikeLast = edge > 0 && uses.isAlike(edge - 1, edge)
      let last = isLikeLast ? kinds[edge - 1] : nil
      kinds.append(last ?? combinations.number(of: uses.sides(alongEdge: edge)))
    }
    combinations.close()
  }

  private mutating func add(
    _ ring: Int, of outline: Boundary, region: Int32, to uses: inout EdgeUses
  ) {
    let range = outline.vertices(ofRing: ring)
    let isFinite = range.allSatisfy {
      outline.longitudes[$0].magnitude < 1e15 && outline.latitudes[$0].magnitude < 1e15
    }
    guard let start = range.first, isFinite else { return }
    var previous = Self.vertex(range.upperBound - 1, of: outline)
    var hasEdge = false
    for index in range {
      let vertex = Self.vertex(index, of: outline)
      bounds.grow(longitude: vertex.x, latitude: vertex.y)
      if vertex != previous {
        add(previous, vertex, region: region, to: &uses)
        hasEdge = true
      }
      previous = vertex
    }
    if !hasEdge {
      let vertex = Self.vertex(start, of: outline)
      add(vertex, vertex, region: region, to: &uses)
    }
  }

  private mutating func add(
    _ from: Vertex, _ to: Vertex, region: Int32, to uses: inout EdgeUses
  ) {
    let inOrder = from.precedes(to)
    let ends = inOrder ? (from, to) : (to, from)
    let edge = uses.edge(ends.0, ends.1, first: &first, second: &second)
    uses.note(region, alongEdge: edge)
  }

  /// The vertex, with minus zero written as zero so that equal places have equal bits.
  private static func vertex(_ index: Int, of outline: Boundary) -> Vertex {
    Vertex(x: outline.longitudes[index] + 0, y: outline.latitudes[index] + 0)
  }
}

/// While edges are collected: which of them are known, and whose border each is.
struct EdgeUses {
  private var slots: [Int32]
  private let mask: Int
  /// For each edge its latest use, or -1.
  private var latest: [Int32] = []
  private var earlier: [Int32] = []
  private var regions: [Int32] = []

  init(vertices: Int) {
    var capacity = 16
    while capacity < 2 * vertices { capacity *= 2 }
    slots = [Int32](repeating: -1, count: capacity)
    mask = capacity - 1
  }

  /// The number of an edge, which is added where it is new.
  mutating func edge(
    _ from: Vertex, _ to: Vertex, first: inout [Vertex], second: inout [Vertex]
  ) -> Int {
    var slot = Self.hash(from, to) & mask
    while slots[slot] >= 0 {
      let edge = Int(slots[slot])
      if first[edge] == from, second[edge] == to { return edge }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(first.count)
    first.append(from)
    second.append(to)
    latest.append(-1)
    return first.count - 1
  }

  mutating func note(_ region: Int32, alongEdge edge: Int) {
    earlier.append(latest[edge])
    latest[edge] = Int32(regions.count)
    regions.append(region)
  }

  /// The regions along an edge with the number of their uses, in the order of their numbers.
  func sides(alongEdge edge: Int) -> [BorderKinds.Side] {
    var sides: [BorderKinds.Side] = []
    var use = latest[edge]
    // Regions were noted in the order of their numbers, and come back from the last one.
    while use >= 0 {
      let region = regions[Int(use)]
      if let last = sides.last, last.region == region {
        sides[sides.count - 1] = BorderKinds.Side(region: region, separates: !last.separates)
      } else {
        sides.append(BorderKinds.Side(region: region, separates: true))
      }
      use = earlier[Int(use)]
    }
    return sides.reversed()
  }

  /// Whether two edges are used by the same regions, one for one.
  func isAlike(_ left: Int, _ right: Int) -> Bool {
    var one = latest[left]
    var other = latest[right]
    while one >= 0, other >= 0 {
      guard regions[Int(one)] == regions[Int(other)] else { return false }
      one = earlier[Int(one)]
      other = earlier[Int(other)]
    }
    return one == other
  }

  private static func hash(_ from: Vertex, _ to: Vertex) -> Int {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for value in [from.x, from.y, to.x, to.y] {
      hash = (hash ^ value.bitPattern) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
    }
    return Int(truncatingIfNeeded: hash & 0x7FFF_FFFF_FFFF_FFFF)
  }
}
