import Records

/// Tallies in some thirty bytes each, added in the order of output.
struct TallyListing {
  private let ranks: SiteRanks
  private let numbers: CellNumbers
  private var view: Tally.View?
  private var rank = -1
  private var places: [CompactTallies.Place] = []
  private var blocks = TallyBlocks()
  private var cells: [TallyCell] = []
  private var quantities = CompactQuantities()
  private var largest: [CompactQuantities.Code] = []
  private var latest: [Day?] = []
  private let hasStocks: Bool

  /// - Parameter atMost: no more tallies than this will be added; room for them is reserved, and
  ///   takes no memory until it is used.
  init(ranks: SiteRanks, numbers: CellNumbers, atMost count: Int) {
    self.ranks = ranks
    self.numbers = numbers
    hasStocks = numbers.indicators.contains { $0.kind == .stock }
    cells.reserveCapacity(count)
    largest.reserveCapacity(count)
    if hasStocks { latest.reserveCapacity(count) }
  }

  mutating func append(
    _ entry: BlockSums.Entry, at rank: Int, in period: Int, view: Tally.View
  ) throws(QuantityOverflow) {
    if self.view != view || self.rank != rank {
      places.append(CompactTallies.Place(view: view, site: ranks.site(rank)))
      (self.view, self.rank) = (view, rank)
    }
    let sum = entry.sum
    let best = entry.standing == .others ? nil : sum.knownBest
    let status =
      entry.standing == .counted ? TallyCell.State.Status(sum.status) : .otherSources
    guard let records = UInt32(exactly: sum.records),
      numbers.category(ofSlot: entry.slot) < TallyCell.Figure.mostCategories
    else { throw QuantityOverflow() }
    blocks.append(place: places.count - 1, period: period)
    cells.append(
      TallyCell(
        figure: TallyCell.Figure(
          indicator: numbers.indicator(ofSlot: entry.slot),
          category: numbers.category(ofSlot: entry.slot)),
        low: try quantities.code(of: sum.knownLow), best: try quantities.code(of: best),
        high: try quantities.code(of: sum.knownHigh), records: records,
        state: TallyCell.State(
          status, isLowOpen: sum.missingLow > 0, isBestOpen: best == nil,
          isHighOpen: sum.missingHigh > 0)))
    largest.append(try quantities.code(of: sum.largest))
    if hasStocks { latest.append(entry.latest) }
  }

  var count: Int { cells.count }

  /// Adds the tallies of another view, which come behind these.
  mutating func add(_ other: TallyListing) throws(QuantityOverflow) {
    let shift = try quantities.add(other.quantities)
    for block in other.blocks.blocks.indices {
      blocks.append(
        rows: other.blocks.rows(ofBlock: block).count,
        place: places.count + Int(other.blocks.blocks[block].place),
        period: Int(other.blocks.blocks[block].period))
    }
    places += other.places
    for cell in other.cells { cells.append(cell.shifted(shift)) }
    for code in other.largest { largest.append(code.shifted(shift)) }
    latest += other.latest
  }

  /// All that was added; the tables name only what occurs in it.
  func tallies() -> CompactTallies {
    var (blocks, cells) = (blocks, cells)
    let periods = Renumbering(blocks.blocks.lazy.map { Int($0.period) }, of: numbers.periods.count)
    let indicators = Renumbering(
      cells.lazy.map(\.figure.indicator), of: numbers.indicators.count)
    let categories = Renumbering(
      cells.lazy.map(\.figure.category), of: numbers.categories.count, keepsFirst: true)
    if !periods.isIdentity { blocks.renumber(periods: periods.numbers) }
    if !indicators.isIdentity || !categories.isIdentity {
      for position in cells.indices {
        let figure = cells[position].figure
        cells[position].figure = TallyCell.Figure(
          indicator: indicators.numbers[figure.indicator],
          category: categories.numbers[figure.category])
      }
    }
    return CompactTallies(
      places: places, periods: periods.kept(of: numbers.periods),
      indicators: indicators.kept(of: numbers.indicators),
      categories: categories.kept(of: numbers.categories), blocks: blocks, cells: cells,
      quantities: quantities, largest: largest,
      latest: latest.contains { $0 != nil } ? latest : [])
  }
}

/// New numbers for those that occur, without gaps.
private struct Renumbering {
  /// By old number; 0 for one that does not occur.
  let numbers: [Int]
  private let occurs: [Bool]

  init(_ used: some Sequence<Int>, of count: Int, keepsFirst: Bool = false) {
    var occurs = [Bool](repeating: false, count: count)
    for number in used { occurs[number] = true }
    if keepsFirst, count > 0 { occurs[0] = true }
    var next = 0
    numbers = occurs.map { occurs in
      defer { next += occurs ? 1 : 0 }
      return occurs ? next : 0
    }
    self.occurs = occurs
  }

  var isIdentity: Bool { occurs.allSatisfy { $0 } }

  func kept<Value>(of values: [Value]) -> [Value] {
    zip(values, occurs).filter(\.1).map(\.0)
  }
}

extension TallyCell.State.Status {
  fileprivate init(_ status: Tally.Status) {
    switch status {
    case .reported: self = .reported
    case .zero: self = .zero
    case .notStated: self = .notStated
    case .otherSources: self = .otherSources
    }
  }
}
