import LinearPrograms

/// Finds one table of whole numbers that holds all rows of a component, away from its bounds where
/// it can be.
///
/// A linear program gives numbers of which most are whole; the others are fixed to whole ones
/// little by little, and the program is solved again from where it was.
struct StartFinder {
  let component: OpenComponent
  /// How far from its lower bound a number is worth something.
  let reach: Int

  enum Start {
    case found([Int])
    case impossible
    case unsettled
  }

  private static let mostTurns = 400

  func start(_ budget: inout Int) throws(LinearProgramError) -> Start {
    var system = LinearSystem()
    var objective: [LinearSystem.Term] = []
    for variable in component.origin.indices {
      let number = component.addVariable(variable, to: &system)
      // The part of it that counts; what lies beyond is worth nothing.
      let most = min(component.upper[variable] - component.lower[variable], reach)
      let part = system.addVariable(upper: Double(most))
      let low = Double(component.lower[variable])
      guard component.lower[variable] > -OpenSystem.end else { continue }
      system.addRow(
        [LinearSystem.Term(number), LinearSystem.Term(part, times: -1)], lower: low,
        upper: .infinity)
      objective.append(LinearSystem.Term(part, times: -StartFinder.weight(variable)))
    }
    component.addRows(to: &system) { 2 * $0 }
    var solver = try LinearSolver(system)
    return try dive(&solver, objective, &budget)
  }

  /// Not quite alike, so that corners are few.
  private static func weight(_ variable: Int) -> Double {
    1 + Double((variable &* 7919) % 997) / 997
  }

  private func dive(
    _ solver: inout LinearSolver, _ objective: [LinearSystem.Term], _ budget: inout Int
  ) throws(LinearProgramError) -> Start {
    guard var values = try solve(&solver, objective, &budget) else {
      let answer = try solver.minimize([])
      return answer == .infeasible ? .impossible : .unsettled
    }
    var share = 8
    for _ in 0..<StartFinder.mostTurns where budget > 0 {
      let fractions = component.origin.indices.filter { !StartFinder.isWhole(values[2 * $0]) }
      if fractions.isEmpty { break }
      let chosen = fractions.prefix(max(1, fractions.count / share))
      for variable in chosen { try fix(variable, values[2 * variable].rounded(), &solver) }
      if let next = try solve(&solver, objective, &budget) {
        values = next
        continue
      }
      // Too much at once, or the wrong way.
      for variable in chosen { try free(variable, &solver) }
      if let only = chosen.first, chosen.count == 1 {
        let value = values[2 * only]
        let isUp = value > value.rounded()
        try fix(only, value.rounded(isUp ? .up : .down), &solver)
      }
      share = fractions.count
      guard let next = try solve(&solver, objective, &budget) else { return .unsettled }
      values = next
    }
    let whole = component.origin.indices.map { Int(values[2 * $0].rounded()) }
    return component.holds(whole) ? .found(whole) : .unsettled
  }

  /// The dual method is faster by far; where it does not come through, the primal one has the
  /// last word.
  private func solve(
    _ solver: inout LinearSolver, _ objective: [LinearSystem.Term], _ budget: inout Int
  ) throws(LinearProgramError) -> [Double]? {
    budget -= 1
    for method in [LinearSolver.Method.dual, .primal] {
      if case .optimal(_, let values) = try solver.minimize(objective, by: method) {
        return values
      }
    }
    return nil
  }

  private func fix(
    _ variable: Int, _ value: Double, _ solver: inout LinearSolver
  ) throws(LinearProgramError) {
    try solver.bound(2 * variable, lower: value, upper: value)
  }

  private func free(
    _ variable: Int, _ solver: inout LinearSolver
  ) throws(LinearProgramError) {
    try solver.bound(
      2 * variable, lower: OpenComponent.bound(component.lower[variable]),
      upper: OpenComponent.bound(component.upper[variable]))
  }

  static func isWhole(_ value: Double) -> Bool { abs(value - value.rounded()) < 1e-6 }
}

extension OpenComponent {
  static func bound(_ bound: Int) -> Double {
    bound >= OpenSystem.end ? .infinity : bound <= -OpenSystem.end ? -.infinity : Double(bound)
  }

  func addVariable(_ variable: Int, to system: inout LinearSystem) -> Int {
    system.addVariable(
      lower: OpenComponent.bound(lower[variable]), upper: OpenComponent.bound(upper[variable]))
  }

  func addRows(to system: inout LinearSystem, _ number: (Int) -> Int) {
    for row in rows {
      let terms = row.terms.map {
        LinearSystem.Term(number($0.variable), times: Double($0.factor))
      }
      system.addRow(terms, equals: Double(row.right))
    }
  }
}
