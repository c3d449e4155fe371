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
/// ends that of the regions around it. Of one day the finer values stand. So nobody is counted at
/// two levels (rules F2 and F4).
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

  /// Where a stock is: all of a region, or somewhere in it.
  struct Extent: Hashable {
    let region: RegionNumber
    let isWhole: Bool

    /// `nil` where the stock is in no region.
    init?(_ placement: Placement, of place: Place?, in catalog: RegionCatalog) {
      guard case .region(let region) = placement.node, let place else { return nil }
      self.region = region
      let last = place.designations.count == 1 ? place.designations[0].last : nil
      let isNamed =
        last.map { step in
          step.level == catalog[region].level || step.code == catalog[region].id.code
        } ?? (region == .country && place.designations.isEmpty)
      isWhole = isNamed && place.point == nil
    }
  }

  mutating func add(_ day: Day, of series: StockSeries, at extent: Extent?) {
    guard series.subject != nil, let extent else { return }
    if extent.isWhole { own[Spot(series: series, region: extent.region), default: []].insert(day) }
    for outer in regions(around: extent) {
      inside[Spot(series: series, region: outer), default: []].insert(day)
    }
  }

  /// Whether by a last day a value has given way to one of a region around or inside its own.
  func isReplaced(_ day: Day, of series: StockSeries, at extent: Extent?, by last: Day) -> Bool {
    guard series.subject != nil, let extent else { return false }
    return finerDays(series, extent).contains { day <= $0 && $0 <= last }
      || regions(around: extent).contains { outer in
        own[Spot(series: series, region: outer)]?.contains { day < $0 && $0 <= last } ?? false
      }
  }

  /// Whether a value repeats what the same day has for regions inside.
  func isRepeated(_ day: Day, of series: StockSeries, at extent: Extent?) -> Bool {
    guard series.subject != nil, let extent else { return false }
    return finerDays(series, extent).contains(day)
  }

  private func finerDays(_ series: StockSeries, _ extent: Extent) -> Set<Day> {
    guard extent.isWhole else { return [] }
    return inside[Spot(series: series, region: extent.region)] ?? []
  }

  /// The regions whose values hold this one.
  private func regions(around extent: Extent) -> [RegionNumber] {
    guard let level = catalog[extent.region].level else { return [] }
    return Level.allCases.filter { extent.isWhole ? $0 < level : $0 <= level }
      .compactMap { catalog.ancestor(of: extent.region, at: $0) }
  }
}
