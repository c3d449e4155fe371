public import Records
import Regions

/// Which records stand behind which figures (rule A4). Confidential.
///
/// A record is booked here by the same code as in the books of the run, so that what is told of it
/// is what was counted.
struct Trace {
  /// The cells that are asked for.
  let wants: (TracedRecord.Cell) -> Bool
  private(set) var records: [TracedRecord] = []

  init(wants: @escaping (TracedRecord.Cell) -> Bool) {
    self.wants = wants
  }

  /// Notes what a record adds, and to which cells.
  mutating func note(
    _ item: HeldRecord, _ owner: Counter.Owner, _ book: Book, _ tables: TraceTables
  ) throws(QuantityOverflow) {
    var rolled = RollUp(catalog: tables.catalog, levels: tables.levels, abroad: tables.abroad)
    try rolled.add(book)
    for (key, sum) in rolled.sums {
      let category = key.category == Counter.total ? "" : tables.categories[key.category]
      let cell = TracedRecord.Cell(
        view: key.view, site: key.site, period: key.period, indicator: key.indicator,
        category: category)
      guard wants(cell) else { continue }
      records.append(
        TracedRecord(
          cell: cell, key: item.record.key, file: item.file, line: item.record.line,
          dates: item.record.dates, measure: item.record.measure, subject: item.record.subject,
          isCounted: owner.isCounted, low: sum.knownLow, best: sum.knownBest,
          high: sum.knownHigh))
    }
  }
}

/// What is needed to see a booked record through the levels.
struct TraceTables {
  let catalog: RegionCatalog
  let levels: [Level]
  let abroad: TextTable
  let categories: TextTable
}

/// A record behind a figure, with what it adds to it. Never part of a release.
public struct TracedRecord: Hashable, Sendable {
  /// The figure: a place, a period, an indicator and a category, empty for the total.
  public struct Cell: Hashable, Sendable {
    public let view: Tally.View
    public let site: Tally.Site
    public let period: PeriodKey
    public let indicator: Indicator
    public let category: String
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
  /// Whether it is in the figure: not where another source was taken for its subject.
  public let isCounted: Bool
  public let low: Quantity?
  public let best: Quantity?
  public let high: Quantity?
}
