/// Which cells of a table hang together (a disjoint-set forest; Tarjan 1975).
package struct JoinedCells {
  private var above: [Int]

  /// Every cell by itself.
  package init(count: Int) {
    above = Array(0..<count)
  }

  package mutating func join(_ cell: Int, _ other: Int) {
    let (left, right) = (root(cell), root(other))
    above[max(left, right)] = min(left, right)
  }

  /// For each cell the first of those that it hangs together with.
  package mutating func firsts() -> [Int] {
    var firsts = above
    for cell in firsts.indices { firsts[cell] = root(cell) }
    return firsts
  }

  private mutating func root(_ cell: Int) -> Int {
    var cell = cell
    while above[cell] != cell {
      above[cell] = above[above[cell]]
      cell = above[cell]
    }
    return cell
  }
}
