extension RegionGrid {
  /// The state of a point of a border cell, or `nil` where it takes exact arithmetic or the
  /// state is none of those foreseen.
  @inline(__always)
  func state(of point: Vertex, in cell: BorderCell) -> Int32? {
    var toggles: UInt64 = 0
    for number in cell.edges {
      let edge = borderEdges[Int(number)]
      let side = Self.determinant(edge.from, edge.to, point)
      if side.isPositive { continue }
      guard side.isNegative else { return nil }
      let start = Self.determinant(cell.reference, point, edge.from)
      let end = Self.determinant(cell.reference, point, edge.to)
      guard start.isCertain, end.isCertain else { return nil }
      if start.isPositive != end.isPositive { toggles ^= edge.toggles }
    }
    for number in cell.faces where faces[Int(number)].toggles == toggles {
      return faces[Int(number)].state
    }
    return nil
  }

  /// The regions that cover a point of a border cell, in the order of their numbers.
  func covering(_ point: Vertex, in cell: BorderCell) -> [Int32] {
    var crossed: [Int32] = []
    var touched: [Int32] = []
    for edge in borderEdges[Int(cell.edges.lowerBound)..<Int(cell.edges.upperBound)] {
      let side = Orientation.sign(edge.from, edge.to, point)
      if side == 0, Orientation.isBetween(edge.from, edge.to, point) {
        touched += kinds[edge.kind].lazy.map(\.region)
      } else if side < 0, Self.separates(edge.from, edge.to, cell.reference, point) {
        crossed += kinds[edge.kind].lazy.filter(\.separates).map(\.region)
      }
    }
    let inside = CoverStates.symmetricDifference(
      states[cell.referenceState], Self.oddOnes(of: crossed))
    return touched.isEmpty ? inside : Set(inside + touched).sorted()
  }

  /// Whether the line through `start` and `end` runs between `a` and `b`. Ends on the line count
  /// as left of it, so that a line through a vertex crosses one of its two edges.
  static func separates(_ a: Vertex, _ b: Vertex, _ start: Vertex, _ end: Vertex) -> Bool {
    (Orientation.sign(start, end, a) >= 0) != (Orientation.sign(start, end, b) >= 0)
  }

  /// The values that stand in a list an odd number of times, ascending.
  private static func oddOnes(of values: [Int32]) -> [Int32] {
    var odd: [Int32] = []
    for value in values.sorted() {
      if odd.last == value { odd.removeLast() } else { odd.append(value) }
    }
    return odd
  }

  /// `Orientation.sign` as far as rounded arithmetic can tell.
  private struct Determinant {
    let value: Double
    let error: Double

    @inline(__always)
    var isPositive: Bool { value > error }
    @inline(__always)
    var isNegative: Bool { value < -error }
    @inline(__always)
    var isCertain: Bool { abs(value) > error }
  }

  @inline(__always)
  private static func determinant(_ a: Vertex, _ b: Vertex, _ point: Vertex) -> Determinant {
    let left = (a.x - point.x) * (b.y - point.y)
    let right = (a.y - point.y) * (b.x - point.x)
    return Determinant(
      value: left - right,
      error: Orientation.errorBound * (abs(left) + abs(right)) + Orientation.leastCertain)
  }
}
