import LinearPrograms

/// A linear program over the changes of a neighborhood's inner nodes.
struct MoveProgram {
  private var system = LinearSystem()
  private var objective: [LinearSystem.Term] = []
  private let innerCount: Int

  init(_ neighborhood: Neighborhood) {
    innerCount = neighborhood.inner.count
    for _ in neighborhood.inner { _ = system.addVariable(lower: -.infinity) }
    for tie in neighborhood.ties { system.addRow(MoveProgram.terms(tie), equals: 0) }
  }

  mutating func set(_ row: Neighborhood.Row, to amount: Double) {
    system.addRow(MoveProgram.terms(row.terms), equals: amount)
  }

  mutating func bound(_ row: Neighborhood.Row, lower: Double, upper: Double) {
    guard lower > -.infinity || upper < .infinity else { return }
    system.addRow(MoveProgram.terms(row.terms), lower: lower, upper: upper)
  }

  /// Charges every unit that the row changes, up or down, and lowers it by `most` at most.
  mutating func price(_ row: Neighborhood.Row, at price: Double, most: Double) {
    guard price > 0 else {
      bound(row, lower: -most, upper: .infinity)
      return
    }
    let up = system.addVariable()
    let down = system.addVariable(upper: most)
    let change = [LinearSystem.Term(up, times: -1), LinearSystem.Term(down)]
    system.addRow(MoveProgram.terms(row.terms) + change, equals: 0)
    objective += [LinearSystem.Term(up, times: price), LinearSystem.Term(down, times: price)]
  }

  func solver() throws(LinearProgramError) -> LinearSolver { try LinearSolver(system) }

  /// The changes of the inner nodes that cost least, or `nil` where there are none.
  ///
  /// The dual method starts from no change at all and is faster by far; where it does not come
  /// through, the primal one has the last word.
  func cheapest() throws(LinearProgramError) -> ArraySlice<Double>? {
    for method in [LinearSolver.Method.dual, .primal] {
      var solver = try solver()
      let answer = try solver.minimize(objective, by: method)
      if case .optimal(_, let values) = answer { return values[..<innerCount] }
    }
    return nil
  }

  static func terms(_ terms: [Neighborhood.Term]) -> [LinearSystem.Term] {
    terms.map { LinearSystem.Term(Int($0.inner), times: Double($0.count)) }
  }
}
