/// Shows again what need not be withheld.
///
/// A figure may be shown if no primary one follows from it. The figures around it settle that
/// alone: take two random changes of the neighborhood that both change the figure. Where they
/// combine into one that leaves the figure as it is and still changes every primary figure that
/// they change, any change of the whole table can be mended in the same way, and no primary
/// figure anywhere loses its freedom.
struct Cleaning {
  let web: SumWeb
  private var seen: [Int32]
  private var seenSum: [Int32]
  private var column: [Int32]
  private var turn: Int32 = 0

  init(_ web: SumWeb) {
    self.web = web
    seen = Array(repeating: 0, count: web.nodes.count)
    column = seen
    seenSum = Array(repeating: 0, count: web.sums.count)
  }

  /// Whether no primary figure is tied to this one, as far as the withheld figures `nodes`
  /// around it tell.
  mutating func canShow(_ node: Int, near nodes: [Int]) -> Bool {
    number(nodes)
    guard seen[node] == turn else { return false }
    let place = Int(column[node])
    let elimination = SparseElimination(rows: rows(of: nodes), columnCount: nodes.count)
    let first = elimination.kernelVector(seed: 3)
    let second = elimination.kernelVector(seed: 4)
    guard first[place] != 0, second[place] != 0 else { return false }
    for (position, other) in nodes.enumerated() where web.nodes[other].isPrimary {
      guard first[position] != 0 else { continue }
      let left = Prime61.multiply(first[position], second[place])
      if left == Prime61.multiply(second[position], first[place]) { return false }
    }
    return true
  }

  private mutating func number(_ nodes: [Int]) {
    turn += 1
    for (position, node) in nodes.enumerated() {
      seen[node] = turn
      column[node] = Int32(position)
    }
  }

  private mutating func rows(of nodes: [Int]) -> [[SparseElimination.Entry]] {
    var rows: [[SparseElimination.Entry]] = []
    for node in nodes {
      for sum in web.parentOf[node] + web.partOf[node] where seenSum[Int(sum)] != turn {
        seenSum[Int(sum)] = turn
        rows.append(web.row(Int(sum)) { seen[$0] == turn ? column[$0] : -1 })
      }
    }
    return rows
  }
}
