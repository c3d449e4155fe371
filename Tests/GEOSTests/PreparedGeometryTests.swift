import GEOS
import Testing

@Suite("A prepared geometry answers for many points")
struct PreparedGeometryTests {
  let prepared: PreparedGeometry

  init() throws {
    prepared = try PreparedGeometry(try GEOSContext().polygons(GEOSGeometryTests.squares))
  }

  @Test(
    "It covers its interior and its border, holes' borders included, and nothing else",
    arguments: [
      (0.5, 0.5, true), (0, 0, true), (2, 0, true), (4, 4, true), (1.5, 1.5, false),
      (1, 1.5, true), (1, 1, true), (10.5, 0.5, true), (10, 1, true), (5, 0, false),
      (4.000000000000001, 2, false), (3.9999999999999996, 2, true), (.nan, 0, false),
      (0, .infinity, false), (.nan, .nan, false),
    ])
  func covers(longitude: Double, latitude: Double, expected: Bool) throws {
    #expect(try prepared.covers(longitude: longitude, latitude: latitude) == expected)
  }

  @Test("A batch answers with the indices of the points it covers")
  func batch() throws {
    let indices = try prepared.coveredIndices(
      longitudes: [0.5, 9, 10.5, 1.5, 4], latitudes: [0.5, 0.5, 0.5, 1.5, 0])
    #expect(indices == [0, 2, 4])
  }
}
