/// Whole numbers added to some variables of a component such that every row and every bound still
/// holds: another table, told by what is different.
struct TableChange: Hashable, Sendable {
  private(set) var variables: [Int] = []
  private(set) var amounts: [Int] = []

  func amount(of variable: Int) -> Int {
    variables.firstIndex(of: variable).map { amounts[$0] } ?? 0
  }
}

extension InnerForm {
  /// What steps of some inner variables change, or `nil` where a row or a bound would not hold:
  /// exact. It says the same as a look at the whole table, and looks only at what changes.
  /// - Parameter start: a table that holds everything.
  func change(
    _ component: OpenComponent, _ start: [Int], by steps: [(inner: Int, amount: Int)]
  ) -> TableChange? {
    var amounts: [Int: Int] = [:]
    for step in steps where step.amount != 0 {
      for share in sumsOf[step.inner] {
        amounts[Int(share.of), default: 0] += share.factor * step.amount
      }
    }
    var change = TableChange()
    var rows: [Int32: Int] = [:]
    for (variable, amount) in amounts.sorted(by: { $0.key < $1.key }) where amount != 0 {
      let value = start[variable] + amount
      guard component.lower[variable] <= value, value <= component.upper[variable] else {
        return nil
      }
      change.add(amount, to: variable)
      for row in component.rowsOf[variable] {
        rows[row, default: 0] += amount * component.factor(of: variable, inRow: Int(row))
      }
    }
    return rows.values.allSatisfy { $0 == 0 } ? change : nil
  }
}

extension TableChange {
  fileprivate mutating func add(_ amount: Int, to variable: Int) {
    variables.append(variable)
    amounts.append(amount)
  }
}

extension OpenComponent {
  /// The terms of a row are in the order of their variables.
  fileprivate func factor(of variable: Int, inRow row: Int) -> Int {
    let terms = rows[row].terms
    var (low, high) = (0, terms.count)
    while low < high {
      let middle = (low + high) / 2
      if terms[middle].variable < variable { low = middle + 1 } else { high = middle }
    }
    return terms[low].factor
  }
}
