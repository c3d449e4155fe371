public import Records

/// A period as reports label it: `2025`, `2025-Q1`, `2025-03`, `2025-03-06`,
/// `week of monday 2025-03-03`.
public struct PeriodLabel: Hashable, Sendable {
  public let step: Step
  /// A day of the period.
  public let day: Day
  /// For a week, the day it is said to begin on.
  public let weekStart: ReportSettings.WeekStart?

  /// `nil` for anything else.
  public init?(_ text: String) {
    let words = text.split(separator: " ")
    if words.count == 4, words[0] == "week", words[1] == "of",
      let start = ReportSettings.WeekStart(rawValue: String(words[2])),
      let day = PeriodLabel.day(words[3])
    {
      self.init(step: .week, day: day, weekStart: start)
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = PeriodLabel.number(parts[0], digits: 4) else { return nil }
    switch parts.count {
    case 1: self.init(step: .year, year, month: 1)
    case 2:
      if parts[1].first == "Q", let quarter = PeriodLabel.number(parts[1].dropFirst(), digits: 1) {
        guard (1...4).contains(quarter) else { return nil }
        self.init(step: .quarter, year, month: quarter * 3 - 2)
      } else {
        guard let month = PeriodLabel.number(parts[1], digits: 2) else { return nil }
        self.init(step: .month, year, month: month)
      }
    default:
      guard let day = PeriodLabel.day(text[...]) else { return nil }
      self.init(step: .day, day: day, weekStart: nil)
    }
  }

  private init(step: Step, day: Day, weekStart: ReportSettings.WeekStart?) {
    self.step = step
    self.day = day
    self.weekStart = weekStart
  }

  private init?(step: Step, _ year: Int, month: Int) {
    guard let day = Day(year: year, month: month, day: 1) else { return nil }
    self.init(step: step, day: day, weekStart: nil)
  }

  private static func day(_ text: Substring) -> Day? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = number(parts[0], digits: 4),
      let month = number(parts[1], digits: 2), let day = number(parts[2], digits: 2)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  private static func number(_ text: Substring, digits: Int) -> Int? {
    guard text.utf8.count == digits, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text)
  }

  /// The period of a report with a step: its own, or for a label of another kind the records that
  /// are only known to lie somewhere in it (rule T1). In a report by week a date means its week.
  public func key(in settings: ReportSettings) -> PeriodKey {
    let own = step == .day && settings.step == .week ? .week : step
    let span = own.span(around: day, weekStart: settings.weekStart)
    return PeriodKey(
      step: own, first: span.first,
      isUnspecified: settings.step.map { $0 != own } ?? false)
  }
}

extension PeriodKey {
  /// The label that reports write; weeks name the day they begin on (rule T3).
  public func label(of span: DateSpan, weekStart: ReportSettings.WeekStart) -> String {
    let parts = first.components
    switch step {
    case nil: return "\(span.first) to \(span.last)"
    case .day: return "\(first)"
    case .week: return "week of \(weekStart.rawValue) \(first)"
    case .month: return String("\(first)".prefix(7))
    case .quarter: return "\(parts.year)-Q\((parts.month + 2) / 3)"
    case .year: return String("\(first)".prefix(4))
    }
  }
}
