import Records
import Regions

@testable import Tallies

/// The order of output: by view, place, period, indicator and category, texts by their bytes.
struct PlainOrder {
  private struct Key: Comparable {
    let place: UInt64
    let period: UInt64
    let figure: UInt64

    static func < (left: Key, right: Key) -> Bool {
      if left.place != right.place { return left.place < right.place }
      if left.period != right.period { return left.period < right.period }
      return left.figure < right.figure
    }
  }

  private let regionRanks: [UInt32]
  private let categoryRanks: [String: UInt32]
  private let countryRanks: [String: UInt32]

  init(catalog: RegionCatalog, categories: TextTable, abroad: TextTable) {
    let ids = catalog.regions.map(\.id)
    var ranks = [UInt32](repeating: 0, count: ids.count)
    let order = ids.indices.sorted { ids[$0] < ids[$1] }
    for (rank, region) in order.enumerated() { ranks[region] = UInt32(rank) }
    regionRanks = ranks
    categoryRanks = PlainOrder.ranks(of: categories.texts)
    countryRanks = PlainOrder.ranks(of: abroad.texts)
  }

  func sorted(_ tallies: [Tally]) -> [Tally] {
    tallies.enumerated()
      .map { (key: key(of: $0.element), position: $0.offset) }
      .sorted { $0.key < $1.key }
      .map { tallies[$0.position] }
  }

  private static func ranks(of texts: [String]) -> [String: UInt32] {
    let sorted = texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return Dictionary(
      sorted.enumerated().map { ($1, UInt32($0) + 1) }, uniquingKeysWith: { first, _ in first })
  }

  private func key(of tally: Tally) -> Key {
    let view: UInt64 =
      switch tally.view {
      case .level(let level): UInt64(level.rawValue)
      case .zone: 255
      }
    let (site, rank) = place(tally.site)
    let day = UInt64(UInt32(bitPattern: tally.period.first.number) ^ 1 << 31)
    let step = UInt64(tally.period.step?.rawValue ?? .max)
    let indicator =
      UInt64(tally.indicator.stem.rawValue) << 1 | (tally.indicator.unit == .households ? 1 : 0)
    return Key(
      place: view << 40 | site << 32 | UInt64(rank),
      period: day << 9 | step << 1 | (tally.period.isUnspecified ? 1 : 0),
      figure: indicator << 32 | UInt64(categoryRanks[tally.category] ?? 0))
  }

  private func place(_ site: Tally.Site) -> (site: UInt64, rank: UInt32) {
    switch site {
    case .region(let number): (0, regionRanks[Int(number.value)])
    case .unspecified(let number): (1, regionRanks[Int(number.value)])
    case .external(let code): (2, countryRanks[code] ?? 0)
    case .outside: (3, 0)
    case .unplaced: (4, 0)
    }
  }
}
