/// Which withheld figures follow from the shown ones by adding and subtracting alone: those whose
/// unit vectors lie in the span of what is shown.
struct Determination {
  /// By node; `false` for what is shown.
  private(set) var isFixed: [Bool]
  /// By node: figures with the same number here follow from one another, so that whoever knows
  /// one knows all of them; 0 where fixed or shown.
  private(set) var bundle: [UInt64]
  /// By node: figures of one bundle with the same number here change alike.
  private let change: [UInt64]

  init(_ web: SumWeb, isHidden: [Bool]) {
    var columnOf = Array(repeating: Int32(-1), count: web.nodes.count)
    var nodeOf: [Int] = []
    for node in web.nodes.indices where isHidden[node] {
      columnOf[node] = Int32(nodeOf.count)
      nodeOf.append(node)
    }
    let rows = web.sums.indices.map { web.row($0) { columnOf[$0] } }.filter { !$0.isEmpty }
    let elimination = SparseElimination(rows: rows, columnCount: nodeOf.count)
    let first = elimination.kernelVector(seed: 1)
    let second = elimination.kernelVector(seed: 2)
    isFixed = Array(repeating: false, count: web.nodes.count)
    bundle = Array(repeating: 0, count: web.nodes.count)
    var change = bundle
    for (column, node) in nodeOf.enumerated() {
      isFixed[node] = first[column] == 0 && second[column] == 0
      guard first[column] != 0 else { continue }
      change[node] = first[column]
      bundle[node] = Prime61.multiply(second[column], Prime61.inverse(first[column]))
    }
    self.change = change
  }

  /// Whether two withheld figures always lie equally far apart.
  func isAlike(_ one: Int, _ other: Int) -> Bool {
    bundle[one] == bundle[other] && change[one] == change[other]
  }
}

extension SumWeb {
  /// A sum as a row of the system, by the columns of its nodes; −1 for what is shown.
  func row(_ sum: Int, column: (Int) -> Int32) -> [SparseElimination.Entry] {
    var row: [SparseElimination.Entry] = []
    for part in sums[sum].parts {
      let column = column(Int(part))
      if column >= 0 { row.append(SparseElimination.Entry(column: column, value: 1)) }
    }
    let parent = column(Int(sums[sum].parent))
    if parent >= 0 {
      row.append(SparseElimination.Entry(column: parent, value: Prime61.negate(1)))
    }
    return row.sorted { $0.column < $1.column }
  }
}
