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

extension RegionIndex {
  fileprivate func locate(_ point: Coordinate) -> Location {
    locate(longitude: point.longitude, latitude: point.latitude)
  }
}

/// The index, in every detail, beside the oracle.
enum IndexComparison {
  /// The points at which they differ, one by one and in a batch.
  static func differences(_ catalog: RegionCatalog, _ points: [Coordinate]) -> [Coordinate] {
    let oracle = IndexOracle(catalog: catalog)
    let indexes = RegionIndex.Detail.allCases.map { RegionIndex(catalog, detail: $0) }
    let batches = indexes.map {
      $0.locate(longitudes: points.map(\.longitude), latitudes: points.map(\.latitude))
    }
    return points.indices.compactMap { place in
      let expected = oracle.location(points[place])
      let isRight = indexes.indices.allSatisfy {
        let location = indexes[$0].locate(points[place])
        return location == batches[$0][place] && location.region == expected.location.region
          && location.ties == expected.location.ties
          && indexes[$0].zones(in: location.zoneSet) == expected.zones
      }
      return isRight ? nil : points[place]
    }
  }
}
