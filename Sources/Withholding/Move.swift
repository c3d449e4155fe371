/// Whole numbers added to some nodes such that every sum still holds: another table that the same
/// release could stand for.
struct Move {
  var nodes: [Int]
  var amounts: [Int]

  /// The move that values of the inner nodes make, or `nil` where they are not whole numbers or
  /// break a tie. Floating point ends here: what comes out is exact.
  init?(_ neighborhood: Neighborhood, values: ArraySlice<Double>) {
    var whole: [Int] = []
    whole.reserveCapacity(values.count)
    for value in values {
      guard let number = Int(exactly: value.rounded()), abs(value - value.rounded()) < 1e-6 else {
        return nil
      }
      whole.append(number)
    }
    for tie in neighborhood.ties {
      guard Move.sum(tie, whole) == 0 else { return nil }
    }
    let byRow = neighborhood.rows.map { Move.sum($0.terms, whole) }
    nodes = []
    amounts = []
    for (position, node) in neighborhood.nodes.enumerated() {
      let amount = byRow[Int(neighborhood.rowOfNode[position])]
      guard amount != 0 else { continue }
      nodes.append(node)
      amounts.append(amount)
    }
  }

  private static func sum(_ terms: [Neighborhood.Term], _ values: [Int]) -> Int {
    terms.reduce(0) { $0 + Int($1.count) * values[Int($1.inner)] }
  }
}
