public import Records
public import Regions

/// The rules a run may choose between; all of them are named in its accounts.
public struct ReportSettings: Hashable, Sendable {
  /// What becomes of a record whose days cross the end of a period (rule T1).
  public enum Spanning: String, Hashable, Sendable, CaseIterable {
    /// Unspecified in time, in the smallest standard period that holds it.
    case hold
    /// In the period of its first day.
    case start
    /// Spread evenly over its days.
    case spread
  }

  public enum WeekStart: String, Hashable, Sendable, CaseIterable {
    case monday
    case saturday
    case sunday

    /// `Day.weekday` of the week's first day.
    var weekday: Int {
      switch self {
      case .monday: 0
      case .saturday: 5
      case .sunday: 6
      }
    }
  }

  /// What a figure is broken down by, beside its total.
  public enum CategoryAxis: String, Hashable, Sendable, CaseIterable {
    case kind
    case subkind
    case source
  }

  /// First day counted, or `nil` for the first day in the data.
  public var from: Day?
  /// Last day counted, or `nil` for the last day in the data.
  public var to: Day?
  public var step: Step?
  /// Levels shown, from the coarsest down.
  public var levels: [Level]
  /// Names of the indicators shown; empty for all.
  public var indicators: Set<Indicator>
  public var category: CategoryAxis?
  public var spanning: Spanning
  public var weekStart: WeekStart
  /// Sources in the order in which they are believed, for subjects that several report.
  public var prefer: [String]
  /// How far from a coast or outer border a point may lie and still count (rule P3), in metres.
  public var snapMeters: Double
  /// Whether every point is taken as exact, whatever precision, codes and names stand beside it:
  /// without a snap distance, what a plain spatial join does. Figures then say more than the data
  /// do (rules P4, P5, P8).
  public var trustsPoints: Bool
  /// IANA name of the time zone that days are counted in.
  public var timeZone: String

  public init(
    from: Day? = nil, to: Day? = nil, step: Step? = nil, levels: [Level] = Level.allCases,
    indicators: Set<Indicator> = [], category: CategoryAxis? = nil, spanning: Spanning = .hold,
    weekStart: WeekStart = .monday, prefer: [String] = [], snapMeters: Double = 1500,
    trustsPoints: Bool = false, timeZone: String = "Asia/Damascus"
  ) {
    self.from = from
    self.to = to
    self.step = step
    self.levels = levels.sorted()
    self.indicators = indicators
    self.category = category
    self.spanning = spanning
    self.weekStart = weekStart
    self.prefer = prefer
    self.snapMeters = snapMeters
    self.trustsPoints = trustsPoints
    self.timeZone = timeZone
  }
}
