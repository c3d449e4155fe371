import Records
import Regions

/// A series of stocks of one source, whose values are about the same people.
struct StockSeries: Hashable {
  let source: String
  /// What is being counted; stocks without a subject are about people of their own.
  let subject: String?
  let kind: Movement.Kind
  let unit: Movement.Unit
}

/// When a series stated stocks of which regions.
///
/// A source may report districts in one round and governorates in the next: within a subject the
/// later value of a region stands for all regions in it, and the later value of a region inside
/// ends that of the regions around it. So nobody is counted at two levels (rules F2 and F4).
struct NestedStocks {
  private struct Spot: Hashable {
    let series: StockSeries
    let region: RegionNumber
  }

  private let catalog: RegionCatalog
  private var own: [Spot: Set<Day>] = [:]
  private var inside: [Spot: Set<Day>] = [:]

  init(catalog: RegionCatalog) {
    self.catalog = catalog
  }

  mutating func add(_ day: Day, of series: StockSeries, at placement: Placement) {
    guard series.subject != nil, case .region(let region) = placement.node else { return }
    own[Spot(series: series, region: region), default: []].insert(day)
    for outer in regions(around: region) {
      inside[Spot(series: series, region: outer), default: []].insert(day)
    }
  }

  /// Whether by a last day there is a later value for a region around or inside that of a value.
  func isReplaced(
    _ day: Day, of series: StockSeries, at placement: Placement, by last: Day
  ) -> Bool {
    guard series.subject != nil, case .region(let region) = placement.node else { return false }
    let around = regions(around: region).map { own[Spot(series: series, region: $0)] }
    return (around + [inside[Spot(series: series, region: region)]])
      .contains { days in days?.contains { day < $0 && $0 <= last } ?? false }
  }

  private func regions(around region: RegionNumber) -> [RegionNumber] {
    guard let level = catalog[region].level else { return [] }
    return Level.allCases.filter { $0 < level }
      .compactMap { catalog.ancestor(of: region, at: $0) }
  }
}
