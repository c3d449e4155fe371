import Records
import Tallies

extension Release {
  /// A row in plain values: what was told before, and what tests write a release of.
  package struct Entry: Sendable {
    package var place: Place
    package var time: TimeSpan
    /// Name of the indicator.
    package var indicator: String
    package var category = ""
    package var low: Amount?
    package var best: Amount?
    package var high: Amount?
    package var isLowOpen = false
    package var isBestOpen = false
    package var isHighOpen = false
    package var records = 1
    package var status: FigureStatus
    package var asOf: String?

    package init(
      place: Place, time: TimeSpan, indicator: String, low: Amount?, best: Amount?, high: Amount?,
      status: FigureStatus = .reported
    ) {
      self.place = place
      self.time = time
      self.indicator = indicator
      self.low = low
      self.best = best
      self.high = high
      self.status = status
    }
  }

  /// A release of given rows.
  ///
  /// Places and stretches of time stand in the order in which rows first name them, and rows in
  /// that order; within a place and time they are sorted by indicator and category.
  /// - Parameter spans: stretches of time that come first, in this order.
  /// - Precondition: every row's indicator is one of `indicators`.
  init(
    protection: Protection, coverage: Period, step: String?, periods: [Period], levels: [String],
    indicators: [Indicator], spans: [TimeSpan] = [], entries: [Entry], flows: [Flow],
    accounts: Accounts
  ) throws {
    self.protection = protection
    self.coverage = coverage
    self.step = step
    self.periods = periods
    self.levels = levels
    self.flows = flows
    self.accounts = accounts
    table = try ReleaseTable(indicators: indicators, spans: spans, entries: entries)
  }
}

extension ReleaseTable {
  fileprivate convenience init(
    indicators: [Release.Indicator], spans first: [Release.TimeSpan], entries: [Release.Entry]
  ) throws {
    let places = Numbering(entries.map(\.place))
    let spans = Numbering(first + entries.map(\.time))
    let names = Numbering(indicators.map(\.name))
    let categories = Numbering([""] + Set(entries.map(\.category)).sorted())
    let sorted = entries.map { entry in
      (
        entry, place: places[entry.place], span: spans[entry.time],
        figure: TallyCell.Figure(
          indicator: names[entry.indicator], category: categories[entry.category])
      )
    }.sorted { ($0.place, $0.span, $0.figure) < ($1.place, $1.span, $1.figure) }
    var blocks = TallyBlocks()
    var quantities = CompactQuantities()
    var cells: [TallyCell] = []
    for (entry, place, span, figure) in sorted {
      blocks.append(place: place, period: span)
      let cell = TallyCell(
        figure: figure, low: try quantities.code(of: entry.low?.quantity),
        best: try quantities.code(of: entry.best?.quantity),
        high: try quantities.code(of: entry.high?.quantity), records: UInt32(entry.records),
        state: TallyCell.State(entry))
      cells.append(entry.status == .withheld ? cell.withheld : cell)
    }
    self.init(
      places: places.values, spans: spans.values, indicators: indicators,
      categories: categories.values, blocks: blocks, cells: cells, quantities: quantities,
      latest: sorted.map { $0.0.status == .withheld ? nil : $0.0.asOf.flatMap(Day.init(text:)) })
  }
}

/// Different values in the order in which they first occur, with their positions.
private struct Numbering<Value: Hashable> {
  private(set) var values: [Value] = []
  private var positions: [Value: Int] = [:]

  init(_ all: [Value]) {
    for value in all where positions[value] == nil {
      positions[value] = values.count
      values.append(value)
    }
  }

  subscript(value: Value) -> Int { positions[value] ?? 0 }
}

extension TallyCell.State {
  fileprivate init(_ entry: Release.Entry) {
    let status: Status =
      switch entry.status {
      case .reported: .reported
      case .zero: .zero
      case .notStated: .notStated
      case .otherSources: .otherSources
      case .withheld: .withheld
      case .rounded: .rounded
      }
    self.init(
      status, isLowOpen: entry.isLowOpen, isBestOpen: entry.isBestOpen,
      isHighOpen: entry.isHighOpen)
  }
}

extension Day {
  /// The day of an ISO 8601 date.
  fileprivate init?(text: String) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }
}
