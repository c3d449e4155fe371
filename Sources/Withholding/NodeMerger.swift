/// Finds which figures of a table are known zeros and which are the same figure.
struct NodeMerger {
  private(set) var isZero: [Bool]
  /// In terms of the first figure of each class, without zeros, parts in order.
  private(set) var sums: [SumWeb.Sum]
  private var above: [Int32]

  init(_ table: FigureTable) throws(WithholdingError) {
    isZero = table.cells.map(\.isKnownZero)
    above = table.cells.indices.map(Int32.init)
    sums = []
    for (position, cell) in table.cells.enumerated() where cell.value < 0 {
      throw .inconsistent(cell: position)
    }
    for sum in table.sums {
      sums.append(SumWeb.Sum(parent: Int32(sum.parent), parts: sum.parts.map(Int32.init)))
    }
  }

  mutating func root(_ cell: Int) -> Int {
    var cell = cell
    while Int(above[cell]) != cell {
      above[cell] = above[Int(above[cell])]
      cell = Int(above[cell])
    }
    return cell
  }

  /// Repeats until a round changes nothing: merging two figures can make two sums alike.
  mutating func merge() throws(WithholdingError) {
    var isChanged = true
    while isChanged {
      isChanged = false
      var kept: [SumWeb.Sum] = []
      var parents: [[Int32]: Int32] = [:]
      for sum in sums {
        guard let sum = try reduced(sum, &isChanged) else { continue }
        if let known = parents[sum.parts] {
          isChanged = join(sum.parent, known) || isChanged
          continue
        }
        parents[sum.parts] = sum.parent
        kept.append(sum)
      }
      sums = kept
    }
  }

  /// The sum in terms of what is known; `nil` where nothing of it is left.
  private mutating func reduced(
    _ sum: SumWeb.Sum, _ isChanged: inout Bool
  ) throws(WithholdingError) -> SumWeb.Sum? {
    let parent = Int32(root(Int(sum.parent)))
    var parts: [Int32] = []
    for part in sum.parts {
      let root = root(Int(part))
      if !isZero[root] { parts.append(Int32(root)) }
    }
    parts.sort()
    // What is left beside the parent itself, or below a zero, is zero.
    let leavesNothing = isZero[Int(parent)] || parts.contains(parent)
    if leavesNothing {
      for part in parts where part != parent {
        isZero[Int(part)] = true
        isChanged = true
      }
      return nil
    }
    guard let first = parts.first else {
      guard !isZero[Int(parent)] else { return nil }
      throw .inconsistent(cell: sum.parent == parent ? Int(parent) : Int(sum.parent))
    }
    guard parts.count > 1 else {
      isChanged = join(parent, first) || isChanged
      return nil
    }
    return SumWeb.Sum(parent: parent, parts: parts)
  }

  private mutating func join(_ one: Int32, _ other: Int32) -> Bool {
    let (left, right) = (root(Int(one)), root(Int(other)))
    guard left != right else { return false }
    above[max(left, right)] = Int32(min(left, right))
    return true
  }
}
