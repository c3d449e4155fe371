import Records
import Regions

/// Which records stand behind which figures (rule A4). Confidential.
///
/// A record is booked here by the same code as in the books of the run, so that what is told of it
/// is what was counted.
struct Trace: Sendable {
  /// A record that is told of, whatever figures it is in.
  struct Note {
    let item: HeldRecord
    let standing: TracedRecord.Standing
    let among: [RegionID]
  }

  /// The cells that are asked for.
  let wants: @Sendable (TracedRecord.Cell) -> Bool
  /// Whether it is also told who moved from where to where.
  let wantsFlows: Bool
  private(set) var records: [TracedRecord] = []
  private(set) var flows: [TracedFlow] = []
  var replaced: [ReplacedRecord] = []

  init(wants: @escaping @Sendable (TracedRecord.Cell) -> Bool, wantsFlows: Bool = false) {
    self.wants = wants
    self.wantsFlows = wantsFlows
  }

  /// Notes what a record adds, and to which cells.
  mutating func note(
    _ note: Note, _ book: Book, _ tables: TraceTables
  ) throws(QuantityOverflow) {
    try add(note, book, tables) { $0 }
  }

  /// Notes what a record would add to the zones that may hold it: unspecified there.
  mutating func note(
    inPossibleZones note: Note, _ book: Book, _ tables: TraceTables
  ) throws(QuantityOverflow) {
    try add(note, book, tables) { site in
      if case .region(let zone) = site { .unspecified(zone) } else { site }
    }
  }

  private mutating func add(
    _ note: Note, _ book: Book, _ tables: TraceTables, at site: (Tally.Site) -> Tally.Site
  ) throws(QuantityOverflow) {
    var rolled = RollUp(catalog: tables.catalog, levels: tables.levels, abroad: tables.abroad)
    try rolled.add(book)
    for (key, sum) in rolled.sums {
      let category = key.category == Counter.total ? "" : tables.categories[key.category]
      let cell = TracedRecord.Cell(
        view: key.view, site: site(key.site), period: key.period, indicator: key.indicator,
        category: category)
      guard wants(cell) else { continue }
      let record = note.item.record
      records.append(
        TracedRecord(
          cell: cell, key: record.key, file: note.item.file, line: record.line,
          dates: record.dates, measure: record.measure, subject: record.subject,
          among: note.among, standing: note.standing, low: sum.knownLow, best: sum.knownBest,
          high: sum.knownHigh))
    }
    if wantsFlows { add(rolled.flows, of: note) }
  }

  private mutating func add(_ rolled: [RollUp.FlowKey: Sum], of note: Note) {
    for (key, sum) in rolled {
      flows.append(
        TracedFlow(
          level: key.level, origin: key.origin, destination: key.destination, kind: key.kind,
          unit: key.unit, key: note.item.record.key, standing: note.standing, low: sum.knownLow,
          best: sum.knownBest, high: sum.knownHigh))
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
