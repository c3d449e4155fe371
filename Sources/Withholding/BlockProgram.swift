import LinearPrograms

/// A linear program over the changes of a block's variables; all others stay as they are.
struct BlockProgram: ~Copyable {
  let variables: [Int]
  private let component: OpenComponent
  private let rows: [Int]
  private let position: [Int: Int]
  private let bounds: [ClosedRange<Double>]
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
    var bounds: [ClosedRange<Double>] = []
    for variable in block.variables {
      let most = isBoxed ? max(4, component.widths[variable]) : OpenSystem.end
      let (low, high) = (component.lower[variable], component.upper[variable])
      let down = max(-most, low <= -OpenSystem.end ? low : low - start[variable])
      let up = min(most, high >= OpenSystem.end ? high : high - start[variable])
      bounds.append(OpenComponent.bound(down)...OpenComponent.bound(up))
      position[variable] = system.addVariable(
        lower: OpenComponent.bound(down), upper: OpenComponent.bound(up))
    }
    for row in block.rows {
      let terms = component.rows[row].terms.compactMap { term in
        position[term.variable].map { LinearSystem.Term($0, times: Double(term.factor)) }
      }
      system.addRow(terms, equals: 0)
    }
    self.position = position
    self.bounds = bounds
    solver = try LinearSolver(system)
  }

  /// The changes that pull the variables furthest, each with its strength, as far as they are in
  /// whole numbers.
  mutating func moves(
    pulling pulls: [(variable: Int, strength: Double)]
  ) throws(LinearProgramError) -> [VariableMove] {
    guard var values = try values(pulling: pulls) else { return [] }
    var fixed: [Int] = []
    for _ in 0..<BlockProgram.mostTurns {
      let fractions = variables.indices.filter { !StartFinder.isWhole(values[$0]) }
      if fractions.isEmpty { break }
      for place in fractions.prefix(max(1, fractions.count / 4)) {
        let whole = values[place].rounded()
        try solver.bound(place, lower: whole, upper: whole)
        fixed.append(place)
      }
      guard let next = try self.values(pulling: pulls) else { break }
      values = next
    }
    for place in fixed {
      try solver.bound(place, lower: bounds[place].lowerBound, upper: bounds[place].upperBound)
    }
    return split(values)
  }

  /// Rounds of fixing what is no whole number, before what is left of it is given up.
  private static let mostTurns = 12

  mutating func values(
    pulling pulls: [(variable: Int, strength: Double)]
  ) throws(LinearProgramError) -> [Double]? {
    let terms = pulls.compactMap { pull in
      position[pull.variable].map { LinearSystem.Term($0, times: pull.strength) }
    }
    guard case .optimal(_, let values) = try solver.maximize(terms) else { return nil }
    return values
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
