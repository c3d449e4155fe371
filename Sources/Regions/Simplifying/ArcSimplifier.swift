import Glibc

/// Leaves out vertices of arcs, those first that change the least area (Visvalingam and Whyatt
/// 1993, doi:10.1179/000870493786962263), as long as three things hold:
///
/// - Every vertex left out stays within the tolerance of the line that stands for it.
/// - The triangle that is cut off or added holds no other vertex of the same layer, inside or on
///   its sides. Then the new edge crosses nothing that did not cross before, so rings stay
///   valid, regions of a layer do not come to overlap, and no gap opens between them.
/// - No two arcs come to lie on one edge, so no region vanishes.
struct ArcSimplifier {
  private let arcStarts: [Int]
  private let arcVertices: [Int32]
  private let xs: [Int32]
  private let ys: [Int32]
  private let layers: [UInt64]
  private let tolerance: Double
  private let grid: VertexGrid
  private let scales: [(x: Double, y: Double)]
  /// By position in `arcVertices`: the vertices kept before and behind.
  private var previous: [Int32]
  private var next: [Int32]
  private var rounds: [Int32]
  private let isEnd: [Bool]
  private var isGone: [Bool]
  /// Arcs between two nodes that are one edge by now.
  private var straight: Set<UInt64> = []
  private var queue = AreaQueue()

  init(_ graph: OutlineGraph, toleranceMeters: Double) {
    arcStarts = graph.arcStarts
    arcVertices = graph.arcVertices
    xs = graph.xs
    ys = graph.ys
    layers = graph.layers
    tolerance = toleranceMeters
    grid = VertexGrid(xs: graph.xs, ys: graph.ys)
    scales = (-91...91).map { ArcSimplifier.metersPerMillionth(latitude: Double($0)) }
    let count = graph.arcVertices.count
    previous = (0..<count).map { Int32($0) - 1 }
    next = (0..<count).map { Int32($0) + 1 }
    rounds = Array(repeating: 0, count: count)
    var isEnd = [Bool](repeating: false, count: count)
    for arc in 0..<graph.arcCount {
      isEnd[graph.arcStarts[arc]] = true
      isEnd[graph.arcStarts[arc + 1] - 1] = true
    }
    self.isEnd = isEnd
    isGone = Array(repeating: false, count: graph.vertexCount)
  }

  /// Metres that a millionth of a degree measures, by the usual series for WGS 84.
  private static func metersPerMillionth(latitude: Double) -> (x: Double, y: Double) {
    let angle = latitude * .pi / 180
    let east = 111_412.84 * cos(angle) - 93.5 * cos(3 * angle) + 0.118 * cos(5 * angle)
    let north = 111_132.92 - 559.82 * cos(2 * angle) + 1.175 * cos(4 * angle)
    return (east / 1e6, north / 1e6)
  }

  /// The vertices kept of each arc, both ends included.
  mutating func simplified() -> [[Int32]] {
    for arc in 0..<arcCount {
      let slots = arcStarts[arc]..<arcStarts[arc + 1]
      if slots.count == 2 { straight.insert(edge(slots.lowerBound, slots.lowerBound + 1)) }
      for slot in slots.dropFirst().dropLast() { enqueue(slot, atLeast: 0) }
    }
    while let entry = queue.removeFirst() {
      let slot = Int(entry.slot)
      guard rounds[slot] == entry.round, mayLeaveOut(slot) else { continue }
      leaveOut(slot, entry.area)
    }
    return (0..<arcCount).map { arc in
      let slots = arcStarts[arc]..<arcStarts[arc + 1]
      return slots.filter { isEnd[$0] || isKept($0) }
        .map { arcVertices[$0] }
    }
  }

  private var arcCount: Int { arcStarts.count - 1 }

  private func isKept(_ slot: Int) -> Bool { !isGone[vertex(slot)] }

  private func vertex(_ slot: Int) -> Int { Int(arcVertices[slot]) }

  private func point(_ vertex: Int) -> (x: Int, y: Int) {
    (Int(xs[vertex]), Int(ys[vertex]))
  }

  private func edge(_ slot: Int, _ other: Int) -> UInt64 {
    let (low, high) = (min(vertex(slot), vertex(other)), max(vertex(slot), vertex(other)))
    return UInt64(low) << 32 | UInt64(high)
  }

  private func scale(at vertex: Int) -> (x: Double, y: Double) {
    scales[Int((Double(ys[vertex]) / 1e6).rounded()) + 91]
  }

