/// Variables that lie near one another, and the rows that any of them is in.
struct Block {
  /// The nearest first.
  var variables: [Int] = []
  var rows: [Int] = []
}

/// Finds blocks; keeps its scratch memory from one to the next.
struct BlockFinder {
  private let component: OpenComponent
  private var seen: [Int32]
  private var seenRow: [Int32]
  private var turn: Int32 = 0

  init(_ component: OpenComponent) {
    self.component = component
    seen = Array(repeating: 0, count: component.origin.count)
    seenRow = Array(repeating: 0, count: component.rows.count)
  }

  /// - Parameter fan: how many variables a row brings in at most. Rows are long, and what a short
  ///   move needs lies a few rows away: with few from each, a small block reaches it.
  mutating func around(_ start: Int, size: Int, fan: Int = .max) -> Block {
    turn += 1
    var block = Block(variables: [start])
    seen[start] = turn
    var position = 0
    while position < block.variables.count {
      let variable = block.variables[position]
      position += 1
      for row in component.rowsOf[variable].map(Int.init) where seenRow[row] != turn {
        seenRow[row] = turn
        block.rows.append(row)
        var left = fan
        for term in component.rows[row].terms
        where seen[term.variable] != turn && block.variables.count < size && left > 0 {
          seen[term.variable] = turn
          block.variables.append(term.variable)
          left -= 1
        }
      }
    }
    return block
  }
}
