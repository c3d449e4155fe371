import LinearPrograms

/// Finds one table of whole numbers that holds all rows of a component, away from its bounds where
/// it can be.
struct StartFinder {
  let component: OpenComponent
  let form: InnerForm
  /// How far from its lower bound a number is worth something.
  let reach: Int

  enum Start {
    /// By variable of the component.
    case found([Int])
    case impossible
    case unsettled
  }

  private var system = LinearSystem()
  private var bounds: [ClosedRange<Double>] = []
  private var objective: [LinearSystem.Term] = []
  /// By inner variable, its columns: the first few above its lower bound, where it has one, and
  /// the rest.
  private var columns: [ClosedRange<Int>] = []

  /// - Parameter range: one in which a variable has to be.
  init(
    _ component: OpenComponent, _ form: InnerForm, reach: Int,
    with range: (variable: Int, range: ClosedRange<Int>)? = nil
  ) {
    self.component = component
    self.form = form
    self.reach = reach
    for position in form.inner.indices { addColumns(position) }
    for row in form.rows { add(row, 0...0) }
    if let range { add(form.sums[range.variable], range.range) }
  }

  func start(_ budget: inout Int) throws(LinearProgramError) -> Start {
    var program = try WholeProgram(system, bounds)
    if let numbers = try program.numbers(maximizing: objective, &budget) {
      let inner = form.inner.indices.map { position in
        base(position) + columns[position].reduce(0) { $0 + numbers[$1] }
      }
      let values = form.values(inner)
      return component.holds(values) ? .found(values) : .unsettled
    }
    return try program.isImpossible() ? .impossible : .unsettled
  }

  private func base(_ position: Int) -> Int {
    let low = component.lower[form.inner[position]]
    return low > -OpenSystem.end ? low : 0
  }

  private mutating func addColumns(_ position: Int) {
    let variable = form.inner[position]
    let (low, high) = (component.lower[variable], component.upper[variable])
    let first = bounds.count
    guard low > -OpenSystem.end else {
      addColumn(low, high)
      columns.append(first...first)
      return
    }
    let most = min(high - low, reach)
    addColumn(0, most)
    addColumn(0, high >= OpenSystem.end ? high : high - low - most)
    columns.append(first...first + 1)
    objective.append(LinearSystem.Term(first, times: StartFinder.weight(variable)))
  }

  private mutating func addColumn(_ low: Int, _ high: Int) {
    let range = OpenComponent.bound(low)...OpenComponent.bound(high)
    bounds.append(range)
    _ = system.addVariable(lower: range.lowerBound, upper: range.upperBound)
  }

  private mutating func add(_ sum: InnerForm.Sum, _ range: ClosedRange<Int>) {
    var constant = sum.constant
    var terms: [LinearSystem.Term] = []
    for term in sum.terms {
      let inner = Int(term.inner)
      constant += term.factor * base(inner)
      for column in columns[inner] {
        terms.append(LinearSystem.Term(column, times: Double(term.factor)))
      }
    }
    let bound = { (bound: Int) in
      abs(bound) >= OpenSystem.end
        ? OpenComponent.bound(bound) : OpenComponent.bound(bound - constant)
    }
    system.addRow(terms, lower: bound(range.lowerBound), upper: bound(range.upperBound))
  }

  /// Not quite alike, so that corners are few.
  private static func weight(_ variable: Int) -> Double {
    1 + Double((variable &* 7919) % 997) / 997
  }
}

extension OpenComponent {
  static func bound(_ bound: Int) -> Double {
    bound >= OpenSystem.end ? .infinity : bound <= -OpenSystem.end ? -.infinity : Double(bound)
  }
}
