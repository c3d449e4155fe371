/// What a run publishes: figures, accounts and settings as plain values, ready to be written.
///
/// A release is made only here (see `Release+Internal.swift`), because everything left of this
/// module is confidential and everything right of it is not.
public struct Release: Sendable {
  public enum Protection: String, Sendable {
    /// Unprotected: for use inside the organisation only.
    case `internal`
  }

  public let protection: Protection
  /// Which days the release covers.
  public let coverage: Period
  /// The step of `periods`, such as "month", or `nil` where the release has one period only.
  public let step: String?
  /// The periods inside the coverage in order; empty without a step.
  public let periods: [Period]
  /// Names of the levels shown, from the coarsest down.
  public let levels: [String]
  /// The indicators that occur, in the order of output.
  public let indicators: [Indicator]
  /// One row a view, place, period, indicator and category, in the order of output.
  public let rows: [Row]
  public let flows: [Flow]
  public let accounts: Accounts

  package init(
    protection: Protection, coverage: Period, step: String?, periods: [Period], levels: [String],
    indicators: [Indicator], rows: [Row], flows: [Flow], accounts: Accounts
  ) {
    self.protection = protection
    self.coverage = coverage
    self.step = step
    self.periods = periods
    self.levels = levels
    self.indicators = indicators
    self.rows = rows
    self.flows = flows
    self.accounts = accounts
  }
}

extension Release {
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

  /// A number as printed (at most six decimal places) and as computed with.
  public struct Amount: Hashable, Sendable {
    public let text: String
    public let value: Double

