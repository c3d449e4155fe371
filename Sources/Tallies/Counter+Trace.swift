import Records
import Regions

extension Counter {
  /// Books a record once more, alone, where a trace is asked for.
  mutating func noteTrace(
    _ item: HeldRecord, _ standing: TracedRecord.Standing, _ entry: TracedEntry,
    _ dating: Calendar.Dating, _ categories: [Int32]
  ) throws(QuantityOverflow) {
    guard trace != nil else { return }
    let tables = TraceTables(
      catalog: placer.catalog, levels: settings.levels, abroad: abroad,
      categories: self.categories)
    let note = Trace.Note(item: item, standing: standing, among: entry.set)
    try trace?.note(note, try entry.book(dating, categories), tables)
    try trace?.note(inPossibleZones: note, try entry.zoneBook(dating, categories), tables)
  }
}

extension Counter.Owner {
  var standing: TracedRecord.Standing { isCounted ? .counted : .otherSource }
}

/// A placed record as it is booked, for the trace.
enum TracedEntry {
  case incident(IncidentEntry)
  case movement(MovementEntry)

  func book(
    _ dating: Calendar.Dating, _ categories: [Int32]
  ) throws(QuantityOverflow) -> Book {
    var book = Book()
    switch self {
    case .incident(let entry): try book.add(entry, dating, categories)
    case .movement(let entry): try book.add(entry, dating, categories)
    }
    return book
  }

  /// What the record would add to the zones that may hold it, and nothing else.
  func zoneBook(
    _ dating: Calendar.Dating, _ categories: [Int32]
  ) throws(QuantityOverflow) -> Book {
    var book = Book()
    book.zones = try inPossibleZones.book(dating, categories).zones
    return book
  }

  private var inPossibleZones: TracedEntry {
    switch self {
    case .incident(let entry):
      .incident(
        IncidentEntry(
          entry.placement.inPossibleZones, entry.code,
          entry.sums.map { ($0.indicator, $0.sum) }))
    case .movement(let entry):
      .movement(
        MovementEntry(
          kind: entry.kind, unit: entry.unit, figure: entry.figure,
          origin: entry.origin?.inPossibleZones, destination: entry.destination?.inPossibleZones,
          originCode: entry.originCode, destinationCode: entry.destinationCode))
    }
  }

  /// The regions one of which holds the record (rule P7); empty where both ends of a movement are
  /// given, each of which may have regions of its own.
  var set: [RegionID] {
    switch self {
    case .incident(let entry): return entry.placement.set
    case .movement(let entry):
      let ends = [entry.origin, entry.destination].compactMap { $0 }
      return ends.count == 1 ? ends[0].set : []
    }
  }
}

extension Placement {
  fileprivate var inPossibleZones: Placement {
    var other = self
    other.zones = possibleZones
    other.possibleZones = []
    return other
  }
}
