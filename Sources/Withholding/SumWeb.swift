/// A table with everything taken out that says nothing: known zeros, figures that are the same
/// figure under two names, sums stated twice.
///
/// A sum with a single part makes the parent and the part one node, and so do two parents of the
/// same parts: sparse tables shrink by half.
struct SumWeb {
  struct Node {
    /// The least that a reader must take it for: 1 for a figure, 0 for a slack.
    var least: Int
    var value: Int
    var isFigure: Bool
    /// Whether it must be withheld, and whether it never can be.
    var isPrimary: Bool
    var isKnown: Bool
    /// How many values it must keep; 0 for as many as the table says.
    var threshold: Int
    var isOneRecord: Bool
    /// Whether no insider may learn it.
    var isGuarded: Bool
    /// Whether an earlier release withheld all of it that must be withheld.
    var wasWithheld: Bool
    /// Whether it was known before this release.
    var wasKnown: Bool
    var loss: Double
    /// The first of the cells that it stands for.
    var cell: Int

    /// How far it can be lowered.
    var room: Int { value - least }
  }

  struct Sum: Hashable {
    var parent: Int32
    var parts: [Int32]
  }

  private(set) var nodes: [Node] = []
  private(set) var sums: [Sum] = []
  /// For each node, the sums it is the parent of, and those it is a part of.
  private(set) var parentOf: [[Int32]] = []
  private(set) var partOf: [[Int32]] = []
  /// For each node, a number larger than those of all its parts.
  private(set) var rank: [Int32] = []
  /// The node of each cell; -1 for a known zero.
  private(set) var nodeOfCell: [Int32] = []

  init(_ table: FigureTable) throws(WithholdingError) {
    var merger = try NodeMerger(table)
    try merger.merge()
    number(table, &merger)
    connect(&merger)
    try order()
  }

  /// Whether the node is no sum of others: all that can change does so through inner nodes.
  func isInner(_ node: Int) -> Bool { parentOf[node].isEmpty }

  private mutating func number(_ table: FigureTable, _ merger: inout NodeMerger) {
    nodeOfCell = Array(repeating: -1, count: table.cells.count)
    for (position, cell) in table.cells.enumerated() {
      let root = merger.root(position)
      guard !merger.isZero[root] else { continue }
      if nodeOfCell[root] < 0 {
        nodeOfCell[root] = Int32(nodes.count)
        nodes.append(
          Node(
            least: 0, value: cell.value, isFigure: false, isPrimary: false, isKnown: false,
            threshold: 0, isOneRecord: false, isGuarded: false,
            wasWithheld: true, wasKnown: false, loss: 0, cell: position))
      }
      nodeOfCell[position] = nodeOfCell[root]
      let node = Int(nodeOfCell[root])
      if cell.role == .figure {
        nodes[node].isFigure = true
        nodes[node].least = max(nodes[node].least, cell.least)
        nodes[node].threshold = max(nodes[node].threshold, cell.threshold ?? 0)
      }
      nodes[node].isPrimary = nodes[node].isPrimary || cell.fate == .withheld
      nodes[node].isGuarded =
        nodes[node].isGuarded || cell.fate == .withheld && !cell.isKept
      if cell.fate == .withheld, !cell.wasWithheld { nodes[node].wasWithheld = false }
      nodes[node].isKnown = nodes[node].isKnown || cell.fate == .known
      nodes[node].wasKnown = nodes[node].wasKnown || cell.fate == .known && !cell.isNews
      nodes[node].isOneRecord = nodes[node].isOneRecord || cell.isOneRecord
      nodes[node].loss += cell.loss
    }
  }

  private mutating func connect(_ merger: inout NodeMerger) {
    sums = merger.sums.map { sum in
      Sum(parent: nodeOfCell[Int(sum.parent)], parts: sum.parts.map { nodeOfCell[Int($0)] })
    }
    parentOf = Array(repeating: [], count: nodes.count)
    partOf = Array(repeating: [], count: nodes.count)
    for (position, sum) in sums.enumerated() {
      parentOf[Int(sum.parent)].append(Int32(position))
      for part in sum.parts { partOf[Int(part)].append(Int32(position)) }
    }
  }

  /// Parts before parents.
  private mutating func order() throws(WithholdingError) {
    rank = Array(repeating: 0, count: nodes.count)
    var missing = sums.map(\.parts.count)
    var open = parentOf.map(\.count)
    var ready = nodes.indices.filter { open[$0] == 0 }
    var position = 0
    while position < ready.count {
      let node = ready[position]
      position += 1
      for sum in partOf[node].map(Int.init) {
        missing[sum] -= 1
        let parent = Int(sums[sum].parent)
        rank[parent] = max(rank[parent], rank[node] + 1)
        guard missing[sum] == 0 else { continue }
        open[parent] -= 1
        if open[parent] == 0 { ready.append(parent) }
      }
    }
    if let stuck = nodes.indices.first(where: { open[$0] > 0 }) {
      throw .inconsistent(cell: nodes[stuck].cell)
    }
  }
}
