import CCLP
import DynamicLibraries

/// The functions of COIN-OR CLP that are used here, found when the first of them is needed.
///
/// CLP brings eight libraries with it, of linear algebra and of Fortran, and only a report with
/// something to protect solves anything.
@unsafe struct ClpLibrary: Sendable {
  typealias Model = UnsafeMutableRawPointer
  typealias Numbers = UnsafePointer<Double>?
  typealias Columns = UnsafePointer<Int32>?
  typealias Starts = UnsafePointer<CoinBigIndex>?
  typealias Values = UnsafeMutablePointer<Double>?

  let newModel: @convention(c) @Sendable () -> Model?
  let deleteModel: @convention(c) @Sendable (Model) -> Void
  let setLogLevel: @convention(c) @Sendable (Model, Int32) -> Void
  let setMaximumIterations: @convention(c) @Sendable (Model, Int32) -> Void
  let setOptimizationDirection: @convention(c) @Sendable (Model, Double) -> Void
  let loadProblem:
    @convention(c) @Sendable (
      Model, Int32, Int32, Starts, Columns, Numbers, Numbers, Numbers, Numbers, Numbers, Numbers
    ) -> Void
  let addRows:
    @convention(c) @Sendable (Model, Int32, Numbers, Numbers, Starts, Columns, Numbers) -> Void
  let changeObjective: @convention(c) @Sendable (Model, Numbers) -> Void
  let columnLower: @convention(c) @Sendable (Model) -> Values
  let columnUpper: @convention(c) @Sendable (Model) -> Values
  let primal: @convention(c) @Sendable (Model, Int32) -> Int32
  let dual: @convention(c) @Sendable (Model, Int32) -> Int32
  let status: @convention(c) @Sendable (Model) -> Int32
  let secondaryStatus: @convention(c) @Sendable (Model) -> Int32
  let objectiveValue: @convention(c) @Sendable (Model) -> Double
  let primalColumnSolution: @convention(c) @Sendable (Model) -> Values

  static let shared = unsafe ClpLibrary()

  private init() {
    let library = unsafe DynamicLibrary(["libClp.so.1", "libClp.so"], package: "coinor-libclp-dev")
    unsafe newModel = library.function("Clp_newModel")
    unsafe deleteModel = library.function("Clp_deleteModel")
    unsafe setLogLevel = library.function("Clp_setLogLevel")
    unsafe setMaximumIterations = library.function("Clp_setMaximumIterations")
    unsafe setOptimizationDirection = library.function("Clp_setOptimizationDirection")
    unsafe loadProblem = library.function("Clp_loadProblem")
    unsafe addRows = library.function("Clp_addRows")
    unsafe changeObjective = library.function("Clp_chgObjCoefficients")
    unsafe columnLower = library.function("Clp_columnLower")
    unsafe columnUpper = library.function("Clp_columnUpper")
    unsafe primal = library.function("Clp_primal")
    unsafe dual = library.function("Clp_dual")
    unsafe status = library.function("Clp_status")
    unsafe secondaryStatus = library.function("Clp_secondaryStatus")
    unsafe objectiveValue = library.function("Clp_objectiveValue")
    unsafe primalColumnSolution = library.function("Clp_primalColumnSolution")
  }
}
