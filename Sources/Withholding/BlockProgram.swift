import LinearPrograms

/// A linear program over the changes of a block's variables; all others stay as they are.
struct BlockProgram: ~Copyable {
  let variables: [Int]
  private let component: OpenComponent
  private let rows: [Int]
  private let position: [Int: Int]
  private var solver: LinearSolver

  /// - Parameter isBoxed: whether no variable may move by more than it is asked to range, so that
  ///   not a few of them take all the room.
  init(
    _ component: OpenComponent, _ block: Block, _ start: [Int], isBoxed: Bool = true
  ) throws(LinearProgramError) {
    self.component = component
    variables = block.variables
    rows = block.rows
    var position: [Int: Int] = [:]
    var system = LinearSystem()
    for variable in block.variables {
      let most = isBoxed ? max(4, component.widths[variable]) : OpenSystem.end
      let (low, high) = (component.lower[variable], component.upper[variable])
      position[variable] = system.addVariable(
        lower: OpenComponent.bound(
          max(-most, low <= -OpenSystem.end ? low : low - start[variable])),
        upper: OpenComponent.bound(
          min(most, high >= OpenSystem.end ? high : high - start[variable])))
    }
    for row in block.rows {
      let terms = component.rows[row].terms.compactMap { term in
        position[term.variable].map { LinearSystem.Term($0, times: Double(term.factor)) }
      }
      system.addRow(terms, equals: 0)
    }
    self.position = position
    solver = try LinearSolver(system)
  }

  /// The changes that pull the variables furthest, each with its strength, as far as they are in
  /// whole numbers.
  mutating func moves(
    pulling pulls: [(variable: Int, strength: Double)]
  ) throws(LinearProgramError) -> [VariableMove] {
    guard let values = try values(pulling: pulls) else { return [] }
    return split(values)
  }

  mutating func values(
    pulling pulls: [(variable: Int, strength: Double)]
  ) throws(LinearProgramError) -> [Double]? {
    let terms = pulls.compactMap { pull in
      position[pull.variable].map { LinearSystem.Term($0, times: pull.strength) }
    }
    guard case .optimal(_, let values) = try solver.maximize(terms) else { return nil }
    return values
  }

  mutating func bound(
    _ variable: Int, lower: Int, upper: Int
  ) throws(LinearProgramError) {
    guard let position = position[variable] else { return }
    try solver.bound(
      position, lower: OpenComponent.bound(lower), upper: OpenComponent.bound(upper))
  }

  /// The connected parts of a change; those that are not whole numbers, or that break a row once
  /// they are, are left out.
  func split(_ values: [Double]) -> [VariableMove] {
    var above = Array(variables.indices)
    func root(_ place: Int) -> Int {
      var place = place
      while above[place] != place {
        above[place] = above[above[place]]
        place = above[place]
      }
      return place
    }
    let changed = rows.map { row in
      component.rows[row].terms.compactMap { position[$0.variable] }
        .filter { abs(values[$0]) > 1e-7 }
    }
    for places in changed {
      for place in places.dropFirst() {
        let (left, right) = (root(places[0]), root(place))
        above[max(left, right)] = min(left, right)
      }
    }
    var moves: [Int: VariableMove] = [:]
    var isBroken = Set<Int>()
    for place in variables.indices where abs(values[place]) > 1e-7 {
      let amount = values[place].rounded()
      guard abs(values[place] - amount) < 1e-6, abs(amount) < Double(OpenSystem.end) else {
        isBroken.insert(root(place))
        continue
      }
      moves[root(place), default: VariableMove()].variables.append(variables[place])
      moves[root(place), default: VariableMove()].amounts.append(Int(amount))
    }
    for (row, places) in zip(rows, changed) {
      guard let first = places.first else { continue }
      let sum = component.rows[row].terms.reduce(0) { sum, term in
        guard let place = position[term.variable] else { return sum }
        let value = values[place].rounded()
        return sum + term.factor * (abs(value) < Double(OpenSystem.end) ? Int(value) : 0)
      }
      if sum != 0 { isBroken.insert(root(first)) }
    }
    return moves.filter { !isBroken.contains($0.key) }.sorted { $0.key < $1.key }.map(\.value)
  }
}
