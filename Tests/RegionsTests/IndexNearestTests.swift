import Regions
import Testing

@Suite("P3: the nearest border is found")
struct IndexNearestTests {
  private let catalog: RegionCatalog
  private let index: RegionIndex

  init() throws {
    // Two neighbours, B west of A, and C far to the north.
    catalog = try IndexSamples.catalog(
      [
        ("B", IndexSamples.box(35, 33, 36, 34)), ("A", IndexSamples.box(36, 33, 37, 34)),
        ("C", IndexSamples.box(35, 35, 37, 36)),
      ].map { IndexSamples.region($0.0, .governorate, IndexSamples.boundary([$0.1])) })
    index = RegionIndex(catalog)
  }

  /// One degree of latitude at 34° N is 110.92 km, one of longitude 92.39 km (WGS 84).
  @Test(
    "The closest point of the nearest candidate, within the limit",
    arguments: [
      (34.99, 33.5, ["A", "B", "C"], 1_500, "B", 35, 33.5),
      (34.98, 33.5, ["A", "B", "C"], 1_500, nil, 0, 0),
      (34.98, 33.5, ["A", "B", "C"], 2_000, "B", 35, 33.5),
      (34.99, 33.5, ["C", "A"], 1_500, nil, 0, 0),
      (35.5, 34.01, ["C", "B", "A"], 1_500, "B", 35.5, 34),
      (35.5, 34.49, ["C", "B", "A"], 60_000, "B", 35.5, 34),
      (35.5, 34.51, ["C", "B", "A"], 60_000, "C", 35.5, 35),
      // As near to both: the smaller id, whichever is asked first.
      (36, 34.01, ["A", "B"], 1_500, "A", 36, 34), (36, 34.01, ["B", "A"], 1_500, "A", 36, 34),
      (36, 33.5, ["B", "A"], 0, "A", 36, 33.5), (36, 33.5, ["B"], 0, "B", 36, 33.5),
      // Inside, the border is still some way off.
      (35.01, 33.5, ["B"], 1_000, "B", 35, 33.5), (35.01, 33.5, ["B"], 900, nil, 0, 0),
      (35.4, 33.5, ["B"], .infinity, "B", 35, 33.5), (-170, -80, ["B"], 1_000, nil, 0, 0),
      (.nan, 33.5, ["B"], .infinity, nil, 0, 0), (35, .infinity, ["B"], .infinity, nil, 0, 0),
      (35, 33.5, ["B"], .nan, nil, 0, 0), (35, 33.5, ["B"], -1, nil, 0, 0),
      (35, 33.5, [], 1_500, nil, 0, 0),
    ] as [(Double, Double, [RegionID], Double, RegionID?, Double, Double)])
  func nearest(
    x: Double, y: Double, among: [RegionID], meters: Double, expected: RegionID?,
    closestX: Double, closestY: Double
  ) {
    let near = index.nearest(
      to: Coordinate(longitude: x, latitude: y), among: among.compactMap { catalog.number(of: $0) },
      within: meters)
    #expect(near.map { catalog[$0.region].id } == expected)
    guard let near else { return }
    #expect(abs(near.closest.longitude - closestX) < 1e-12)
    #expect(abs(near.closest.latitude - closestY) < 1e-12)
  }

  @Test("Boxes around runs of edges hide no nearer edge", arguments: [11, 12, 13] as [UInt64])
  func tessellation(seed: UInt64) throws {
    var tessellation = IndexTessellation(side: 8, seed: seed)
    let catalog = try tessellation.catalog(without: nil)
    let index = RegionIndex(catalog)
    let candidates = catalog.regions(at: .district)
    var numbers = SeededNumbers(seed)
    let box = BoundingBox(west: 31, south: 15, east: 41, north: 25)
    for point in IndexSamples.randomPoints(in: box, count: 100, &numbers) {
      let near = index.nearest(to: point, among: candidates.shuffled(), within: .infinity)
      let expected = candidates.map { ($0, Self.distance(point, catalog[$0].boundary)) }
        .min { ($0.1, $0.0) < ($1.1, $1.0) }
      #expect(near?.region == expected?.0)
    }
  }

  /// Squared distance in degrees of latitude, by halving each edge until it is short: another way
  /// than the index goes, on a plane whose scale is that of WGS 84 up to rounding.
  private static func distance(_ point: Coordinate, _ boundary: Boundary) -> Double {
    let scale = scales(point.latitude)
    var best = Double.infinity
    for index in boundary.longitudes.indices.dropLast() {
      var low = 0.0
      var high = 1.0
      func squared(_ part: Double) -> Double {
        let (a, b) = (boundary.longitudes[index], boundary.longitudes[index + 1])
        let (c, d) = (boundary.latitudes[index], boundary.latitudes[index + 1])
        let east = (a + (b - a) * part - point.longitude) * scale
        let north = c + (d - c) * part - point.latitude
        return east * east + north * north
      }
      for _ in 0..<60 {
        let (left, right) = (low + (high - low) / 3, high - (high - low) / 3)
        if squared(left) <= squared(right) { high = right } else { low = left }
      }
      best = min(best, squared(low), squared(high), squared(0), squared(1))
    }
    // Neighbours share edges: their distances must compare as equal.
    return (best * 1e12).rounded()
  }

  /// Degrees of latitude in a degree of longitude.
  private static func scales(_ latitude: Double) -> Double {
    let angle = latitude * .pi / 180
    // cos by halving: cos 2x = 2 cos² x - 1, from a series that is short at small angles.
    let small = angle / 1_024
    var cosine = 1 - small * small / 2 + small * small * small * small / 24
    for _ in 0..<10 { cosine = 2 * cosine * cosine - 1 }
    let eccentricity = 0.0066943799901413
    let flattening = 1 - eccentricity * (1 - cosine * cosine)
    return cosine * flattening / (1 - eccentricity)
  }
}
