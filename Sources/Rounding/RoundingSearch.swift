import LinearPrograms

/// Looks for whole multiples that hold every rule, the pulls followed as far as can be.
///
/// A linear program answers first. Of what it leaves in fractions, those nearest to whole numbers are
/// fixed there, many at once; where that leads nowhere fewer, and at last one after the other on
/// either side.
struct RoundingSearch {
  /// One multiple further costs more than any pull.
  private static let cost = 1e4
  private static let tolerance = 1e-6
  /// The part of the open figures that are fixed at once.
  private static let share = 5

  private let part: RoundingPart
  private let pulls: [Double]
  /// Which must be whole; of the others it is enough that there are fractions.
  private let isWhole: [Bool]
  private let reach: Int
  private var left: Int
  private var objective: [LinearSystem.Term] = []
  /// By position: the variable, and those for what lies further up and down.
  private var columns: [(main: Int, up: Int?, down: Int?)] = []
  private var lower: [Double] = []
  private var upper: [Double] = []

  init(
    _ part: RoundingPart, pulls: [Double], isWhole: [Bool], reach: Int, mostPrograms: Int
  ) {
    self.part = part
    self.pulls = pulls
    self.isWhole = isWhole
    self.reach = reach
    left = mostPrograms
  }

  /// By position; `nil` where nothing was found.
  mutating func run() throws(RoundingError) -> [Int]? {
    if part.rows.isEmpty { return zip(part.kinds, pulls).map { $1 > 0 ? $0.upper : $0.lower } }
    do {
      var solver = try LinearSolver(system())
      guard let answer = try solve(&solver) else { return nil }
      return columns.indices.map { part.kinds[$0].lower + whole($0, answer) }
    } catch let error as LinearProgramError {
      throw .solver("\(error)")
    } catch {
      throw .solver("\(error)")
    }
  }

  // MARK: - The program

  private mutating func system() -> LinearSystem {
    var system = LinearSystem()
    for (kind, pull) in zip(part.kinds, pulls) {
      // Counted from the multiple below, so that large figures lose no precision.
      let main = variable(&system, Double(kind.upper - kind.lower))
      if pull != 0 { objective.append(LinearSystem.Term(main, times: -pull)) }
      var column: (main: Int, up: Int?, down: Int?) = (main, nil, nil)
      if reach > 0 {
        column.up = further(&system, reach)
        column.down = further(&system, min(reach, kind.lower))
      }
      columns.append(column)
    }
    for row in part.rows {
      let terms = row.terms.flatMap(factors)
      if row.isBound {
        system.addRow(terms, lower: Double(rest(row)), upper: .infinity)
      } else {
        system.addRow(terms, equals: Double(rest(row)))
      }
    }
    return system
  }

  /// What the multiples below leave to be reached.
  private func rest(_ row: RoundingPart.Row) -> Int {
    row.terms.reduce(row.right) { $0 - $1.factor * part.kinds[$1.cell].lower }
  }

  private mutating func variable(_ system: inout LinearSystem, _ most: Double) -> Int {
    lower.append(0)
    upper.append(most)
    return system.addVariable(lower: 0, upper: most)
  }

  private mutating func further(_ system: inout LinearSystem, _ most: Int) -> Int {
    let number = variable(&system, Double(most))
    objective.append(LinearSystem.Term(number, times: Self.cost))
    return number
  }

  private func factors(_ term: RoundingTable.Rule.Term) -> [LinearSystem.Term] {
    let column = columns[term.cell]
    let factor = Double(term.factor)
    return [LinearSystem.Term(column.main, times: factor)]
      + (column.up.map { [LinearSystem.Term($0, times: factor)] } ?? [])
      + (column.down.map { [LinearSystem.Term($0, times: -factor)] } ?? [])
  }

  // MARK: - Branching

  private mutating func solve(_ solver: inout LinearSolver) throws -> [Double]? {
    guard left > 0 else { return nil }
    left -= 1
    guard case .optimal(_, let values) = try solver.minimize(objective, by: .dual) else {
      return nil
    }
    let open = open(values)
    guard let hardest = open.last else { return holds(values) ? values : nil }
    var count = open.count / Self.share
    while count > 1 {
      if let found = try fix(open.prefix(count), values, &solver) { return found }
      count /= 4
    }
    return try branch(hardest, values[hardest], &solver)
  }

  /// Many at once, each at the whole number that it is nearest to.
  private mutating func fix(
    _ variables: ArraySlice<Int>, _ values: [Double], _ solver: inout LinearSolver
  ) throws -> [Double]? {
    let bounds = variables.map { (lower[$0], upper[$0]) }
    for variable in variables {
      let whole = values[variable].rounded()
      try bound(&solver, variable, whole, whole)
    }
    if let found = try solve(&solver) { return found }
    for (variable, (low, high)) in zip(variables, bounds) {
      try bound(&solver, variable, low, high)
    }
    return nil
  }

  /// On either side of the fraction, the nearer one first.
  private mutating func branch(
    _ variable: Int, _ value: Double, _ solver: inout LinearSolver
  ) throws -> [Double]? {
    let (low, high) = (lower[variable], upper[variable])
    let floor = value.rounded(.down)
    let isNearUp = value - floor >= 0.5
    for isUp in [isNearUp, !isNearUp] {
      try bound(&solver, variable, isUp ? floor + 1 : low, isUp ? high : floor)
      if let found = try solve(&solver) { return found }
    }
    try bound(&solver, variable, low, high)
    return nil
  }

  private mutating func bound(
    _ solver: inout LinearSolver, _ variable: Int, _ low: Double, _ high: Double
  ) throws(LinearProgramError) {
    (lower[variable], upper[variable]) = (low, high)
    try solver.bound(variable, lower: low, upper: high)
  }

  /// The variables that must be whole and are not, those nearest to a whole number first.
  private func open(_ values: [Double]) -> [Int] {
    var open: [(distance: Double, variable: Int)] = []
    for (column, _) in zip(columns, isWhole).filter(\.1) {
      for variable in [column.main, column.up, column.down].compactMap({ $0 }) {
        let distance = abs(values[variable] - values[variable].rounded())
        if distance > Self.tolerance { open.append((distance, variable)) }
      }
    }
    return open.sorted { $0 < $1 }.map(\.variable)
  }

  /// Checks the rules of what must be whole in whole numbers.
  private func holds(_ values: [Double]) -> Bool {
    part.rows.allSatisfy { row in
      guard row.terms.allSatisfy({ isWhole[$0.cell] }) else { return true }
      let total = row.terms.reduce(0) { $0 + $1.factor * whole($1.cell, values) }
      return row.isBound ? total >= rest(row) : total == rest(row)
    }
  }

  /// How far above its multiple below a figure is.
  private func whole(_ position: Int, _ values: [Double]) -> Int {
    let column = columns[position]
    func number(_ variable: Int?) -> Int { variable.map { Int(values[$0].rounded()) } ?? 0 }
    return number(column.main) + number(column.up) - number(column.down)
  }
}
