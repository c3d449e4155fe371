public import Disclosure

/// What a release says of a figure. Each case is something else (rule F5).
public enum Told: Hashable, Sendable {
  /// The numbers that are shown, as far as there are any.
  public struct Numbers: Hashable, Sendable {
    /// `reported`, `zero`, `not_stated` or `other_sources`.
    public var status: String
    public var low: Release.Amount?
    public var best: Release.Amount?
    public var high: Release.Amount?
    /// The day of a stock.
    public var asOf: String?
  }

  case shown(Numbers)
  case withheld
  /// The release tells of such figures, but nothing was reported for this one.
  case noReport
  /// The release does not tell of such figures: it leaves out the level, the indicator, the
  /// region or the days.
  case notTold

  /// The word for it in files.
  public var status: String {
    switch self {
    case .shown(let numbers): numbers.status
    case .withheld: "withheld"
    case .noReport: "no_report"
    case .notTold: "not_told"
    }
  }

  public var numbers: Numbers? {
    if case .shown(let numbers) = self { numbers } else { nil }
  }

  var isTold: Bool { self != .noReport && self != .notTold }
}
