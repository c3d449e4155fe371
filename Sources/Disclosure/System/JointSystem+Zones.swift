import Regions
import Tallies

/// Zones are a second view of the same records.
extension JointSystem {
  /// A zone holds at least what the regions that it covers hold, and at most what those that it
  /// touches hold. What lies between is about people in the rest of a region, so it is guarded.
  mutating func tieZones() {
    let zoneNames = present.filter { $0.view == .zone }
    guard !zoneNames.isEmpty else { return }
    let levels = levelsShown()
    var places: [FigureName: [FigureName]] = [:]
    for name in present {
      guard case .level = name.view else { continue }
      var key = name
      (key.view, key.site) = (.zone, .outside)
      places[key, default: []].append(name)
    }
    for name in zoneNames {
      guard case .region(let zone) = name.site, case .cell(let cell) = self[name],
        let finest = levels[LevelKey(name)]?.last
      else { continue }
      var key = name
      key.site = .outside
      tie(cell, zone, to: places[key] ?? [], finest: finest, name.indicator)
    }
  }

  private mutating func tie(
    _ cell: Int, _ zone: RegionNumber, to names: [FigureName], finest: Level,
    _ indicator: Indicator
  ) {
    guard let parts = parts(of: zone, among: names, finest: finest) else { return }
    if indicator.crossesBorders {
      // Movement inside a region that the zone covers in part is not counted there.
      bound(parts.covered + parts.touched, isAtLeast: [cell], isCertain: false)
      return
    }
    if parts.touched.isEmpty {
      tie(cell, toSumOf: parts.covered, andSomeOf: [])
    } else {
      bound(parts.covered + parts.touched, isAtLeast: [cell])
      bound([cell], isAtLeast: parts.covered, isGuarded: true)
    }
  }

  private struct ZoneParts {
    var covered: [Int] = []
    var touched: [Int] = []
  }

  /// The largest regions that the zone covers, and the finest places that it may reach into;
  /// `nil` where nobody knows the number of one.
  private func parts(
    of zone: RegionNumber, among names: [FigureName], finest: Level
  ) -> ZoneParts? {
    var parts = ZoneParts()
    var taken: Set<RegionNumber> = []
    let ordered = names.sorted { $0.view < $1.view }
    for name in ordered {
      guard case .level(let level) = name.view else { continue }
      let (number, isRegion): (RegionNumber, Bool)
      switch name.site {
      case .region(let region): (number, isRegion) = (region, true)
      case .unspecified(let region): (number, isRegion) = (region, false)
      case .external, .outside, .unplaced: continue
      }
      let isUnder = Level.allCases.contains {
        $0 < level && catalog.ancestor(of: number, at: $0).map(taken.contains) ?? false
      }
      guard !isUnder, isRegion || level == finest, !taken.contains(number) else { continue }
      if catalog.zones(covering: number).contains(zone) {
        if isRegion { taken.insert(number) }
        guard append(name, to: &parts.covered) else { return nil }
      } else if level == finest, catalog.zones(touching: number).contains(zone) {
        guard append(name, to: &parts.touched) else { return nil }
      }
    }
    return parts
  }

  private func append(_ name: FigureName, to cells: inout [Int]) -> Bool {
    switch self[name] {
    case .cell(let cell): cells.append(cell)
    case .unknown: return false
    case .absent: break
    }
    return true
  }
}
