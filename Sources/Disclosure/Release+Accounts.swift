extension Release {
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

    /// What protection has cost at one level: figures above zero of single periods, or of all days
    /// where there are no periods, and the numbers in them. Confidential: what all withheld figures
    /// add up to is itself a figure.
    public struct WithheldShare: Hashable, Sendable {
      public let level: String
      public let indicator: String
      public let figures: Int
      public let withheldFigures: Int
      public let best: Amount
      public let withheldBest: Amount
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
    /// Told inside the organisation only; empty in every release.
    public internal(set) var withheld: [WithheldShare] = []

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
