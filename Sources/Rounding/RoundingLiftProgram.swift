import LinearPrograms

/// Finds, by linear programs, sets of figures that may grow together, where `RoundingLift` does not.
///
/// A program asks for the smallest set that holds a figure, in fractions; where the answer is whole,
/// it is such a set, which is checked in whole numbers.
struct RoundingLiftProgram: ~Copyable {
  private let rules: [RoundingTable.Rule]
  /// By rule: how far its total may sink for each person by which the set grows.
  private let rooms: [Int]
  private let mayGrow: [Bool]
  private var solver: LinearSolver

  /// - Parameters:
  ///   - numbers: what is shown, in persons.
  ///   - mayGrow: by cell, whether it is a figure.
  init(
    _ rules: [RoundingTable.Rule], numbers: [Int], mayGrow: [Bool], growth: Int
  ) throws(LinearProgramError) {
    self.rules = rules
    self.mayGrow = mayGrow
    rooms = rules.map { rule in
      let total = rule.terms.reduce(0) { $0 + $1.factor * numbers[$1.cell] }
      return rule.isBound ? total / max(1, growth) : 0
    }
    var system = LinearSystem()
    for mayGrow in mayGrow { _ = system.addVariable(lower: 0, upper: mayGrow ? 1 : 0) }
    for (rule, room) in zip(rules, rooms) {
      system.addRow(
        rule.terms.map { LinearSystem.Term($0.cell, times: Double($0.factor)) },
        lower: Double(-room), upper: rule.isBound ? .infinity : 0)
    }
    solver = try LinearSolver(system)
  }

  /// A set that holds the figure; `nil` where none was found.
  mutating func around(_ cell: Int) throws(LinearProgramError) -> [Int]? {
    guard mayGrow[cell] else { return nil }
    try solver.bound(cell, lower: 1, upper: 1)
    let size = mayGrow.indices.map { LinearSystem.Term($0) }
    let answer = try solver.minimize(size, by: .dual)
    try solver.bound(cell, lower: 0, upper: 1)
    guard case .optimal(_, let values) = answer else { return nil }
    let isIn = values.map { $0 > 0.5 }
    let isSet = zip(rules, rooms).allSatisfy { rule, room in
      let net = rule.terms.reduce(0) { $0 + (isIn[$1.cell] ? $1.factor : 0) }
      return rule.isBound ? net >= -room : net == 0
    }
    return isSet && isIn[cell] ? isIn.indices.filter { isIn[$0] } : nil
  }
}
