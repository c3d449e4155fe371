import LinearPrograms

/// A linear program whose answers are to be whole numbers.
///
/// Most numbers of an answer are whole anyhow; the others are fixed to whole ones little by little,
/// and the program is solved again from where it was.
struct WholeProgram: ~Copyable {
  private var solver: LinearSolver
  private let bounds: [ClosedRange<Double>]

  private static let mostTurns = 400

  /// - Parameter bounds: those of the system's variables.
  init(_ system: LinearSystem, _ bounds: [ClosedRange<Double>]) throws(LinearProgramError) {
    self.bounds = bounds
    solver = try LinearSolver(system)
  }

  /// What the solver says of the program without an objective.
  mutating func isImpossible() throws(LinearProgramError) -> Bool {
    try solver.minimize([]) == .infeasible
  }

  /// The best numbers, whole or not.
  ///
  /// The dual method is faster by far where all variables have bounds; where it does not come
  /// through, the primal one has the last word.
  mutating func values(
    maximizing objective: [LinearSystem.Term], _ budget: inout Int
  ) throws(LinearProgramError) -> [Double]? {
    budget -= 1
    for method in [LinearSolver.Method.dual, .primal] {
      if case .optimal(_, let values) = try solver.maximize(objective, by: method) {
        return values
      }
    }
    return nil
  }

  /// Whole numbers near the best ones; `nil` where none were found. To be checked exactly.
  mutating func numbers(
    maximizing objective: [LinearSystem.Term], _ budget: inout Int
  ) throws(LinearProgramError) -> [Int]? {
    guard var values = try values(maximizing: objective, &budget) else { return nil }
    var fixed: [Int] = []
    // Half of them at a time, and fewer where that goes wrong.
    var share = 2
    for _ in 0..<WholeProgram.mostTurns where budget > 0 {
      let fractions = values.indices.filter { !WholeProgram.isWhole(values[$0]) }
      if fractions.isEmpty { break }
      let chosen = Array(fractions.prefix(max(1, fractions.count / share)))
      fixed += chosen
      for variable in chosen { try fix(variable, values[variable].rounded()) }
      if let next = try self.values(maximizing: objective, &budget) {
        values = next
        continue
      }
      // Too many at once, or the wrong way.
      for variable in chosen { try free(variable) }
      if let only = chosen.first, chosen.count == 1 {
        let isUp = values[only] > values[only].rounded()
        try fix(only, values[only].rounded(isUp ? .up : .down))
      }
      share = min(fractions.count, 4 * share)
      guard let next = try self.values(maximizing: objective, &budget) else { break }
      values = next
    }
    for variable in fixed { try free(variable) }
    return WholeProgram.whole(values)
  }

  private mutating func fix(_ variable: Int, _ value: Double) throws(LinearProgramError) {
    try solver.bound(variable, lower: value, upper: value)
  }

  private mutating func free(_ variable: Int) throws(LinearProgramError) {
    try solver.bound(
      variable, lower: bounds[variable].lowerBound, upper: bounds[variable].upperBound)
  }

  private static func isWhole(_ value: Double) -> Bool { abs(value - value.rounded()) < 1e-6 }

  private static func whole(_ values: [Double]) -> [Int]? {
    guard values.allSatisfy({ isWhole($0) && abs($0) < Double(OpenSystem.end) }) else {
      return nil
    }
    return values.map { Int($0.rounded()) }
  }
}
