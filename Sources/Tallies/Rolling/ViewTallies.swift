import Records
import Regions
import Threads

/// Lists the tallies of all views, one view after the other.
struct ViewTallies {
  let settings: ReportSettings
  let sites: SiteRanks
  let numbers: CellNumbers
  let ranges: Ranges
  let movements: RolledMovements
  /// By position in `numbers.indicators`, whether the report shows it.
  private let isShown: [Bool]
  private let nets: [NetSlots]
  private let levels: [Level]

  init(
    settings: ReportSettings, sites: SiteRanks, numbers: CellNumbers, ranges: Ranges,
    movements: RolledMovements
  ) {
    self.settings = settings
    self.sites = sites
    self.numbers = numbers
    self.ranges = ranges
    self.movements = movements
    isShown = numbers.indicators.map {
      settings.indicators.isEmpty || settings.indicators.contains($0)
    }
    nets = Movement.Unit.allCases.compactMap { NetSlots($0, numbers) }
    levels = Set(settings.levels).sorted()
  }

  func result(
    of books: consuming [Book], _ workers: Workers
  ) throws(QuantityOverflow) -> Tallier.Result {
    let tables = tables(of: books, workers)
    // The books are not needed any more, and large.
    books = []
    let places = tables.map(\.places)
    let zones = tables.map(\.zones)
    // The zones last.
    var parts = try workers.results(of: levels.count + 1) { (number) throws(QuantityOverflow) in
      number < levels.count ? try part(places, levels[number]) : try part(ofZones: zones)
    }
    parts.reverse()
    var all = Part(
      listing: TallyListing(
        ranks: sites, numbers: numbers, atMost: parts.reduce(0) { $0 + $1.listing.count }),
      totals: RolledTotals(indicators: numbers.indicators))
    // Each is given up when it has been taken in.
    while let part = parts.popLast() {
      try all.listing.add(part.listing)
      try all.totals.add(part.totals)
    }
    return Tallier.Result(
      tallies: all.listing.tallies(), flows: try movements.flows(levels), totals: all.totals)
  }

  private func tables(of books: [Book], _ workers: Workers) -> [Tables] {
    workers.results(of: books.count) { number in
      let book = books[number]
      return Tables(
        places: FinestCells(book.places, book.latest, ranks: sites, numbers: numbers),
        zones: FinestCells(book.zones, book.latest, ranks: sites, numbers: numbers))
    }
  }

  /// The cells of one book.
  private struct Tables {
    let places: FinestCells
    let zones: FinestCells
  }

  /// One view.
  private struct Part {
    var listing: TallyListing
    var totals: RolledTotals
  }

  private func part(
    _ places: [FinestCells], _ level: Level
  ) throws(QuantityOverflow) -> Part {
    let extras = movements.cells(at: level, numbers) + others(in: .level(level))
    let roller = SiteRoller(places, placeCount: sites.placeCount, extras: extras) { place in
      sites.rank(sites.place(place), at: level)
    }
    return try part(roller, .level(level), places)
  }

  private func part(ofZones zones: [FinestCells]) throws(QuantityOverflow) -> Part {
    let roller = SiteRoller(zones, placeCount: sites.placeCount, extras: others(in: .zone)) {
      sites.rank(ofRegion: RegionNumber(Int32($0)))
    }
    return try part(roller, .zone, zones)
  }

  private func part(
    _ roller: SiteRoller, _ view: Tally.View, _ tables: [FinestCells]
  ) throws(QuantityOverflow) -> Part {
    let cells = tables.reduce(movements.mostCells) { $0 + $1.cells.count }
    var part = Part(
      listing: TallyListing(
        ranks: sites, numbers: numbers,
        atMost: cells * (nets.isEmpty ? 1 : 2) + ranges.count),
      totals: RolledTotals(indicators: numbers.indicators))
    try list(roller, view, into: &part.listing, &part.totals)
    return part
  }

  /// What only sources say that were not chosen.
  private func others(in view: Tally.View) -> [SiteRoller.Extra] {
    func extras(
      _ sums: [RollUp.Key: Sum], _ standing: BlockSums.Standing
    ) -> [SiteRoller.Extra] {
      sums.compactMap { key, sum in
        guard key.view == view, let slot = numbers.slot(key.indicator, key.category) else {
          return nil
        }
        return SiteRoller.Extra(
          rank: Int32(sites.rank(key.site)), period: Int32(numbers.period(key.period)), slot: slot,
          sum: sum, standing: standing)
      }
    }
    return extras(ranges.onlyOthers, .others) + extras(ranges.bySource, .otherSource)
  }

  // MARK: - One view

  private func list(
    _ roller: SiteRoller, _ view: Tally.View, into listing: inout TallyListing,
    _ totals: inout RolledTotals
  ) throws(QuantityOverflow) {
    var sums = BlockSums(slotCount: numbers.slotCount)
    var order: [Int] = []
    try roller.roll(&sums) { (rank, period, sums) throws(QuantityOverflow) in
      if case .level(let level) = view { try note(sums, at: level, in: period, &totals) }
      if !ranges.isEmpty { try widen(&sums, rank, period, view) }
      if sites.isRegion(rank) { for net in nets { try net.add(to: &sums) } }
      sums.order(into: &order)
      for position in order {
        let entry = sums.entries[position]
        guard isShown[numbers.indicator(ofSlot: entry.slot)] else { continue }
        try listing.append(entry, at: rank, in: period, view: view)
      }
    }
  }

  private func note(
    _ sums: BlockSums, at level: Level, in period: Int, _ totals: inout RolledTotals
  ) throws(QuantityOverflow) {
    let isInside = numbers.periods[period] == .coverage
    for entry in sums.entries
    where entry.standing == .counted && numbers.category(ofSlot: entry.slot) == 0 {
      try totals.add(
        entry.sum, numbers.indicator(ofSlot: entry.slot), at: level, isInside: isInside,
        isOverAll: !isInside || settings.step == nil)
    }
  }
}

extension ViewTallies {
  /// Moves the bounds of totals to what other sources of their subjects say.
  private func widen(
    _ sums: inout BlockSums, _ rank: Int, _ period: Int, _ view: Tally.View
  ) throws(QuantityOverflow) {
    let site = sites.site(rank)
    try sums.change { (entry) throws(QuantityOverflow) in
      guard entry.standing == .counted, numbers.category(ofSlot: entry.slot) == 0 else {
        return entry.sum
      }
      let key = RollUp.Key(
        view: view, site: site, period: numbers.periods[period],
        indicator: numbers.indicators[numbers.indicator(ofSlot: entry.slot)],
        category: Counter.total)
      return try ranges.widen(entry.sum, at: key)
    }
  }
}
