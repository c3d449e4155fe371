extension InnerForm {
  /// Inner variables that lie near one another.
  struct Block: Sendable {
    /// As positions in `inner`, the nearest first.
    var inner: [Int]
    /// The rows that any of them is in.
    var rows: [Int]
  }

  /// All of the inner variables.
  var whole: Block { Block(inner: Array(inner.indices), rows: Array(rows.indices)) }

  /// What a pull at a variable means for each inner variable of a block.
  func strengths(pulling variable: Int, _ strength: Double, in block: Block) -> [Double] {
    block.inner.map { inner in
      let share = sumsOf[inner].first { Int($0.of) == variable }
      return strength * Double(share?.factor ?? 0)
    }
  }

  /// Whether steps of inner variables leave every row even.
  func isEven(_ steps: [ChangeProgram.Step]) -> Bool {
    var sums: [Int32: Int] = [:]
    for step in steps where step.amount != 0 {
      for share in rowsOf[step.inner] {
        sums[share.of, default: 0] += share.factor * step.amount
      }
    }
    return sums.values.allSatisfy { $0 == 0 }
  }
}
