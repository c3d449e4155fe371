/// Finds blocks; keeps its scratch memory from one to the next.
struct BlockFinder {
  private let form: InnerForm
  /// By inner variable, the rows that it is in, short ones first.
  private let rowsOf: [[Int32]]
  private var seen: [Int32]
  private var seenRow: [Int32]
  private var turn: Int32 = 0

  /// How many variables a row brings in at most: what a short move needs lies a few rows away, and
  /// with few from each a small block reaches it.
  private static let fan = 8

  init(_ form: InnerForm) {
    self.form = form
    var rowsOf: [[Int32]] = Array(repeating: [], count: form.inner.count)
    let byLength = form.rows.indices.sorted {
      (form.rows[$0].terms.count, $0) < (form.rows[$1].terms.count, $1)
    }
    for row in byLength {
      for term in form.rows[row].terms { rowsOf[Int(term.inner)].append(Int32(row)) }
    }
    self.rowsOf = rowsOf
    seen = Array(repeating: 0, count: form.inner.count)
    seenRow = Array(repeating: 0, count: form.rows.count)
  }

  /// The nearest inner variables of a variable of the component, about `size`.
  mutating func around(_ variable: Int, size: Int) -> InnerForm.Block {
    turn += 1
    var block = InnerForm.Block(inner: [], rows: [])
    for term in form.sums[variable].terms.prefix(size / 4) { add(term, to: &block) }
    var position = 0
    while position < block.inner.count {
      for row in rowsOf[block.inner[position]].map(Int.init) where seenRow[row] != turn {
        seenRow[row] = turn
        block.rows.append(row)
        var left = BlockFinder.fan
        for term in form.rows[row].terms where left > 0 && block.inner.count < size {
          if add(term, to: &block) { left -= 1 }
        }
      }
      position += 1
    }
    return block
  }

  @discardableResult
  private mutating func add(_ term: InnerForm.Term, to block: inout InnerForm.Block) -> Bool {
    let inner = Int(term.inner)
    guard seen[inner] != turn else { return false }
    seen[inner] = turn
    block.inner.append(inner)
    return true
  }
}
