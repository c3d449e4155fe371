import Records

/// Periods, indicators and categories of a report as numbers in the order of output.
struct CellNumbers {
  /// A period and, within it, a figure.
  typealias Key = (period: Int, slot: Int)

  let periods: [PeriodKey]
  let indicators: [Indicator]
  /// First the total, "".
  let categories: [String]
  private let periodNumbers: [PeriodKey: Int]
  /// By `Self.code(of:)`; -1 for one that does not occur.
  private let indicatorNumbers: [Int]
  /// By number in the text table.
  private let categoryRanks: [Int]

  init(periods: Set<PeriodKey>, indicators: Set<Indicator>, categories table: TextTable) {
    self.periods = periods.sorted()
    self.indicators = indicators.sorted()
    let texts = table.texts
    let order = texts.indices.sorted { texts[$0].utf8.lexicographicallyPrecedes(texts[$1].utf8) }
    categories = [""] + order.map { texts[$0] }
    var ranks = [Int](repeating: 0, count: texts.count)
    for (rank, number) in order.enumerated() { ranks[number] = rank + 1 }
    categoryRanks = ranks
    periodNumbers = Dictionary(
      self.periods.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var numbers = [Int](repeating: -1, count: 2 * Indicator.Stem.allCases.count)
    for (number, indicator) in self.indicators.enumerated() {
      numbers[CellNumbers.code(of: indicator)] = number
    }
    indicatorNumbers = numbers
  }

  /// All that occurs in books, and in what other sources say.
  init(_ books: [Book], _ ranges: Ranges, categories: TextTable) {
    var periods: Set<PeriodKey> = []
    var indicators: Set<Indicator> = []
    for axes in books.flatMap({ [$0.places.axes, $0.zones.axes] }) {
      periods.formUnion(axes.periods)
      indicators.formUnion(axes.indicators)
    }
    for key in [ranges.onlyOthers.keys, ranges.bySource.keys].joined() {
      periods.insert(key.period)
      indicators.insert(key.indicator)
    }
    for key in books.lazy.map(\.flows.keys).joined() {
      periods.insert(key.period)
      for stem in Crossing.stems(of: key.kind) {
        indicators.insert(Indicator(stem, unit: key.unit))
      }
    }
    for unit in Movement.Unit.allCases {
      let terms: [Indicator.Stem] = [.arrived, .departed, .returnsIn, .returnsOut]
      if terms.contains(where: { indicators.contains(Indicator($0, unit: unit)) }) {
        indicators.insert(Indicator(.net, unit: unit))
      }
    }
    self.init(periods: periods, indicators: indicators, categories: categories)
  }

  /// How many figures a place and period can have.
  var slotCount: Int { indicators.count * categories.count }

  func period(_ key: PeriodKey) -> Int { periodNumbers[key] ?? 0 }

  /// The slot of a figure; `nil` for an indicator that does not occur.
  func slot(_ indicator: Indicator, _ category: Int32 = Counter.total) -> Int? {
    let number = indicatorNumbers[CellNumbers.code(of: indicator)]
    guard number >= 0 else { return nil }
    let rank = category == Counter.total ? 0 : categoryRanks[Int(category)]
    return number * categories.count + rank
  }

  func indicator(ofSlot slot: Int) -> Int { slot / categories.count }

  func category(ofSlot slot: Int) -> Int { slot % categories.count }

  private static func code(of indicator: Indicator) -> Int {
    Int(indicator.stem.rawValue) * 2 + (indicator.unit == .households ? 1 : 0)
  }
}
