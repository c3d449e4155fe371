public import Records

/// A period of the report, as a key for sums: its kind and its first day.
public struct PeriodKey: Hashable, Sendable, Comparable {
  /// `nil` for the whole coverage of the report.
  public let step: Step?
  /// First day of the standard period, before it is cut to the coverage; day 0 for the whole.
  public let first: Day
  /// Whether the records in it are only known to lie somewhere in it (rule T1).
  public let isUnspecified: Bool

  public init(step: Step?, first: Day, isUnspecified: Bool) {
    self.step = step
    self.first = first
    self.isUnspecified = isUnspecified
  }

  /// The coverage as a whole.
  public static let coverage = PeriodKey(
    step: nil, first: Day(number: 0), isUnspecified: false)

  public static func < (left: PeriodKey, right: PeriodKey) -> Bool {
    if left.first != right.first { return left.first < right.first }
    if left.step != right.step {
      return (left.step?.rawValue ?? .max) < (right.step?.rawValue ?? .max)
    }
    return !left.isUnspecified && right.isUnspecified
  }
}

/// A share of a record's figures that falls into one period.
struct PeriodShare: Hashable {
  let period: PeriodKey
  /// Days of the record up to the end of this share, and up to its start, of all its days.
  /// `0..<1` of 1 for the whole record.
  let days: Range<Int>
  let dayCount: Int

  var isWhole: Bool { days.count == dayCount }

  static func whole(_ period: PeriodKey) -> PeriodShare {
    PeriodShare(period: period, days: 0..<1, dayCount: 1)
  }
}

/// Decides in which periods a record counts (rules T1 and T3).
struct Calendar {
  let settings: ReportSettings

  /// Where a record's figures go: into the coverage, and with a step into one or more periods.
  struct Dating: Hashable {
    /// `nil` where the record lies outside the range asked for.
    var coverage: PeriodShare
    var periods: [PeriodShare]

    /// All of them, each once.
    var shares: [PeriodShare] { [coverage] + periods.filter { $0 != coverage } }
  }

  /// `nil` where no day of the record lies in the range asked for.
  func dating(of span: DateSpan) -> Dating? {
    switch settings.spanning {
    case .hold: hold(span)
    case .start: start(span)
    case .spread: spread(span)
    }
  }

  private func isInRange(_ day: Day) -> Bool {
    settings.from.map { $0 <= day } ?? true && settings.to.map { day <= $0 } ?? true
  }

  private func hold(_ span: DateSpan) -> Dating? {
    if let to = settings.to, span.first > to { return nil }
    if let from = settings.from, span.last < from { return nil }
    let isInside = isInRange(span.first) && isInRange(span.last)
    guard isInside else {
      let key = holder(of: span)
      return Dating(
        coverage: .whole(key), periods: settings.step == nil ? [] : [.whole(key)])
    }
    guard let step = settings.step else { return Dating(coverage: .whole(.coverage), periods: []) }
    let period = step.span(around: span.first, weekStart: settings.weekStart)
    let key =
      period.contains(span)
      ? PeriodKey(step: step, first: period.first, isUnspecified: false)
      : holder(of: span)
    return Dating(coverage: .whole(.coverage), periods: [.whole(key)])
  }

  /// The smallest standard period that holds all days; else the coverage.
  ///
  /// It may be shorter than the report's step: a week across the end of a month.
  private func holder(of span: DateSpan) -> PeriodKey {
    for step in Step.allCases {
      let period = step.span(around: span.first, weekStart: settings.weekStart)
      if period.contains(span) {
        return PeriodKey(step: step, first: period.first, isUnspecified: true)
      }
    }
    return PeriodKey(step: nil, first: Day(number: 0), isUnspecified: true)
  }

  private func start(_ span: DateSpan) -> Dating? {
    guard isInRange(span.first) else { return nil }
    return Dating(
      coverage: .whole(.coverage),
      periods: settings.step.map { [.whole(key($0, around: span.first))] } ?? [])
  }

  private func spread(_ span: DateSpan) -> Dating? {
    let first = max(span.first, settings.from ?? span.first)
    let last = min(span.last, settings.to ?? span.last)
    guard first <= last else { return nil }
    let coverage = share(of: span, from: first, to: last, in: .coverage)
    guard let step = settings.step else { return Dating(coverage: coverage, periods: []) }
    var periods: [PeriodShare] = []
    var day = first
    while day <= last {
      let period = step.span(around: day, weekStart: settings.weekStart)
      let end = min(period.last, last)
      periods.append(share(of: span, from: day, to: end, in: key(step, around: day)))
      day = end.adding(1)
    }
    return Dating(coverage: coverage, periods: periods)
  }

  private func key(_ step: Step, around day: Day) -> PeriodKey {
    let period = step.span(around: day, weekStart: settings.weekStart)
    return PeriodKey(step: step, first: period.first, isUnspecified: false)
  }

  private func share(
    of span: DateSpan, from first: Day, to last: Day, in key: PeriodKey
  ) -> PeriodShare {
    let before = Int(first.number - span.first.number)
    let until = Int(last.number - span.first.number) + 1
    return PeriodShare(period: key, days: before..<until, dayCount: span.dayCount)
  }
}
