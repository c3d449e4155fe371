public import Records
public import Regions

/// All tallies of one run, with its accounts. Confidential.
public struct Report: Sendable {
  public struct Input: Hashable, Sendable {
    public let file: String
    public let sha256: String
    public let profile: String
    /// Rows of data in the file; `read + rejected + replaced + outOfRange = rows` (rule A1).
    public let rows: Int
    public let read: Int
    public let rejected: Int
    public let replaced: Int
    public let outOfRange: Int
  }

  /// Records by what became of them:
  /// `regions + unspecified + external + outside + unplaced = read` (rule A1).
  public struct Balance: Hashable, Sendable {
    public internal(set) var read = 0
    public internal(set) var regions = 0
    public internal(set) var unspecified = 0
    public internal(set) var external = 0
    public internal(set) var outside = 0
    public internal(set) var unplaced = 0
    public internal(set) var ties = 0
    public internal(set) var snapped = 0

    public var isBalanced: Bool {
      regions + unspecified + external + outside + unplaced == read
    }
  }

  public struct Account: Hashable, Sendable {
    /// The input file, or `nil` for all together.
    public let file: String?
    public let level: Level
    public let indicator: Indicator
    public let balance: Balance
  }

  public struct ZoneAccount: Hashable, Sendable {
    public let zone: RegionNumber
    public let indicator: Indicator
    public let inside: Int
    public let possible: Int
  }

  public let settings: ReportSettings
  /// First and last day covered; `nil` where nothing was counted and no range was asked for.
  public let coverage: DateSpan?
  public let periods: [PeriodKey]
  /// In the order of output.
  public let tallies: CompactTallies
  public let flows: [FlowTally]
  public let inputs: [Input]
  public let accounts: [Account]
  public let zoneAccounts: [ZoneAccount]
  public let findings: FindingLog
  /// The source taken for each subject that records name.
  public let chosenSources: [String: String]

  /// The days of a period; of one that reaches beyond the range asked for, the part inside.
  public func span(of period: PeriodKey) -> DateSpan? {
    guard let step = period.step else { return coverage }
    let whole = step.span(around: period.first, weekStart: settings.weekStart)
    guard !period.isUnspecified else { return whole }
    return DateSpan(
      first: max(whole.first, settings.from ?? whole.first),
      last: min(whole.last, settings.to ?? whole.last)) ?? whole
  }
}

/// Why a report cannot be written.
public enum ReportError: Error, Equatable, CustomStringConvertible {
  case unbalanced(String)
  case overflow(String)

  public var description: String {
    switch self {
    case .unbalanced(let account):
      "the accounts do not balance: \(account); nothing was written. This is a defect of the "
        + "program: please report it with the command that was run"
    case .overflow(let what):
      what
    }
  }
}
