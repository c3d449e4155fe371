extension Release {
  /// Who may see a release, and by which rules it was protected.
  public struct Protection: Hashable, Sendable {
    public enum Kind: String, Sendable {
      /// Unprotected: for use inside the organisation only.
      case `internal`
      /// Made so that small figures cannot be told (RULES, D1–D6).
      case protected
    }

    public let kind: Kind
    /// What every file says about who may see it.
    public let notice: String
    /// The rules used with their numbers, in the order in which they are told.
    public let rules: [Accounts.Setting]

    package init(kind: Kind, notice: String, rules: [Accounts.Setting] = []) {
      self.kind = kind
      self.notice = notice
      self.rules = rules
    }

    public static let `internal` = Protection(
      kind: .internal, notice: "internal: not for publication")
  }

  /// Days from `start` to `end`, both included, as ISO 8601 dates.
  public struct Period: Hashable, Sendable {
    public let start: String
    public let end: String
    /// What a reader calls it: `2025-03`, `2025-W10 (Monday)`, `2025-Q1`, `2025`.
    public let label: String

    public init(start: String, end: String, label: String) {
      self.start = start
      self.end = end
      self.label = label
    }
  }

  /// A stretch of time that rows are about.
  public struct TimeSpan: Hashable, Sendable {
    public let period: Period
    /// Whether `period` is the coverage as a whole.
    public let isCoverage: Bool
    public let timeStatus: TimeStatus

    package init(period: Period, isCoverage: Bool, timeStatus: TimeStatus) {
      self.period = period
      self.isCoverage = isCoverage
      self.timeStatus = timeStatus
    }
  }

  /// A place, seen through a level or as a zone.
  public struct Place: Hashable, Sendable {
    /// A level's name, or "zone".
    public let level: String
    public let status: PlaceStatus
    /// The region, or the country abroad; empty for outside and unplaced.
    public let regionID: String
    public let regionName: String
    public let parentID: String

    package init(
      level: String, status: PlaceStatus, regionID: String, regionName: String, parentID: String
    ) {
      self.level = level
      self.status = status
      self.regionID = regionID
      self.regionName = regionName
      self.parentID = parentID
    }
  }

  public struct Indicator: Hashable, Sendable {
    public enum Kind: String, Sendable {
      case eventCount = "event_count"
      case flow
      case stock
      /// A difference of flows; may be negative.
      case net
    }

    /// As in column `indicator` and in property names: `killed`, `displaced_households`.
    public let name: String
    public let kind: Kind
    /// `events`, `persons` or `households`.
    public let unit: String

    public init(name: String, kind: Kind, unit: String) {
      self.name = name
      self.kind = kind
      self.unit = unit
    }
  }

  public enum PlaceStatus: String, Sendable {
    /// In the region named.
    case region
    /// Somewhere in the region named, not known to the level of the view.
    case unspecified
    /// In the country named (ISO 3166-1 alpha-3), or `ABROAD`.
    case external
    /// A point beyond every region and the snap distance.
    case outside
    /// No usable place.
    case unplaced
  }

  public enum TimeStatus: String, Sendable {
    /// Inside the period.
    case period
    /// Somewhere in the dates named, which cross the borders of the periods.
    case unspecified
  }

  public enum FigureStatus: String, Sendable, CaseIterable {
    case reported
    /// A source reports that there was none.
    case zero
    /// A source reports it without a number.
    case notStated = "not_stated"
    /// Only sources that were not chosen for their subject report it; `low` and `high` show
    /// what they say.
    case otherSources = "other_sources"
    /// There is a figure, and it is not told; nor are its records, its day and what is open.
    case withheld
    /// A multiple of the release's base, near the figure; a zero may stand for a small one.
    case rounded
  }
}
