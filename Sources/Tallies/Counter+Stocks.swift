import Records
import Regions

/// Stocks: people present on a day (rule F2).
extension Counter {
  /// A period shows the latest value on or before its last day, per site.
  mutating func settle(
    _ stocks: [HeldRecord], _ chosen: [String: String]
  ) throws(QuantityOverflow) {
    for item in stocks { extend(DateSpan(item.record.dates.last)) }
    var sites: [StockSite: [StockValue]] = [:]
    var nested = NestedStocks(catalog: placer.catalog)
    for item in stocks {
      // A value from before the first day still stands on it, until there is a later one.
      guard let coverage, item.record.dates.last <= coverage.last else {
        accounts.noteOutOfRange(item.file)
        continue
      }
      accounts.noteRead(item.file)
      guard let value = try stockValue(item), let site = StockSite(item.record) else { continue }
      try accounts.add(value.entry, file: item.file, share: nil)
      sites[site, default: []].append(value)
      nested.add(value.day, of: site.series, at: value.extent)
    }
    guard let coverage else { return }
    for (site, values) in sites {
      let owner = owner(subject: site.series.subject, source: site.series.source, chosen)
      let known = StockHistory(values: values, series: site.series)
      noteRepeated(known, nested)
      try book(known, nested, at: .coverage, until: coverage.last, owner)
      for period in periods(in: coverage) {
        try book(known, nested, at: period.key, until: period.last, owner)
      }
    }
  }

  private mutating func book(
    _ history: StockHistory, _ nested: NestedStocks, at period: PeriodKey, until last: Day,
    _ owner: Owner
  ) throws(QuantityOverflow) {
    let dating = Calendar.Dating(coverage: .whole(period), periods: [])
    let standing = history.standing(on: last).filter {
      !nested.isReplaced($0.day, of: history.series, at: $0.extent, by: last)
    }
    for value in standing {
      try books[owner, default: Book()].add(value.entry, dating, value.categories)
      try noteTrace(
        value.item, owner.standing, .incident(value.entry), dating, value.categories)
      noteDay(of: value, at: period, owner)
    }
    guard trace != nil else { return }
    for value in history.values where value.day <= last {
      guard !standing.contains(where: { $0.item.isSameRow(as: value.item) }) else { continue }
      try noteTrace(value.item, .earlier, .incident(value.entry), dating, value.categories)
    }
  }

  /// F4: a value for a region whose parts have values of the same day, perhaps in another file.
  private mutating func noteRepeated(_ history: StockHistory, _ nested: NestedStocks) {
    for value in history.values
    where nested.isRepeated(value.day, of: history.series, at: value.extent) {
      note(
        .overlappingRow, value.item.record.line, value.item.file,
        "the stock repeats stocks of the same day inside the region, which count instead")
    }
  }

  private mutating func noteDay(of value: StockValue, at period: PeriodKey, _ owner: Owner) {
    let places = [value.entry.code] + value.entry.placement.zones.map(PlaceCode.region)
    for (indicator, _) in value.entry.sums {
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

  // MARK: - What is present where

  /// Places a stock for what there is to say of it, without holding it.
  mutating func check(stock record: Record, file: Int) throws(QuantityOverflow) {
    _ = try stockValue(HeldRecord(record: record, file: file))
  }

  /// `nil` for people of one other country in another, who are in no figure.
  private mutating func stockValue(_ item: HeldRecord) throws(QuantityOverflow) -> StockValue? {
    let categories = categories(of: item.record)
    guard case .movement(let movement) = item.record.content else {
      let entry = IncidentEntry(Placement(.unplaced), .unplaced, [])
      return StockValue(
        item: item, part: StockPart(), extent: nil, entry: entry, categories: categories)
    }
    let stated = movement.destination ?? movement.origin
    let placement =
      place(stated, line: item.record.line, file: item.file) ?? Placement(.unplaced)
    let isForeign =
      movement.destination != nil && isAbroad(movement.origin, item.record, item.file)
    if isForeign, placement.isExternal {
      note(
        .otherCountry, item.record.line, item.file,
        "people who come from another country are in no figure abroad")
      return nil
    }
    let (figure, unit) = try Counter.persons(movement)
    let stem = Indicator.Stem(of: movement, isBeyondBorder: isForeign || placement.isExternal)
    let entry = IncidentEntry(
      placement, code(of: placement), [(Indicator(stem, unit: unit), try Sum(figure))])
    let extent = NestedStocks.Extent(placement, of: stated, in: placer.catalog)
    return StockValue(
      item: item, part: StockPart(movement), extent: extent, entry: entry, categories: categories)
  }

  /// Whether a place is surely in another country.
  private mutating func isAbroad(_ place: Place?, _ record: Record, _ file: Int) -> Bool {
    self.place(place, line: record.line, file: file)?.isExternal ?? false
  }
}

extension Placement {
  fileprivate var isExternal: Bool { if case .external = node { true } else { false } }
}

extension Indicator.Stem {
  /// F7: people beyond the border that they crossed are refugees, abroad or from abroad.
  fileprivate init(of movement: Movement, isBeyondBorder: Bool) {
    if isBeyondBorder, movement.kind != .return || movement.destination == nil {
      self = movement.status == .asylumSeeker ? .asylumSeekers : .refugees
    } else {
      self = movement.kind == .return ? .returnees : .idps
    }
  }
}

/// A stock value, placed.
private struct StockValue {
  let item: HeldRecord
  let part: StockPart
  let extent: NestedStocks.Extent?
  let entry: IncidentEntry
  let categories: [Int32]

  var day: Day { item.record.dates.last }
}

/// What tells people at one place from others there: where they are from, and the source's type
/// of them. Values of one day for several parts add up.
private struct StockPart: Hashable {
  var origin: Place?
  var status = Movement.Status.unstated
  var subkind = ""

  init() {}

  init(_ movement: Movement) {
    origin = movement.destination == nil ? nil : movement.origin?.byCode
    status = movement.status
    subkind = movement.subkind
  }
}

/// What makes two stock values successive values of the same thing.
private struct StockSite: Hashable {
  let series: StockSeries
  let place: Place?

  init?(_ record: Record) {
    guard case .movement(let movement) = record.content else { return nil }
    series = StockSeries(
      source: record.key.source, subject: record.subject, kind: movement.kind, unit: movement.unit)
    place = (movement.destination ?? movement.origin)?.byCode
  }
}

/// The values of one site, in the order of their days, corrections of a day last.
private struct StockHistory {
  let values: [StockValue]
  let series: StockSeries

  /// The latest value on or before a day; for each part, if it has several.
  func standing(on last: Day) -> [StockValue] {
    guard let end = values.lastIndex(where: { $0.day <= last }) else { return [] }
    var parts: Set<StockPart> = []
    return values[...end].reversed().prefix { $0.day == values[end].day }
      .filter { parts.insert($0.part).inserted }
  }
}

extension Place {
  /// The same place without the names that stand beside codes, which sources spell in several ways.
  fileprivate var byCode: Place {
    var place = self
    place.designations = designations.map { path in
      path.map { Designation(level: $0.level, code: $0.code, name: $0.code == nil ? $0.name : nil) }
    }
    return place
  }
}
