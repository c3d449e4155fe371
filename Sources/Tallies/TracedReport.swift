public import Records
public import Regions

/// A report, and the records behind those of its figures that were asked for (rule A4).
/// Confidential, and never part of a release.
public struct TracedReport: Sendable {
  public let report: Report
  /// In the order of files, lines and keys.
  public let records: [TracedRecord]
  /// Who moved from where to where over the whole coverage, in no order; empty unless asked for.
  public let flows: [TracedFlow]
  /// Every row that another one replaced (rule A2), in the order of files and lines.
  public let replaced: [ReplacedRecord]
}

/// A record behind a figure, with what it adds to it. Never part of a release.
public struct TracedRecord: Hashable, Sendable {
  /// The figure: a place, a period, an indicator and a category, empty for the total.
  ///
  /// In the view of zones the site `unspecified` stands for a zone that may hold the record.
  public struct Cell: Hashable, Sendable {
    public let view: Tally.View
    public let site: Tally.Site
    public let period: PeriodKey
    public let indicator: Indicator
    public let category: String
  }

  /// What a record is to its figure.
  public enum Standing: String, Hashable, Sendable, CaseIterable {
    /// It is in the figure.
    case counted
    /// Another source was taken for its subject; it only widens the range.
    case otherSource
    /// A stock of the same place that another value stands for: a later one, or those of its parts.
    case earlier
  }

  public let cell: Cell
  public let key: RecordKey
  /// Position of the file among those of the run.
  public let file: Int
  public let line: Int
  /// The days it was counted for; of a running total those since the value before.
  public let dates: DateSpan
  public let measure: Measure
  /// What is being counted, where several sources report it.
  public let subject: String?
  /// The regions one of which holds the record, where its source names several (rule P7).
  public let among: [RegionID]
  public let standing: Standing
  public let low: Quantity?
  public let best: Quantity?
  public let high: Quantity?

  public var isCounted: Bool { standing == .counted }
}

/// What a record adds to the people who moved between two places (rule F7). Never part of a release.
public struct TracedFlow: Hashable, Sendable {
  public let level: Level
  public let origin: Tally.Site
  public let destination: Tally.Site
  public let kind: Movement.Kind
  public let unit: Movement.Unit
  public let key: RecordKey
  public let standing: TracedRecord.Standing
  public let low: Quantity?
  public let best: Quantity?
  public let high: Quantity?
}

/// A row that does not count because another one has its key (rule A2). Never part of a release.
public struct ReplacedRecord: Hashable, Sendable {
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// A newer version replaces it.
    case newerVersion
    /// Its source has deleted the record.
    case deleted
    /// The other row says the same.
    case sameContent
    /// Both differ without a version; the last in the order of their fields counts.
    case laterInOrder
  }

  public let key: RecordKey
  /// Position of the file among those of the run.
  public let file: Int
  public let line: Int
  public let reason: Reason
  /// File and line of the row that counts instead, or that deletes the record.
  public let winningFile: Int
  public let winningLine: Int
  /// The figures that were asked for and that the row would be in, if it counted.
  public let cells: Set<TracedRecord.Cell>
}
