import Regions
import Testing

@Suite("P2: the index answers as exact whole numbers do, on countries made by chance")
struct IndexTessellationTests {
  @Test(
    "All levels and zones, with exclaves and holes",
    arguments: [
      (1, nil), (2, nil), (3, Level.governorate), (4, .district), (5, .subdistrict),
      (6, .neighborhood),
    ] as [(UInt64, Level?)])
  func agrees(seed: UInt64, missing: Level?) throws {
    var tessellation = IndexTessellation(side: 9, seed: seed)
    let catalog = try tessellation.catalog(without: missing)
    var numbers = SeededNumbers(seed + 100)
    var points = IndexSamples.hardPoints(of: catalog, everyVertex: 9, &numbers)
    points += IndexSamples.randomPoints(
      in: BoundingBox(west: 31, south: 15, east: 42, north: 26), count: 1_000, &numbers)
    #expect(points.count > 2_500)
    let wrong = IndexComparison.differences(catalog, points)
    #expect(wrong.prefix(5).isEmpty)
  }
}

/// The index beside the oracle.
enum IndexComparison {
  /// The points at which they differ, one by one and in a batch.
  static func differences(_ catalog: RegionCatalog, _ points: [Coordinate]) -> [Coordinate] {
    let index = RegionIndex(catalog)
    let oracle = IndexOracle(catalog: catalog)
    let batch = index.locate(
      longitudes: points.map(\.longitude), latitudes: points.map(\.latitude))
    return zip(points, batch).compactMap { point, batched in
      let (expected, zones) = oracle.location(point)
      let location = index.locate(longitude: point.longitude, latitude: point.latitude)
      let isRight =
        location == batched && location.region == expected.region
        && location.ties == expected.ties && index.zones(in: location.zoneSet) == zones
      return isRight ? nil : point
    }
  }
}
