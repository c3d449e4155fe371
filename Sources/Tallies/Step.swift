public import Records

/// The standard periods, from the shortest up (rule T1).
public enum Step: UInt8, CaseIterable, Hashable, Sendable, Comparable {
  case day
  case week
  case month
  case quarter
  case year

  public var name: String {
    switch self {
    case .day: "day"
    case .week: "week"
    case .month: "month"
    case .quarter: "quarter"
    case .year: "year"
    }
  }

  public init?(name: String) {
    guard let step = Step.allCases.first(where: { $0.name == name }) else { return nil }
    self = step
  }

  public static func < (left: Step, right: Step) -> Bool { left.rawValue < right.rawValue }

  /// The period of this kind that a day lies in.
  public func span(around day: Day, weekStart: ReportSettings.WeekStart) -> DateSpan {
    let parts = day.components
    switch self {
    case .day:
      return DateSpan(day)
    case .week:
      let first = day.adding(-((day.weekday - weekStart.weekday + 7) % 7))
      return DateSpan(first: first, dayCount: 7)
    case .month:
      return Step.months(from: parts.month, count: 1, of: parts.year, around: day)
    case .quarter:
      return Step.months(from: (parts.month - 1) / 3 * 3 + 1, count: 3, of: parts.year, around: day)
    case .year:
      return Step.months(from: 1, count: 12, of: parts.year, around: day)
    }
  }

  private static func months(
    from month: Int, count: Int, of year: Int, around day: Day
  ) -> DateSpan {
    let last = month + count - 1
    let first = Day(year: year, month: month, day: 1) ?? day
    let length = Day.length(ofMonth: last, year: year)
    return DateSpan(first: first, last: Day(year: year, month: last, day: length) ?? day)
      ?? DateSpan(day)
  }
}

extension DateSpan {
  init(first: Day, dayCount: Int) {
    self = DateSpan(first: first, last: first.adding(dayCount - 1)) ?? DateSpan(first)
  }
}
