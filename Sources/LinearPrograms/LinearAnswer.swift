/// What the solver says of one objective.
///
/// All of it is floating point, within the solver's tolerance: a proposal to be checked in whole
/// numbers, never a proof (see `LinearSolver`).
public enum LinearAnswer: Equatable, Sendable {
  /// The smallest or largest value, and the values of all variables that reach it.
  case optimal(value: Double, variables: [Double])
  /// No values satisfy the system.
  case infeasible
  /// The objective has no end.
  case unbounded
  /// The solver gave up, at its limit of steps or for want of precision.
  case unsure
}
