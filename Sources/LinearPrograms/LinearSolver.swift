/// Optimises one objective after another over the same system, each from the basis of the last.
///
/// It wraps COIN-OR CLP, which computes in floating point. An answer is therefore a proposal:
/// whoever needs certainty rounds the variables to whole numbers and checks the equations with
/// them. The handle belongs to one task; it is not `Sendable`. Nothing is printed.
@safe public struct LinearSolver: ~Copyable {
  private let clp = unsafe ClpLibrary.shared
  private let model: ClpLibrary.Model
  private let variableCount: Int
  private var objective: [Double]

  /// - Throws: `LinearProgramError.malformed` for a system that CLP would read as another one.
  public init(_ system: LinearSystem, mostSteps: Int = 1_000_000) throws(LinearProgramError) {
    try system.check()
    guard let model = unsafe clp.newModel() else { throw .outOfMemory }
    unsafe self.model = unsafe model
    variableCount = system.variableCount
    objective = Array(repeating: 0, count: system.variableCount)
    unsafe clp.setLogLevel(model, 0)
    unsafe clp.setMaximumIterations(model, Int32(clamping: mostSteps))
    let noStarts = Array(repeating: Int32(0), count: system.variableCount + 1)
    unsafe clp.loadProblem(
      model, Int32(system.variableCount), 0, noStarts, [0], [0], system.variableLower,
      system.variableUpper, objective, nil, nil)
    // A row that says nothing: CLP answers 0 to a system without rows.
    unsafe clp.addRows(model, 1, [-.infinity], [.infinity], [0, 1], [0], [1])
    unsafe clp.addRows(
      model, Int32(system.rowCount), system.rowLower, system.rowUpper, system.rowStarts,
      system.columns, system.factors)
  }

  deinit {
    unsafe clp.deleteModel(model)
  }

  /// Which way the simplex method goes; the answer is the same.
  public enum Method: Sendable {
    /// From values that satisfy the system to better ones: fast where 0 satisfies it.
    case primal
    /// From values that would be best to ones that satisfy the system: fast where nothing but a
    /// few rows stands against 0, and nothing below 0 is gained.
    case dual
  }

  public mutating func minimize(
    _ terms: [LinearSystem.Term], by method: Method = .primal
  ) throws(LinearProgramError) -> LinearAnswer {
    try solve(terms, direction: 1, method)
  }

  public mutating func maximize(
    _ terms: [LinearSystem.Term], by method: Method = .primal
  ) throws(LinearProgramError) -> LinearAnswer {
    try solve(terms, direction: -1, method)
  }

  /// Moves the bounds of a variable for the objectives that follow.
  public mutating func bound(
    _ variable: Int, lower: Double, upper: Double
  ) throws(LinearProgramError) {
    guard 0..<variableCount ~= variable else { throw .malformed("no variable \(variable)") }
    guard lower <= upper else { throw .malformed("bounds of variable \(variable)") }
    unsafe clp.columnLower(model)?[variable] = lower
    unsafe clp.columnUpper(model)?[variable] = upper
  }

  private mutating func solve(
    _ terms: [LinearSystem.Term], direction: Double, _ method: Method
  ) throws(LinearProgramError) -> LinearAnswer {
    for term in terms {
      guard 0..<variableCount ~= term.variable, term.factor.isFinite else {
        throw .malformed("the objective at variable \(term.variable)")
      }
      objective[term.variable] += term.factor
    }
    unsafe clp.changeObjective(model, objective)
    for term in terms { objective[term.variable] = 0 }
    unsafe clp.setOptimizationDirection(model, direction)
    switch method {
    case .primal: _ = unsafe clp.primal(model, 0)
    case .dual: _ = unsafe clp.dual(model, 0)
    }
    return answer()
  }

  private func answer() -> LinearAnswer {
    switch unsafe (clp.status(model), clp.secondaryStatus(model)) {
    case (0, 0):
      let values = unsafe UnsafeBufferPointer(
        start: clp.primalColumnSolution(model), count: variableCount)
      return .optimal(
        value: unsafe clp.objectiveValue(model), variables: unsafe Array(values))
    case (1, _): return .infeasible
    case (2, _): return .unbounded
    default: return .unsure
    }
  }
}

extension LinearSystem {
  /// CLP reads a repeated variable as two columns' worth and a crossed bound as no row at all.
  fileprivate func check() throws(LinearProgramError) {
    guard variableCount > 0 else { throw .malformed("there are no variables") }
    for variable in 0..<variableCount {
      guard variableLower[variable] <= variableUpper[variable] else {
        throw .malformed("bounds of variable \(variable)")
      }
    }
    var lastRow = Array(repeating: -1, count: variableCount)
    for row in 0..<rowCount {
      guard rowLower[row] <= rowUpper[row] else { throw .malformed("bounds of row \(row)") }
      for position in Int(rowStarts[row])..<Int(rowStarts[row + 1]) {
        let variable = Int(columns[position])
        guard 0..<variableCount ~= variable, factors[position].isFinite, lastRow[variable] != row
        else { throw .malformed("variable \(variable) in row \(row)") }
        lastRow[variable] = row
      }
    }
  }
}
