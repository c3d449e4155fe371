import Disclosure
import Regions

/// Which maps a page has. Chosen by what is shown alone; where nothing is, by ids.
struct MapChoice {
  private static let mostNational = 4
  private static let mostInside = 3
  /// More regions than this make no map that could be read.
  private static let mostRegions = 1_500

  private let content: PageContent

  init(_ content: PageContent) {
    self.content = content
  }

  /// From the whole country down to the cities, then the zones.
  func requests() -> [MapRequest] {
    national() + inside() + cities() + zones()
  }

  // MARK: - Which figure

  /// Indicators with a figure in one of the regions, the one shown for most of them first; people
  /// before households and events. Net figures have two directions and are left to the tables.
  func indicators(of regions: [RegionNumber], _ level: Level) -> [Int] {
    let places = regions.map { content.place($0) }
    let ranked = content.release.indicators.indices.compactMap { number -> Ranked? in
      let indicator = content.release.indicators[number]
      guard indicator.kind != .net else { return nil }
      let figures = places.map { content.coverage(of: $0, at: level.name, number) }
      guard figures.contains(where: \.isRow) else { return nil }
      return Ranked(
        number: number, shown: figures.count { $0.positive != nil },
        isOfPersons: indicator.unit == "persons")
    }
    return ranked.sorted(by: <).map(\.number)
  }

  private struct Ranked: Comparable {
    let number: Int
    let shown: Int
    let isOfPersons: Bool

    static func < (left: Ranked, right: Ranked) -> Bool {
      if left.isOfPersons != right.isOfPersons, left.shown > 0, right.shown > 0 {
        return left.isOfPersons
      }
      return left.shown == right.shown ? left.number < right.number : left.shown > right.shown
    }

    static func == (left: Ranked, right: Ranked) -> Bool { left.number == right.number }
  }

  /// Whether a figure above zero of the indicator is shown in one of the regions.
  private func isShown(_ indicator: Int, _ regions: [RegionNumber], _ level: Level) -> Bool {
    regions.contains {
      content.coverage(of: content.place($0), at: level.name, indicator).positive != nil
    }
  }

  // MARK: - Which regions

  private func national() -> [MapRequest] {
    guard let level = content.levels.first else { return [] }
    let regions = content.catalog.regions(at: level)
    guard let bounds = bounds(of: regions) else { return [] }
    let all = indicators(of: regions, level)
    let shown = all.filter { isShown($0, regions, level) }
    return (shown.isEmpty ? Array(all.prefix(1)) : Array(shown.prefix(Self.mostNational)))
      .map { number in
        MapRequest(
          id: "map-\(content.release.indicators[number].name)",
          title: content.words.sentence(
            PlacePhrase.mapOfLevel, name(of: number), content.words.level(level.name)),
          level: level, indicator: number, regions: regions, bounds: bounds,
          zones: number == (shown.first ?? number) ? content.catalog.zones : [],
          showsAbroad: true)
      }
  }

  /// The busiest regions of the coarsest level by subdistrict, or by the next level there is.
  private func inside() -> [MapRequest] {
    guard let coarse = content.levels.first, content.levels.count > 1 else { return [] }
    let level =
      content.levels.contains(.subdistrict) && coarse < .subdistrict
      ? .subdistrict : content.levels[1]
    guard level != .neighborhood else { return [] }
    return parts(of: level, by: { content.catalog.ancestor(of: $0, at: coarse) }, around: coarse)
  }

  private func cities() -> [MapRequest] {
    guard content.levels.contains(.neighborhood), let coarse = content.levels.first,
      coarse < .neighborhood
    else { return [] }
    return parts(
      of: .neighborhood, by: { content.catalog.parent(of: $0) }, around: .subdistrict)
  }

  /// Maps of those wholes of which parts have figures: by the figures shown, then by ids.
  private func parts(
    of level: Level, by whole: (RegionNumber) -> RegionNumber?, around: Level
  ) -> [MapRequest] {
    let regions = content.catalog.regions(at: level)
    guard let indicator = indicators(of: regions, level).first else { return [] }
    let groups = Dictionary(grouping: regions) { whole($0) ?? .country }
    let busy = groups.filter { group in
      group.value.contains {
        content.coverage(of: content.place($0), at: level.name, indicator).isRow
      }
    }.keys.sorted { (-shown($0, indicator), $0) < (-shown($1, indicator), $1) }
    return busy.prefix(Self.mostInside).compactMap { number in
      request(number, groups[number] ?? [], level, indicator, around: around)
    }
  }

  private func shown(_ whole: RegionNumber, _ indicator: Int) -> Double {
    let level = content.catalog[whole].levelName
    return content.coverage(of: content.place(whole), at: level, indicator).positive ?? 0
  }

  private func request(
    _ whole: RegionNumber, _ regions: [RegionNumber], _ level: Level, _ indicator: Int,
    around: Level
  ) -> MapRequest? {
    guard regions.count <= Self.mostRegions, let bounds = bounds(of: regions) else { return nil }
    let region = content.catalog[whole]
    return MapRequest(
      id: "map-\(level.name)-\(whole.value)",
      title: content.words.sentence(
        PlacePhrase.mapInside, content.name(of: region), name(of: indicator),
        content.words.level(level.name)),
      level: level, indicator: indicator, regions: regions, bounds: bounds,
      around: content.catalog.regions(at: around))
  }

  // MARK: - Zones

  /// One map for all zones that lie over one another, with the regions around them.
  private func zones() -> [MapRequest] {
    let level = content.levels.last { $0 <= .subdistrict } ?? content.levels.first
    guard let level else { return [] }
    let regions = content.catalog.regions(at: level)
    guard let indicator = indicators(of: regions, level).first else { return [] }
    return zoneGroups().prefix(2).compactMap { zones in
      guard let inner = bounds(of: zones) else { return nil }
      let bounds = inner.widened(by: 0.25)
      let near = regions.filter { content.catalog[$0].boundary.bounds.intersects(bounds) }
      guard !near.isEmpty, near.count <= Self.mostRegions else { return nil }
      return MapRequest(
        id: "map-zone-\(zones[0].value)",
        title: content.words.sentence(
          PlacePhrase.mapAround, content.name(of: content.catalog[zones[0]]),
          name(of: indicator)),
        level: level, indicator: indicator, regions: near, bounds: bounds,
        around: content.levels.first.map(content.catalog.regions(at:)) ?? [], zones: zones)
    }
  }

  private func zoneGroups() -> [[RegionNumber]] {
    var groups: [[RegionNumber]] = []
    for zone in content.catalog.zones where !content.catalog[zone].boundary.isEmpty {
      let box = content.catalog[zone].boundary.bounds
      let known = groups.firstIndex { group in
        group.contains { content.catalog[$0].boundary.bounds.intersects(box) }
      }
      if let known { groups[known].append(zone) } else { groups.append([zone]) }
    }
    return groups
  }

  private func bounds(of regions: [RegionNumber]) -> BoundingBox? {
    var box = BoundingBox.empty
    for region in regions { box.grow(content.catalog[region].boundary.bounds) }
    return box.west <= box.east ? box : nil
  }

  private func name(of indicator: Int) -> String {
    content.words.indicator(content.release.indicators[indicator].name)
  }
}

extension BoundingBox {
  /// Wider by a part of its width and height on each side.
  fileprivate func widened(by part: Double) -> BoundingBox {
    let (wide, high) = ((east - west) * part, (north - south) * part)
    return BoundingBox(
      west: west - wide, south: south - high, east: east + wide, north: north + high)
  }
}
