import Geodesy
public import Regions
public import Tallies

/// Moves places to masked points: by the key, within the ring, and never out of the region.
///
/// A pure function of key, ring, level, regions and the place: other records, their order and the
/// day change nothing.
public struct DonutMask: Sendable {
  /// Where a place is: the region that its point must not leave, and the zones that cover it.
  ///
  /// Releases tell figures of zones, too, so a point stays on its side of each.
  public struct Site: Hashable, Sendable {
    public let place: GridPoint
    public let region: RegionNumber
    public let zones: [RegionNumber]

    public init(place: GridPoint, region: RegionNumber, zones: [RegionNumber]) {
      self.place = place
      self.region = region
      self.zones = zones
    }
  }

  /// How often another direction and distance are tried before the place gets no point. Where a
  /// twentieth of the ring would do, 1 of 500,000 places fails.
  public static let attempts = 256
  /// Of the ring around a masked point, in which the true place must lie, at least this share lies
  /// in the region: else the outline would tell the place.
  public static let leastShare = 0.25
  private static let probes = 64

  public let donut: Donut
  public let level: Level
  private let key: MaskKey
  private let placer: Placer

  public init(_ donut: Donut, within level: Level, key: MaskKey, placer: Placer) {
    self.donut = donut
    self.level = level
    self.key = key
    self.placer = placer
  }

  /// The masked point of a place, or `nil` where its region leaves no room for one.
  public func point(of site: Site) -> GridPoint? {
    let draws = KeyedDraws(key, for: subject(of: site))
    let center = site.place.coordinate
    for attempt in 0..<DonutMask.attempts {
      let draw = draws.draw(attempt)
      let moved = GridPoint(
        rounding: place(center, draw.azimuthDegrees, donut.meters(within: draw.share)))
      if holds(site, [moved.coordinate]) == 1, hasRoom(around: moved, site) { return moved }
    }
    return nil
  }

  /// Whether enough of the places that the point may stand for lie where it says.
  private func hasRoom(around point: GridPoint, _ site: Site) -> Bool {
    let center = point.coordinate
    // A sunflower: evenly over the area, each a golden angle on.
    let probes = (0..<DonutMask.probes).map { number in
      place(
        center, Double(number) * 137.507_764_050_037_85,
        donut.meters(within: (Double(number) + 0.5) / Double(DonutMask.probes)))
    }
    return Double(holds(site, probes)) >= DonutMask.leastShare * Double(DonutMask.probes)
  }

  private func place(_ center: Coordinate, _ azimuth: Double, _ meters: Double) -> Coordinate {
    let end = Geodesic.destination(
      from: (longitude: center.longitude, latitude: center.latitude), azimuthDegrees: azimuth,
      meters: meters)
    return Coordinate(longitude: end.longitude, latitude: end.latitude)
  }

  /// How many of the points lie in the region and in the same zones.
  private func holds(_ site: Site, _ points: [Coordinate]) -> Int {
    var locations = [RegionIndex.Location](repeating: .nowhere, count: points.count)
    let (longitudes, latitudes) = (points.map(\.longitude), points.map(\.latitude))
    var output = locations.mutableSpan
    placer.locate(longitudes: longitudes.span, latitudes: latitudes.span, into: &output)
    return locations.count { location in
      guard let finest = location.region else { return false }
      return placer.catalog.ancestor(of: finest, at: level) == site.region
        && placer.zones(of: location) == site.zones
    }
  }

  /// All that the point depends on, each part marked off from the next.
  private func subject(of site: Site) -> [UInt8] {
    var bytes = Array("nuzuh donut 1\0".utf8)
    let numbers = [
      UInt32(bitPattern: site.place.longitude), UInt32(bitPattern: site.place.latitude),
      UInt32(donut.leastMeters), UInt32(donut.mostMeters), UInt32(level.rawValue),
    ]
    for number in numbers { bytes += KeyedDraws.bytes(of: number) }
    for number in [site.region] + site.zones {
      bytes += Array(placer.catalog[number].id.code.utf8) + [0]
    }
    return bytes
  }
}
