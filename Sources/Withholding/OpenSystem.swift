/// What is not known of a table, as variables in whole numbers with bounds and equations.
///
/// Cells that differ by a known number are one variable, and what the bounds alone settle is none.
/// All of it is exact.
struct OpenSystem {
  /// From here on a bound is none. Sums of millions of bounds still fit into a whole number.
  static let end = 1 << 40

  struct Term: Hashable {
    var variable: Int
    var factor: Int
  }

  /// `terms = right`.
  struct Row: Hashable {
    var terms: [Term]
    var right: Int
  }

  /// By cell: `cell = variable + offset`; the variable of a cell is itself or another cell.
  private(set) var variableOfCell: [Int]
  private(set) var offsetOfCell: [Int]
  /// By variable.
  private(set) var lower: [Int]
  private(set) var upper: [Int]
  /// By variable, whether it has an upper bound of its own, which no row says.
  private(set) var isCapped: [Bool]
  private(set) var rows: [Row] = []

  /// - Throws: `WithholdingError.inconsistent` where no numbers fit.
  init(_ table: KnownTable) throws(WithholdingError) {
    let count = table.cells.count
    variableOfCell = Array(0..<count)
    offsetOfCell = Array(repeating: 0, count: count)
    lower = []
    upper = []
    isCapped = []
    for cell in table.cells {
      switch cell {
      case .shown(let value): bound(value, value)
      case .withheld(let least, _): bound(least, OpenSystem.end)
      case .unknown(let least, let most):
        bound(least ?? -OpenSystem.end, most ?? OpenSystem.end)
      }
      isCapped.append(upper[upper.count - 1] < OpenSystem.end)
    }
    for (cell, (low, high)) in zip(lower, upper).enumerated()
    where low > high || max(low.magnitude, high.magnitude) > OpenSystem.end {
      throw .inconsistent(cell: cell)
    }
    try take(table.sums)
    repeat { _ = try merge() } while try propagate()
    _ = try merge()
  }

  private mutating func bound(_ low: Int, _ high: Int) {
    lower.append(low)
    upper.append(high)
  }

  func isSettled(_ variable: Int) -> Bool { lower[variable] == upper[variable] }

  /// The range that the bounds leave a cell.
  func range(ofCell cell: Int) -> ClosedRange<Int> {
    let variable = variableOfCell[cell]
    let shifted = { (bound: Int, offset: Int) in
      abs(bound) >= OpenSystem.end ? bound : bound + offset
    }
    return shifted(
      lower[variable], offsetOfCell[cell])...shifted(
        upper[variable], offsetOfCell[cell])
  }

  private mutating func take(_ sums: [FigureTable.Sum]) throws(WithholdingError) {
    for sum in sums {
      for cell in sum.parts + [sum.parent] where !lower.indices.contains(cell) {
        throw .inconsistent(cell: cell)
      }
      let parts = sum.parts.map { Term(variable: $0, factor: 1) }
      rows.append(Row(terms: parts + [Term(variable: sum.parent, factor: -1)], right: 0))
    }
  }

  // MARK: - Merging

  private mutating func root(_ cell: Int) -> Int {
    var (root, offset) = (cell, 0)
    while variableOfCell[root] != root {
      offset += offsetOfCell[root]
      root = variableOfCell[root]
    }
    variableOfCell[cell] = root
    offsetOfCell[cell] = offset
    return root
  }

  /// Puts what is known into the rows and makes variables one that differ by a known number;
  /// answers whether bounds have changed.
  private mutating func merge() throws(WithholdingError) -> Bool {
    var isChanged = true
    var hasMoved = false
    while isChanged {
      isChanged = false
      var kept = Set<Row>()
      var left: [Row] = []
      for old in rows {
        let row = reduced(old)
        if row.terms.isEmpty {
          guard row.right == 0 else { throw .inconsistent(cell: old.terms[0].variable) }
          continue
        }
        if let (one, other) = alike(row) {
          hasMoved = try join(one, other, row.right) || hasMoved
          isChanged = true
        } else if kept.insert(row).inserted {
          left.append(row)
        }
      }
      rows = left
    }
    for cell in variableOfCell.indices { _ = root(cell) }
    return hasMoved
  }

  private mutating func reduced(_ row: Row) -> Row {
    var right = row.right
    var terms: [Term] = []
    for term in row.terms {
      let variable = root(term.variable)
      right -= term.factor * offsetOfCell[term.variable]
      if isSettled(variable) {
        right -= term.factor * lower[variable]
      } else {
        terms.append(Term(variable: variable, factor: term.factor))
      }
    }
    terms.sort { $0.variable < $1.variable }
    var merged: [Term] = []
    for term in terms {
      if let last = merged.indices.last, merged[last].variable == term.variable {
        merged[last].factor += term.factor
      } else {
        merged.append(term)
      }
    }
    merged.removeAll { $0.factor == 0 }
    guard let first = merged.first, first.factor < 0 else {
      return Row(terms: merged, right: right)
    }
    return Row(
      terms: merged.map { Term(variable: $0.variable, factor: -$0.factor) }, right: -right)
  }

  /// The two variables of a row that says nothing but how far they are apart.
  private func alike(_ row: Row) -> (Int, Int)? {
    guard row.terms.count == 2, row.terms[0].factor == 1, row.terms[1].factor == -1 else {
      return nil
    }
    return (row.terms[0].variable, row.terms[1].variable)
  }

  /// States that `one = other + difference`; answers whether a bound has changed.
  private mutating func join(
    _ one: Int, _ other: Int, _ difference: Int
  ) throws(WithholdingError) -> Bool {
    variableOfCell[one] = other
    offsetOfCell[one] = difference
    isCapped[other] = isCapped[other] || isCapped[one]
    var hasMoved = false
    if lower[one] > -OpenSystem.end {
      hasMoved = try raise(other, to: lower[one] - difference) || hasMoved
    }
    if upper[one] < OpenSystem.end {
      hasMoved = try lower(other, to: upper[one] - difference) || hasMoved
    }
    return hasMoved
  }

  mutating func raise(_ variable: Int, to bound: Int) throws(WithholdingError) -> Bool {
    guard bound > lower[variable] else { return false }
    lower[variable] = bound
    guard bound <= upper[variable] else { throw .inconsistent(cell: variable) }
    return true
  }

  mutating func lower(_ variable: Int, to bound: Int) throws(WithholdingError) -> Bool {
    guard bound < upper[variable] else { return false }
    upper[variable] = bound
    guard bound >= lower[variable] else { throw .inconsistent(cell: variable) }
    return true
  }
}
