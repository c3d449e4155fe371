internal import Geodesy
import Records
import Regions

/// Placement by a point: the index, the snap of rule P3, and the precision of rule P4.
extension Placer {
  /// Where a point lies, as far as its precision allows.
  /// - Parameter isHome: the record says that it is of the boundary set's country.
  func locate(_ point: Coordinate, _ precision: Precision, isHome: Bool) -> Answer {
    let location = index.locate(longitude: point.longitude, latitude: point.latitude)
    var placement: Placement
    if let region = location.region {
      placement = Placement(.region(region), ties: location.ties)
    } else if let snapped = snapped(point) {
      placement = snapped
    } else {
      return beyond(point)
    }
    descend(&placement, point)
    placement.zones = index.zones(in: location.zoneSet)
    if placement.snapped != 0, case .region(let number) = placement.node {
      // What counts in a region counts in the zones made of it.
      placement.zones = Set(placement.zones + catalog.zones(covering: number)).sorted()
    }
    limit(&placement, point, precision, isHome)
    return Answer(placement)
  }

  // MARK: - Snap (P3)

  /// The nearest region of the coarsest layer, within the snap distance.
  private func snapped(_ point: Coordinate) -> Placement? {
    let coarsest = catalog.children(of: .country)
    guard snapMeters > 0,
      let near = nearest(to: point, among: coarsest, within: snapMeters)
    else { return nil }
    return Placement(.region(near), snapped: Level.country.bit | bit(of: near))
  }

  /// Goes on down where the chain ends above the subdistrict although finer regions fill the
  /// one found: into the nearest child. Never into a neighborhood, which do not fill their city.
  private func descend(_ placement: inout Placement, _ point: Coordinate) {
    guard case .region(var number) = placement.node else { return }
    // A snapped point, or one in a sliver between a region and its children, lies within the snap
    // distance of a child; anything farther is a hole in the layer.
    while case let children = fillers[Int(number.value)], !children.isEmpty {
      let limit = placement.snapped == 0 ? snapMeters : .infinity
      guard limit > 0, let child = nearest(to: point, among: children, within: limit) else { break }
      number = child
      placement.snapped |= bit(of: child)
    }
    placement.node = .region(number)
  }

  private func nearest(
    to point: Coordinate, among regions: [RegionNumber], within meters: Double
  ) -> RegionNumber? {
    // The index measures on a local plane, with some slack; then the ellipsoid decides.
    guard let near = index.nearest(to: point, among: regions, within: meters) else { return nil }
    let distance = Geodesic.distanceMeters(
      from: (longitude: point.longitude, latitude: point.latitude),
      to: (longitude: near.closest.longitude, latitude: near.closest.latitude))
    return distance <= meters ? near.region : nil
  }

  private func bit(of number: RegionNumber) -> UInt8 {
    catalog[number].level?.bit ?? 0
  }

  // MARK: - Beyond every region

  /// So far outside that exchanged axes are the likelier explanation, in metres.
  ///
  /// A point that is right but abroad often lies a few kilometres beyond the border, and where its
  /// longitude and latitude nearly agree, exchanging them carries it inside by chance. Farther out
  /// than this, chance would need the two to differ by 0.2 degrees or more in the right way.
  static let surelySwappedMeters = 25_000.0

  private func beyond(_ point: Coordinate) -> Answer {
    let isInsideWhenSwapped =
      index.locate(longitude: point.latitude, latitude: point.longitude).region != nil
    // Measured only where it matters.
    let isNear =
      isInsideWhenSwapped
      && nearest(
        to: point, among: catalog.children(of: .country), within: Placer.surelySwappedMeters) != nil
    if isInsideWhenSwapped, !isNear {
      let message =
        "longitude \(point.longitude) and latitude \(point.latitude) fall inside the regions only "
        + "when swapped; exchange the two columns"
      let value = "\(point.longitude) \(point.latitude)"
      return Answer(Placement(.unplaced), [.init(.swappedAxes, message, value: value)])
    }
    let words = RemarkWords.beyond(
      point, snapMeters: snapMeters, mayBeSwapped: isInsideWhenSwapped)
    return Answer(Placement(.outside), [.init(.outsideRegions, words)])
  }

  // MARK: - Precision (P4)

  private func limit(
    _ placement: inout Placement, _ point: Coordinate, _ precision: Precision, _ isHome: Bool
  ) {
    switch precision {
    case .exact, .outside:
      return
    case .settlement:
      // The town's point speaks for the town in zones, too.
      cut(&placement, to: .subdistrict)
    case .level(let level):
      cut(&placement, to: level)
      guard case .region(let number) = placement.node else { return }
      let known = area(number)
      placement.zones = known.zones
      placement.possibleZones = known.possibleZones
    case .meters(let radius):
      limit(&placement, point, radius: radius, isHome: isHome || placement.snapped != 0)
    }
  }

  private func cut(_ placement: inout Placement, to level: Level) {
    guard case .region(let number) = placement.node else { return }
    if let coarser = catalog.ancestor(of: number, at: level) { placement.node = .region(coarser) }
    placement.cut(to: level)
  }

  /// Keeps the finest region that holds the whole disc around the point.
  ///
  /// Of a record known to be in the country, the part of the disc beyond the outer border and off
  /// the coast does not count, so that there only other regions of the level can take a part of
  /// it. A neighborhood, which has open country around it, must hold all of it.
  private func limit(
    _ placement: inout Placement, _ point: Coordinate, radius: Double, isHome: Bool
  ) {
    guard case .region(var number) = placement.node else { return }
    while let level = catalog[number].level, level > .country {
      let rivals =
        level == .neighborhood || !isHome
        ? [number] : catalog.regions(at: level).filter { $0 != number }
      if nearest(to: point, among: rivals, within: radius) == nil { break }
      number = catalog.parent(of: number)
    }
    placement.node = .region(number)
    if let level = catalog[number].level { placement.cut(to: level) }
    let touched = catalog.zones.filter {
      placement.zones.contains($0) || nearest(to: point, among: [$0], within: radius) != nil
    }
    let sure = placement.zones.filter {
      nearest(to: point, among: [$0], within: radius) == nil
    }
    placement.zones = sure
    placement.possibleZones = touched.filter { !sure.contains($0) }
  }
}
