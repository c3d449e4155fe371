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
}
