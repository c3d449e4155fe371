import GEOS
import Regions

/// Which regions of the levels each zone covers, wholly or in part.
struct ZoneRelations {
  private(set) var members: [RegionID: [RegionID]] = [:]
  private(set) var overlaps: [RegionID: [RegionID]] = [:]

  /// - Parameter regions: the regions of the levels and the zones.
  init(_ regions: [BuiltRegion]) throws(GEOSError) {
    for zone in regions where zone.region.kind == .zone {
      try relate(zone, to: regions)
    }
  }

  private mutating func relate(
    _ zone: BuiltRegion, to regions: [BuiltRegion]
  ) throws(GEOSError) {
    let id = zone.region.id
    let named = Set(zone.region.members)
    let prepared = try PreparedGeometry(zone.geometry)
    members[id] = zone.region.members
    for other in regions where other.region.kind != .zone && !named.contains(other.region.id) {
      guard other.region.boundary.bounds.intersects(zone.region.boundary.bounds),
        try prepared.intersects(other.geometry)
      else { continue }
      if try prepared.covers(other.geometry) {
        members[id, default: []].append(other.region.id)
      } else if try zone.geometry.relates(to: other.geometry, pattern: "2********") {
        overlaps[id, default: []].append(other.region.id)
      }
    }
  }
}