    public init(text: String, value: Double) {
      self.text = text
      self.value = value
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

  public enum FigureStatus: String, Sendable {
    case reported
    /// A source reports that there was none.
    case zero
    /// A source reports it without a number.
    case notStated = "not_stated"
    /// Only sources that were not chosen for their subject report it; `low` and `high` show
    /// what they say.
    case otherSources = "other_sources"
    case withheld
  }

  public struct Row: Hashable, Sendable {
    /// A level's name, or "zone".
    public let level: String
    public let placeStatus: PlaceStatus
    /// The region, or the country abroad; empty for outside and unplaced.
    public let regionID: String
    public let regionName: String
    public let parentID: String
    public let period: Period
    /// Whether `period` is the coverage as a whole.
    public let isCoverage: Bool
    public let timeStatus: TimeStatus
    /// Name of the indicator.
    public let indicator: String
    /// Empty for the total over all categories.
    public let category: String
    public let low: Amount?
    public let best: Amount?
    public let high: Amount?
    /// Whether a record without that bound is part of the sum.
    public let isLowOpen: Bool
    public let isBestOpen: Bool
    public let isHighOpen: Bool
    /// Records behind the figure.
    public let records: Int
    public let status: FigureStatus
    /// For a stock, the day of the latest value in it, as an ISO 8601 date.
    public let asOf: String?

    public init(
      level: String, placeStatus: PlaceStatus, regionID: String, regionName: String,
      parentID: String, period: Period, isCoverage: Bool, timeStatus: TimeStatus,
      indicator: String, category: String, low: Amount?, best: Amount?, high: Amount?,
      isLowOpen: Bool, isBestOpen: Bool, isHighOpen: Bool, records: Int, status: FigureStatus,
      asOf: String?
    ) {
      self.level = level
      self.placeStatus = placeStatus
      self.regionID = regionID
      self.regionName = regionName
      self.parentID = parentID
      self.period = period
      self.isCoverage = isCoverage
      self.timeStatus = timeStatus
      self.indicator = indicator
      self.category = category
      self.low = low
      self.best = best
      self.high = high
      self.isLowOpen = isLowOpen
      self.isBestOpen = isBestOpen
      self.isHighOpen = isHighOpen
      self.records = records
      self.status = status
      self.asOf = asOf
    }
  }

  /// People who moved from one place to another, over the whole coverage.
  public struct Flow: Hashable, Sendable {
    /// Level at which both ends are given; an end abroad or known less well keeps its own id.
    public let level: String
    public let originStatus: PlaceStatus
    public let originID: String
    public let originName: String
    public let destinationStatus: PlaceStatus
    public let destinationID: String
    public let destinationName: String
    /// `displacement`, `return`, `eviction` or `relocation`.
    public let kind: String
    public let unit: String
    public let low: Amount?
    public let best: Amount?
    public let high: Amount?
    public let records: Int
    public let status: FigureStatus

    public init(
      level: String, originStatus: PlaceStatus, originID: String, originName: String,
      destinationStatus: PlaceStatus, destinationID: String, destinationName: String,
      kind: String, unit: String, low: Amount?, best: Amount?, high: Amount?, records: Int,
      status: FigureStatus
    ) {
      self.level = level
      self.originStatus = originStatus
      self.originID = originID
      self.originName = originName
      self.destinationStatus = destinationStatus
      self.destinationID = destinationID
      self.destinationName = destinationName
      self.kind = kind
      self.unit = unit
      self.low = low
      self.best = best
      self.high = high
      self.records = records
      self.status = status
    }
  }

  /// What became of every row (rule A1), with the findings and the rules used.
  public struct Accounts: Sendable {
    public struct Input: Hashable, Sendable {
      public let file: String
      public let sha256: String
      public let profile: String
      public let rows: Int
      public let read: Int
      public let rejected: Int
      public let replaced: Int
      public let outOfRange: Int

      public init(
        file: String, sha256: String, profile: String, rows: Int, read: Int, rejected: Int,
        replaced: Int, outOfRange: Int
      ) {
        self.file = file
        self.sha256 = sha256
        self.profile = profile
        self.rows = rows
        self.read = read
        self.rejected = rejected
        self.replaced = replaced
        self.outOfRange = outOfRange
      }
    }

    /// Numbers of records; `regions + unspecified + external + outside + unplaced = read`.
    public struct Balance: Hashable, Sendable {
      public var read = 0
      public var regions = 0
      public var unspecified = 0
      public var external = 0
      public var outside = 0
      public var unplaced = 0
      public var ties = 0
      public var snapped = 0

      public init() {}
    }

    public struct LevelAccount: Hashable, Sendable {
      /// Input file, or empty for all together.
      public let file: String
      public let level: String
      public let indicator: String
      public let balance: Balance

      public init(file: String, level: String, indicator: String, balance: Balance) {
        self.file = file
        self.level = level
        self.indicator = indicator
        self.balance = balance
      }
    }

    public struct ZoneAccount: Hashable, Sendable {
      public let zone: String
      public let indicator: String
      /// Records surely inside.
      public let inside: Int
      /// Records known only to an area that the zone covers in part.
      public let possible: Int

      public init(zone: String, indicator: String, inside: Int, possible: Int) {
        self.zone = zone
        self.indicator = indicator
        self.inside = inside
        self.possible = possible
      }
    }

    public struct FindingGroup: Hashable, Sendable {
      public struct Example: Hashable, Sendable {
        public let file: String
        public let line: Int
        public let column: String?
        public let message: String

        public init(file: String, line: Int, column: String?, message: String) {
          self.file = file
          self.line = line
          self.column = column
          self.message = message
        }
      }

      public let rule: String
      public let severity: String
      public let count: Int
      /// The first ten in the order of file and line.
      public let first: [Example]

      public init(rule: String, severity: String, count: Int, first: [Example]) {
        self.rule = rule
        self.severity = severity
        self.count = count
        self.first = first
      }
    }

    public struct Setting: Hashable, Sendable {
      public let name: String
      public let value: String

      public init(name: String, value: String) {
        self.name = name
        self.value = value
      }
    }

    public let inputs: [Input]
    public let levels: [LevelAccount]
    public let zones: [ZoneAccount]
    public let findings: [FindingGroup]
    public let settings: [Setting]

    public init(
      inputs: [Input], levels: [LevelAccount], zones: [ZoneAccount], findings: [FindingGroup],
      settings: [Setting]
    ) {
      self.inputs = inputs
      self.levels = levels
      self.zones = zones
      self.findings = findings
      self.settings = settings
    }
  }
}
