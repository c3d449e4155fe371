/// Why nothing is released.
public enum DisclosureError: Error, Hashable, Sendable, CustomStringConvertible {
  /// These figures could be worked out from the release, whatever else is withheld, or the budget
  /// ended before the contrary was shown. With what would do instead, where that was tried.
  case unprotected([Blame], CoarseningAdvice? = nil)
  /// The numbers contradict one another, so that nothing can be shown about them.
  case inconsistent(Blame)
  case solver(String)
  /// The policy, of that name, makes some indicators of movements public and protects others, and
  /// the ledger does not say what was told of the public ones.
  case untoldMovements(policy: String)
  /// The figures cannot be rounded; why, and what to do.
  case unrounded(String)

  /// A figure that stays within reach, without its number.
  public struct Blame: Hashable, Sendable {
    public let region: String
    public let period: String
    public let indicator: String

    public init(region: String, period: String, indicator: String) {
      self.region = region
      self.period = period
      self.indicator = indicator
    }
  }

  public var description: String {
    switch self {
    case .unprotected(let blames, let advice):
      "nothing was released: " + DisclosureError.list(blames) + " could be worked out from what "
        + "would be shown, or the contrary could not be proven"
        + (advice.map { ". \($0)" } ?? "")
    case .inconsistent(let blame):
      "nothing was released: the figures around " + DisclosureError.list([blame])
        + " contradict one another, so nothing can be proven about them. This is a defect of the "
        + "program: please report it with the command that was run"
    case .solver(let words):
      "nothing was released: the solver of the attacker failed (\(words))"
    case .untoldMovements(let policy):
      "nothing was released: the policy \(policy) makes some indicators of movements public and "
        + "protects others, and the ledger of the series does not say what was told of the public "
        + "ones, as ledgers of earlier editions did not; begin a new series, with another folder "
        + "and no ledger, or take a policy that protects all movements"
    case .unrounded(let words): "nothing was released: \(words)"
    }
  }

  /// Why a policy that rounds is not for a series of releases.
  public static func roundedSeries(_ policy: String) -> DisclosureError {
    .unrounded(
      "the policy \(policy) rounds figures, which is for single reports alone (nuzuh report): two "
        + "roundings of one figure tell more than one. Take a policy that withholds")
  }

  static func list(_ blames: [Blame]) -> String {
    let shown = blames.prefix(3).map { "\($0.indicator) in \($0.region), \($0.period)" }
      .joined(separator: "; ")
    return blames.count > 3 ? "\(shown) and \(blames.count - 3) more" : shown
  }
}
