import LinearPrograms

/// The move of one variable by one that changes least else, and that can be made several times.
///
/// Such moves are mostly whole numbers and touch few variables: a step between two places and two
/// periods, say. Made several times over, forwards and backwards, one of them settles all that it
/// touches.
struct StepProgram {
  /// Which way it can be made.
  enum Way: Sendable {
    case bothWays
    case up
    case down
  }

  private let component: OpenComponent
  private let block: Block
  private var system = LinearSystem()
  private var objective: [LinearSystem.Term] = []

  init(
    _ component: OpenComponent, _ block: Block, _ start: [Int], _ variable: Int, _ way: Way,
    times: Int
  ) {
    self.component = component
    self.block = block
    var position: [Int: Int] = [:]
    for near in block.variables {
      let (low, high) = (component.lower[near], component.upper[near])
      var down = low <= -OpenSystem.end ? Double.infinity : Double((start[near] - low) / times)
      var up = high >= OpenSystem.end ? Double.infinity : Double((high - start[near]) / times)
      if way == .bothWays { (up, down) = (min(up, down), min(up, down)) }
      if near == variable { (down, up) = way == .down ? (min(1, down), 0) : (0, min(1, up)) }
      position[near] = system.addVariable(upper: up)
      _ = system.addVariable(upper: down)
    }
    for row in block.rows {
      var terms: [LinearSystem.Term] = []
      for term in component.rows[row].terms {
        guard let place = position[term.variable] else { continue }
        terms.append(LinearSystem.Term(place, times: Double(term.factor)))
        terms.append(LinearSystem.Term(place + 1, times: -Double(term.factor)))
      }
      system.addRow(terms, equals: 0)
    }
    for (place, near) in block.variables.enumerated() {
      // Worth more than any way to it costs.
      let price = near == variable ? -1e5 : 1
      objective.append(LinearSystem.Term(2 * place, times: price))
      objective.append(LinearSystem.Term(2 * place + 1, times: price))
    }
  }

  func move() throws(LinearProgramError) -> VariableMove? {
    var solver = try LinearSolver(system)
    guard case .optimal(_, let values) = try solver.minimize(objective) else { return nil }
    var move = VariableMove()
    var changes: [Int: Int] = [:]
    for (place, variable) in block.variables.enumerated() {
      let value = values[2 * place] - values[2 * place + 1]
      guard StartFinder.isWhole(value), abs(value) < Double(OpenSystem.end) else { return nil }
      let amount = Int(value.rounded())
      guard amount != 0 else { continue }
      changes[variable] = amount
      move.variables.append(variable)
      move.amounts.append(amount)
    }
    let holds = block.rows.allSatisfy { row in
      component.rows[row].terms.reduce(0) { $0 + $1.factor * (changes[$1.variable] ?? 0) } == 0
    }
    return holds && !move.variables.isEmpty ? move : nil
  }
}
