import Records
import Regions

/// Sites as numbers in the order of output, the same numbers in every view: regions by the bytes
/// of their ids, then *unspecified* in them, then countries abroad, outside, unplaced.
struct SiteRanks {
  private let catalog: RegionCatalog
  /// By region number.
  private let regionRanks: [Int32]
  private let regions: [RegionNumber]
  /// By number in the table of places abroad.
  private let abroadRanks: [Int32]
  private let abroad: [String]

  init(catalog: RegionCatalog, abroad table: TextTable) {
    self.catalog = catalog
    let ids = catalog.regions.map(\.id)
    let order = ids.indices.sorted { ids[$0] < ids[$1] }
    regions = order.map { RegionNumber(Int32($0)) }
    regionRanks = SiteRanks.ranks(order)
    let texts = table.texts
    let countries = texts.indices.sorted {
      texts[$0].utf8.lexicographicallyPrecedes(texts[$1].utf8)
    }
    abroad = countries.map { texts[$0] }
    abroadRanks = SiteRanks.ranks(countries)
  }

  private static func ranks(_ order: [Int]) -> [Int32] {
    var ranks = [Int32](repeating: 0, count: order.count)
    for (rank, index) in order.enumerated() { ranks[index] = Int32(rank) }
    return ranks
  }

  /// How many sites there can be.
  var count: Int { 2 * regions.count + abroad.count + 2 }

  /// Whether the site of a rank is a region, known to the level of the view.
  func isRegion(_ rank: Int) -> Bool { rank < regions.count }

  private var firstAbroad: Int { 2 * regions.count }

  func rank(ofRegion number: RegionNumber) -> Int { Int(regionRanks[Int(number.value)]) }

  func rank(_ place: PlaceCode, at level: Level) -> Int {
    if let number = place.region {
      return catalog.ancestor(of: number, at: level).map(rank(ofRegion:))
        ?? regions.count + rank(ofRegion: number)
    }
    if let index = place.abroad { return firstAbroad + Int(abroadRanks[index]) }
    return firstAbroad + abroad.count + (place == .outside ? 0 : 1)
  }

  func rank(_ site: Tally.Site) -> Int {
    switch site {
    case .region(let number): rank(ofRegion: number)
    case .unspecified(let number): regions.count + rank(ofRegion: number)
    case .external(let code): firstAbroad + (abroad.firstIndex(of: code) ?? 0)
    case .outside: firstAbroad + abroad.count
    case .unplaced: firstAbroad + abroad.count + 1
    }
  }

  func site(_ rank: Int) -> Tally.Site {
    if rank < regions.count { return .region(regions[rank]) }
    if rank < firstAbroad { return .unspecified(regions[rank - regions.count]) }
    let rest = rank - firstAbroad
    if rest < abroad.count { return .external(abroad[rest]) }
    return rest == abroad.count ? .outside : .unplaced
  }

  // MARK: - Places

  /// How many places sums can be kept by.
  var placeCount: Int { regions.count + abroad.count + 2 }

  /// A number below `placeCount` for a place.
  func index(_ place: PlaceCode) -> Int {
    if let number = place.region { return Int(number.value) }
    if let index = place.abroad { return regions.count + index }
    return regions.count + abroad.count + (place == .outside ? 0 : 1)
  }

  func place(_ index: Int) -> PlaceCode {
    if index < regions.count { return PlaceCode(value: Int32(index)) }
    let rest = index - regions.count
    if rest < abroad.count { return PlaceCode(value: Int32(-16 - rest)) }
    return rest == abroad.count ? .outside : .unplaced
  }
}