  // MARK: - One vertex

  private mutating func enqueue(_ slot: Int, atLeast least: Double) {
    rounds[slot] += 1
    let scale = scale(at: vertex(slot))
    let twice = ArcSimplifier.twiceArea(
      point(vertex(Int(previous[slot]))), point(vertex(slot)), point(vertex(Int(next[slot]))))
    let area = max(least, Double(twice.magnitude) / 2 * scale.x * scale.y)
    queue.insert(AreaQueue.Entry(area: area, slot: Int32(slot), round: rounds[slot]))
  }

  private mutating func leaveOut(_ slot: Int, _ area: Double) {
    let (before, behind) = (Int(previous[slot]), Int(next[slot]))
    isGone[vertex(slot)] = true
    next[before] = Int32(behind)
    previous[behind] = Int32(before)
    if isEnd[before] && isEnd[behind] { straight.insert(edge(before, behind)) }
    if !isEnd[before] { enqueue(before, atLeast: area) }
    if !isEnd[behind] { enqueue(behind, atLeast: area) }
  }

  private func mayLeaveOut(_ slot: Int) -> Bool {
    let (before, behind) = (Int(previous[slot]), Int(next[slot]))
    return !isEdge(before, behind) && isWithinTolerance(before, behind)
      && isTriangleEmpty(before, slot, behind)
  }

  /// Whether two vertices are already joined, or are one.
  private func isEdge(_ before: Int, _ behind: Int) -> Bool {
    if vertex(before) == vertex(behind) { return true }
    if isEnd[before] && isEnd[behind] { return straight.contains(edge(before, behind)) }
    if !isEnd[behind] && vertex(Int(next[behind])) == vertex(before) { return true }
    return !isEnd[before] && vertex(Int(previous[before])) == vertex(behind)
  }

  /// Whether all that was left out between two vertices lies near their line.
  private func isWithinTolerance(_ before: Int, _ behind: Int) -> Bool {
    let (start, end) = (point(vertex(before)), point(vertex(behind)))
    let scale = scale(at: vertex(before))
    let dx = Double(end.x - start.x) * scale.x
    let dy = Double(end.y - start.y) * scale.y
    let square = dx * dx + dy * dy
    for slot in before + 1..<behind {
      let at = point(vertex(slot))
      let (x, y) = (Double(at.x - start.x) * scale.x, Double(at.y - start.y) * scale.y)
      let along = square > 0 ? min(1, max(0, (x * dx + y * dy) / square)) : 0
      let (offX, offY) = (x - along * dx, y - along * dy)
      if offX * offX + offY * offY > tolerance * tolerance { return false }
    }
    return true
  }

  private func isTriangleEmpty(_ before: Int, _ slot: Int, _ behind: Int) -> Bool {
    let corners = [vertex(before), vertex(slot), vertex(behind)]
    let (a, b, c) = (point(corners[0]), point(corners[1]), point(corners[2]))
    let mask = layers[corners[1]]
    let candidates = grid.cells(
      min(a.x, b.x, c.x)...max(a.x, b.x, c.x), min(a.y, b.y, c.y)...max(a.y, b.y, c.y))
    for vertices in candidates {
      for vertex in vertices {
        let other = Int(vertex)
        if isGone[other] || layers[other] & mask == 0 || corners.contains(other) { continue }
        if ArcSimplifier.isInside(point(other), a, b, c) { return false }
      }
    }
    return true
  }

  /// Whether a point lies in a triangle or on its sides; exact.
  private static func isInside(
    _ point: (x: Int, y: Int), _ a: (x: Int, y: Int), _ b: (x: Int, y: Int), _ c: (x: Int, y: Int)
  ) -> Bool {
    let sides = (twiceArea(a, b, point), twiceArea(b, c, point), twiceArea(c, a, point))
    if min(sides.0, sides.1, sides.2) >= 0 || max(sides.0, sides.1, sides.2) <= 0 {
      // In a triangle without an area the sides tell the line; the box tells the rest.
      return (min(a.x, b.x, c.x)...max(a.x, b.x, c.x)).contains(point.x)
        && (min(a.y, b.y, c.y)...max(a.y, b.y, c.y)).contains(point.y)
    }
    return false
  }

  /// Twice the signed area of a triangle of whole numbers below 2^30: the products fit.
  private static func twiceArea(
    _ a: (x: Int, y: Int), _ b: (x: Int, y: Int), _ c: (x: Int, y: Int)
  ) -> Int {
    (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)
  }
}
