public import Disclosure
public import Records
public import Tallies

/// Which records become masked points, and what is told of them.
public struct MaskSettings: Sendable {
  public let policy: Policy
  /// The period that is told of a point; longer where its record is not known that well.
  public let step: Step
  public let weekStart: ReportSettings.WeekStart
  /// Days that are taken; `nil` for all. A record with a day beyond them is left out.
  public let from: Day?
  public let to: Day?
  /// Kinds of events that are told as the source writes them; all others are `other`. Nobody knows
  /// what else stands in that column (rule D6).
  public let kinds: Set<String>
  /// Figures that are told of a point.
  public let figures: [Indicator]

  /// - Throws: `MaskError` for a period or a figure that the policy does not let be told.
  public init(
    policy: Policy, step: Step = .month, weekStart: ReportSettings.WeekStart = .monday,
    from: Day? = nil, to: Day? = nil, kinds: Set<String> = [], figures: [Indicator] = []
  ) throws(MaskError) {
    guard step >= policy.smallestPeriod else {
      throw .period(step, shortest: policy.smallestPeriod)
    }
    for figure in figures {
      guard policy[figure].sensitivity == .public else {
        let decision = policy[figure]
        throw .figure(
          figure.name,
          cause: "policy \(policy.name) calls it \(decision.sensitivity.rawValue): "
            + decision.reason)
      }
    }
    self.policy = policy
    self.step = step
    self.weekStart = weekStart
    self.from = from
    self.to = to
    self.kinds = kinds
    self.figures = Set(figures).sorted()
  }
}
