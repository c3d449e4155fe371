import Records
import Regions

/// A record that cannot be added up before all others are known.
struct HeldRecord {
  var record: Record
  let file: Int
}

/// Stocks, cumulative series, and subjects that several sources report.
extension Counter {
  mutating func hold(_ record: Record, file: Int) {
    held.append(HeldRecord(record: record, file: file))
  }

  /// Books what was held. Called once, after the last record.
  mutating func settle() throws(QuantityOverflow) {
    let ordered = held.sorted { Counter.precedes($0.record, $1.record) }
    held = []
    let chosen = choose(ordered)
    var series = CumulativeSeries()
    var stocks: [HeldRecord] = []
    for var item in ordered {
      switch item.record.measure {
      case .stock:
        stocks.append(item)
        continue
      case .cumulative:
        let (piece, remark) = try series.piece(of: item.record)
        if let remark { note(.cumulativeFell, item.record.line, item.file, remark) }
        item.record = piece
      case .flow: break
      }
      try count(item.record, file: item.file, owner: owner(of: item.record, chosen))
    }
    try settle(stocks, chosen)
  }

  /// The order of the data, not of the input: by day, then by publication, then by key.
  private static func precedes(_ left: Record, _ right: Record) -> Bool {
    if left.dates.last != right.dates.last { return left.dates.last < right.dates.last }
    if left.published != right.published {
      return (left.published ?? left.dates.last) < (right.published ?? right.dates.last)
    }
    return left.key < right.key
  }

  // MARK: - Subjects: one source each

  /// The source taken for each subject: the first that is preferred, else the one whose figure
  /// was published last, else the first in byte order.
  private mutating func choose(_ ordered: [HeldRecord]) -> [String: String] {
    var latest: [String: [String: Day]] = [:]
    var first: [String: HeldRecord] = [:]
    for item in ordered {
      guard let subject = item.record.subject else { continue }
      let day = item.record.published ?? item.record.dates.last
      let known = latest[subject]?[item.record.key.source] ?? day
      latest[subject, default: [:]][item.record.key.source] = max(known, day)
      if let earlier = first[subject], !HeldRecord.precedes(item, earlier) { continue }
      first[subject] = item
    }
    var chosen: [String: String] = [:]
    for (subject, sources) in latest {
      let source = choose(sources)
      chosen[subject] = source
      guard sources.count > 1, let item = first[subject] else { continue }
      let others = sources.keys.filter { $0 != source }.sorted().joined(separator: ", ")
      note(
        .severalSources, item.record.line, item.file,
        "'\(subject)' is reported by \(source), which was taken, and by \(others); "
          + "sources are never added up (see --prefer)")
    }
    chosenSources = chosen
    return chosen
  }

  private func choose(_ sources: [String: Day]) -> String {
    for wanted in settings.prefer {
      let match = sources.keys.sorted().first { $0.lowercased() == wanted.lowercased() }
      if let match { return match }
    }
    let best = sources.max { left, right in
      left.value == right.value ? left.key > right.key : left.value < right.value
    }
    return best?.key ?? ""
  }

  private func owner(of record: Record, _ chosen: [String: String]) -> Owner {
    guard let subject = record.subject, let source = chosen[subject] else { return .counted }
    return .source(
      subject: subject, source: record.key.source, isChosen: source == record.key.source)
  }

  // MARK: - Stocks

  /// F2: a period shows the latest value on or before its last day, per site.
  private mutating func settle(
    _ stocks: [HeldRecord], _ chosen: [String: String]
  ) throws(QuantityOverflow) {
    for item in stocks { extend(DateSpan(item.record.dates.last)) }
    var sites: [StockSite: [HeldRecord]] = [:]
    for item in stocks {
      // A value from before the first day still stands on it, until there is a later one.
      guard let coverage, item.record.dates.last <= coverage.last else {
        accounts.noteOutOfRange(item.file)
        continue
      }
      accounts.noteRead(item.file)
      guard let site = StockSite(item.record) else { continue }
      sites[site, default: []].append(item)
    }
    guard let coverage else { return }
    for (_, values) in sites {
      guard let last = values.last else { continue }
      let owner = owner(of: last.record, chosen)
      let entries = try values.map { item throws(QuantityOverflow) in
        StockValue(
          day: item.record.dates.last, entry: try stockEntry(item),
          categories: categories(of: item.record))
      }
      for value in zip(values, entries) {
        try accounts.add(value.1.entry, file: value.0.file, share: nil)
      }
      try book(entries, at: PeriodKey.coverage, until: coverage.last, owner)
      for period in periods(in: coverage) {
        try book(entries, at: period.key, until: period.last, owner)
      }
    }
  }

  private mutating func book(
    _ values: [StockValue], at period: PeriodKey, until last: Day, _ owner: Owner
  ) throws(QuantityOverflow) {
    // Values come in the order of their days, corrections of a day last.
    guard let value = values.last(where: { $0.day <= last }) else { return }
    let dating = Calendar.Dating(coverage: .whole(period), periods: [])
    try books[owner, default: Book()].add(value.entry, dating, value.categories)
    for (indicator, _) in value.entry.figures {
      let places = [value.entry.code] + value.entry.placement.zones.map(PlaceCode.region)
      for (place, category) in places.flatMap({ place in value.categories.map { (place, $0) } }) {
        let key = Book.PlaceKey(
          place: place, period: period, indicator: indicator, category: category)
        let known = books[owner]?.latest[key] ?? value.day
        books[owner]?.latest[key] = max(known, value.day)
      }
    }
  }

  /// Every standard period that overlaps the days, with its last day inside them.
  func periods(in days: DateSpan) -> [(key: PeriodKey, last: Day)] {
    guard let step = settings.step else { return [] }
    var periods: [(key: PeriodKey, last: Day)] = []
    var day = days.first
    while day <= days.last {
      let span = step.span(around: day, weekStart: settings.weekStart)
      let key = PeriodKey(step: step, first: span.first, isUnspecified: false)
      periods.append((key, min(span.last, days.last)))
      day = span.last.adding(1)
    }
    return periods
  }

  private mutating func stockEntry(
    _ item: HeldRecord
  ) throws(QuantityOverflow) -> IncidentEntry {
    guard case .movement(let movement) = item.record.content else {
      return IncidentEntry(Placement(.unplaced), .unplaced, [])
    }
    let stated = movement.destination ?? movement.origin
    let placement =
      place(stated, line: item.record.line, file: item.file) ?? Placement(.unplaced)
    let (figure, unit) = try Counter.persons(movement)
    var stem = movement.kind == .return ? Indicator.Stem.returnees : .idps
    if case .external = placement.node { stem = .refugees }
    return IncidentEntry(
      placement, code(of: placement), [(Indicator(stem, unit: unit), figure)])
  }
}

extension HeldRecord {
  static func precedes(_ left: HeldRecord, _ right: HeldRecord) -> Bool {
    (left.file, left.record.line) < (right.file, right.record.line)
  }
}

/// A stock value, placed.
private struct StockValue {
  let day: Day
  let entry: IncidentEntry
  let categories: [Int32]
}

/// What makes two stock values successive values of the same thing.
private struct StockSite: Hashable {
  let source: String
  let subject: String?
  let place: Place?
  let kind: Movement.Kind
  let unit: Movement.Unit

  init?(_ record: Record) {
    guard case .movement(let movement) = record.content else { return nil }
    source = record.key.source
    subject = record.subject
    place = movement.destination ?? movement.origin
    kind = movement.kind
    unit = movement.unit
  }
}
