import LinearPrograms

/// The move of one variable by one that changes least else, and that can be made several times.
struct StepProgram {
  private let component: OpenComponent
  private let block: Block
  private let times: Int
  private var system = LinearSystem()
  private var objective: [LinearSystem.Term] = []

  init(
    _ component: OpenComponent, _ block: Block, _ start: [Int], _ variable: Int, direction: Int,
    times: Int
  ) throws(LinearProgramError) {
    self.component = component
    self.block = block
    self.times = max(1, times)
    var position: [Int: Int] = [:]
    for near in block.variables {
      let (low, high) = (component.lower[near], component.upper[near])
      var down = low <= -OpenSystem.end ? Double.infinity : Double((start[near] - low) / times)
      var up = high >= OpenSystem.end ? Double.infinity : Double((high - start[near]) / times)
      if near == variable { (down, up) = direction > 0 ? (0, min(1, up)) : (min(1, down), 0) }
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
      guard abs(value) > 1e-7 else { continue }
      guard StartFinder.isWhole(value), abs(value) < Double(OpenSystem.end) else { return nil }
      changes[variable] = Int(value.rounded())
      move.variables.append(variable)
      move.amounts.append(Int(value.rounded()) * times)
    }
    let holds = block.rows.allSatisfy { row in
      component.rows[row].terms.reduce(0) { $0 + $1.factor * (changes[$1.variable] ?? 0) } == 0
    }
    return holds && !move.variables.isEmpty ? move : nil
  }
}
