import Records
import Regions

/// Sums seen through the levels: each finest place handed up to its region, or to *unspecified*
/// in the region that surely holds it.
struct RollUp {
  struct Key: Hashable {
    let view: Tally.View
    let site: Tally.Site
    let period: PeriodKey
    let indicator: Indicator
    let category: Int32
  }

  struct FlowKey: Hashable {
    let level: Level
    let origin: Tally.Site
    let destination: Tally.Site
    let kind: Movement.Kind
    let unit: Movement.Unit
  }

  let catalog: RegionCatalog
  let levels: [Level]
  let abroad: TextTable
  private(set) var sums: [Key: Sum] = [:]
  private(set) var latest: [Key: Day] = [:]
  private(set) var flows: [FlowKey: Sum] = [:]

  init(catalog: RegionCatalog, levels: [Level], abroad: TextTable) {
    self.catalog = catalog
    self.levels = levels
    self.abroad = abroad
  }

  mutating func add(_ book: Book) throws(QuantityOverflow) {
    for (key, sum) in book.places {
      for level in levels {
        let rolled = self.key(key, .level(level), site(key.place, at: level))
        try sums[rolled, default: .empty].add(sum)
        guard let day = book.latest[key] else { continue }
        latest[rolled] = max(latest[rolled] ?? day, day)
      }
    }
    for (key, sum) in book.zones {
      guard let zone = key.place.region else { continue }
      let rolled = self.key(key, .zone, .region(zone))
      try sums[rolled, default: .empty].add(sum)
      if let day = book.latest[key] { latest[rolled] = max(latest[rolled] ?? day, day) }
    }
    for (key, sum) in book.flows {
      for level in levels { try add(key, sum, at: level) }
    }
  }

  private func key(_ key: Book.PlaceKey, _ view: Tally.View, _ site: Tally.Site) -> Key {
    Key(
      view: view, site: site, period: key.period, indicator: key.indicator,
      category: key.category)
  }

  private mutating func add(
    _ key: Book.FlowKey, _ sum: Sum, at level: Level
  ) throws(QuantityOverflow) {
    let origin = end(key.origin, at: level)
    let destination = end(key.destination, at: level)
    for (effect, site) in effects(of: key.kind, from: origin, to: destination) {
      let rolled = Key(
        view: .level(level), site: site,
        period: key.period, indicator: Indicator(effect.stem, unit: key.unit),
        category: key.category)
      try sums[rolled, default: .empty].add(sum)
    }
    guard let origin, let destination, origin != destination, key.category == Counter.total,
      key.period == .coverage
    else { return }
    let flow = FlowKey(
      level: level, origin: origin, destination: destination, kind: key.kind, unit: key.unit)
    try flows[flow, default: .empty].add(sum)
  }

  /// One end of a movement, seen through a level; `nil` where the record says nothing of it.
  func end(_ place: PlaceCode, at level: Level) -> Tally.Site? {
    place == .notGiven ? nil : site(place, at: level)
  }

  /// What a movement makes between two ends (rule F7), each with the site it counts at.
  func effects(
    of kind: Movement.Kind, from origin: Tally.Site?, to destination: Tally.Site?
  ) -> [(effect: Crossing.Effect, site: Tally.Site)] {
    Crossing.effects(
      of: kind, hasOrigin: origin != nil, hasDestination: destination != nil,
      isWithin: origin != nil && origin == destination
    ).map { ($0, ($0.end == .origin ? origin : destination) ?? .unplaced) }
  }

  func site(_ place: PlaceCode, at level: Level) -> Tally.Site {
    if let number = place.region {
      return catalog.ancestor(of: number, at: level).map(Tally.Site.region) ?? .unspecified(number)
    }
    if let index = place.abroad { return .external(abroad[Int32(index)]) }
    return place == .outside ? .outside : .unplaced
  }
}
