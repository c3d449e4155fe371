/// How much work may be spent on a table before it counts as not protected.
///
/// Work is counted, not timed, so that the outcome is the same on every machine.
public struct WithholdingBudget: Hashable, Sendable {
  /// How many linear programs may be solved for each part of the table that no sum connects.
  public var mostPrograms: Int

  public init(mostPrograms: Int) { self.mostPrograms = mostPrograms }

  public static let standard = WithholdingBudget(mostPrograms: 200_000)
}
