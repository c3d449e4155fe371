/// Finds blocks; keeps its scratch memory from one to the next.
struct BlockFinder {
  private let form: InnerForm
  private var seen: [Int32]
  private var seenRow: [Int32]
  private var turn: Int32 = 0
  private var rowTurn: Int32 = 0

  /// How many variables a row brings in at most: what a short move needs lies a few rows away, and
  /// with few from each a small block reaches it.
  private static let fan = 8

  init(_ form: InnerForm) {
    self.form = form
    seen = Array(repeating: 0, count: form.inner.count)
    seenRow = Array(repeating: 0, count: form.rows.count)
  }

  /// The nearest inner variables of a variable of the component, about `size`.
  mutating func around(_ variable: Int, size: Int) -> InnerForm.Block {
    turn += 1
    return grow(from: variable, size, most: size / 4)
  }

  /// Blocks of about `size` around all of these variables that have no inner variable in common, so
  /// that each may change without the others.
  mutating func apart(_ variables: [Int], size: Int) -> [InnerForm.Block] {
    turn += 1
    var blocks: [InnerForm.Block] = []
    for variable in variables {
      let isTaken = form.sums[variable].terms.prefix(size).contains { seen[Int($0.inner)] == turn }
      if isTaken { continue }
      blocks.append(grow(from: variable, size, most: size))
    }
    return blocks
  }

  /// - Parameter most: how many inner variables of the variable itself to begin with at most.
  private mutating func grow(from variable: Int, _ size: Int, most: Int) -> InnerForm.Block {
    rowTurn += 1
    var block = InnerForm.Block(inner: [], rows: [])
    for term in form.sums[variable].terms.prefix(most) { add(term, to: &block) }
    var position = 0
    while position < block.inner.count {
      for share in form.rowsOf[block.inner[position]] where seenRow[Int(share.of)] != rowTurn {
        seenRow[Int(share.of)] = rowTurn
        block.rows.append(Int(share.of))
        bring(form.rows[Int(share.of)].terms, to: &block, size)
      }
      position += 1
    }
    return block
  }

  private mutating func bring(
    _ terms: [InnerForm.Term], to block: inout InnerForm.Block, _ size: Int
  ) {
    var left = BlockFinder.fan
    for term in terms {
      guard left > 0, block.inner.count < size else { return }
      if add(term, to: &block) { left -= 1 }
    }
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
