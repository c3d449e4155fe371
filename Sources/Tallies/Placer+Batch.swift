internal import Geodesy
public import Regions

/// Places of many points at once.
extension Placer {
  /// What the index says of each of many points.
  ///
  /// Where the region is settled (`PointNode`), it and the zones are all there is to the
  /// placement of a point without a precision.
  /// - Precondition: all three are equally long.
  public func locate(
    longitudes: Span<Double>, latitudes: Span<Double>,
    into locations: inout MutableSpan<RegionIndex.Location>
  ) {
    index.locate(longitudes: longitudes, latitudes: latitudes, into: &locations)
  }

  /// Whether a point in this region needs nothing but the index: it lies in a subdistrict, or
  /// nothing finer fills the region. Else only `place(_:)` tells (rule P3).
  func isSettled(in region: RegionNumber) -> Bool {
    guard let level = catalog[region].level else { return false }
    return level >= .subdistrict
      || catalog.children(of: region).allSatisfy { catalog[$0].level == .neighborhood }
  }

  /// The zones that cover a point.
  public func zones(of location: RegionIndex.Location) -> [RegionNumber] {
    index.zones(in: location.zoneSet)
  }

  /// How many sets of zones a location may name: their numbers start at 0.
  public var zoneSetCount: Int { index.zoneSetCount }

  /// Metres along the geodesic from a point to the nearest border of a region of the coarsest
  /// level; 0 inside one. `nil` where there are no regions.
  ///
  /// The nearest border is sought on a plane: beyond some 20 km another one may be nearer by up
  /// to a hundredth.
  public func distanceMeters(from point: Coordinate) -> Double? {
    let location = index.locate(longitude: point.longitude, latitude: point.latitude)
    if location.region != nil { return 0 }
    let coarsest = catalog.children(of: .country)
    guard let near = index.nearest(to: point, among: coarsest, within: .infinity) else {
      return nil
    }
    return Geodesic.distanceMeters(
      from: (longitude: point.longitude, latitude: point.latitude),
      to: (longitude: near.closest.longitude, latitude: near.closest.latitude))
  }
}
