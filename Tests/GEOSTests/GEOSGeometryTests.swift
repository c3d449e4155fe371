import GEOS
import Testing

@Suite("Geometries are built, measured and compared")
struct GEOSGeometryTests {
  let context: GEOSContext

  init() throws { context = try GEOSContext() }

  /// A square of 4 with a hole of 1, and an island.
  static let squares = PolygonCoordinates(
    longitudes: [0, 4, 4, 0, 0, 1, 2, 2, 1, 1, 10, 11, 11, 10, 10],
    latitudes: [0, 0, 4, 4, 0, 1, 1, 2, 2, 1, 0, 0, 1, 1, 0],
    ringStarts: [0, 5, 10, 15], polygonStarts: [0, 2, 3])

  @Test("Flat arrays go in and come back as they were, holes and islands in place")
  func roundTrip() throws {
    let geometry = try context.polygons(Self.squares)
    #expect(try geometry.kind == .multiPolygon)
    #expect(try geometry.vertexCount == 15)
    #expect(try geometry.areaSquareDegrees == 16)
    #expect(try geometry.polygonCoordinates() == Self.squares)
  }

  @Test("No polygons make an empty multipolygon")
  func empty() throws {
    let geometry = try context.polygons(PolygonCoordinates())
    #expect(try geometry.isEmpty)
    #expect(try geometry.polygonCoordinates() == PolygonCoordinates())
    #expect(throws: GEOSError.self) { try geometry.pointOnSurface() }
  }

  @Test(
    "A ring that GEOS refuses is an error that names the call",
    arguments: [[(0.0, 0.0), (0, 0)], [(0, 0), (1, 0), (1, 1), (0, 1)]])
  func brokenRings(vertices: [(Double, Double)]) throws {
    let coordinates = PolygonCoordinates(
      longitudes: vertices.map(\.0), latitudes: vertices.map(\.1),
      ringStarts: [0, vertices.count], polygonStarts: [0, 1])
    let error = #expect(throws: GEOSError.self) { try context.polygons(coordinates) }
    guard case .failed("GEOSGeom_createLinearRing_r", let message) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(message.contains("IllegalArgumentException"))
  }

  @Test(
    "Coordinates that are not finite never reach the library", arguments: [Double.nan, .infinity])
  func notFinite(value: Double) throws {
    let coordinates = PolygonCoordinates(
      longitudes: [0, 1, value, 0], latitudes: [0, 0, 1, 0], ringStarts: [0, 4],
      polygonStarts: [0, 1])
    #expect(throws: GEOSError.notFinite) { try context.polygons(coordinates) }
    #expect(throws: GEOSError.notFinite) { try context.point(longitude: 0, latitude: value) }
  }

  @Test("Overlays of two half-overlapping squares have the areas they should")
  func overlays() throws {
    let left = try context.read(wellKnownText: "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))")
    let right = try context.read(wellKnownText: "POLYGON ((1 0, 3 0, 3 2, 1 2, 1 0))")
    #expect(try left.intersection(right).areaSquareDegrees == 2)
    #expect(try left.union(right).areaSquareDegrees == 6)
    #expect(try left.difference(right).areaSquareDegrees == 2)
    #expect(try left.symmetricDifference(right).areaSquareDegrees == 4)
    #expect(try context.union(of: [left, right, left]).areaSquareDegrees == 6)
    #expect(try left.areaSquareDegrees == 4)
    #expect(try left.relates(to: right, pattern: "2********"))
  }

  @Test("A union of anything but polygons is refused, for the library can crash on it")
  func unionOfPoints() throws {
    let points = try context.read(wellKnownText: "MULTIPOINT (0 0, 1 1)")
    #expect(throws: GEOSError.notPolygonal(kind: "multiPoint")) {
      try context.union(of: [points])
    }
    #expect(throws: GEOSError.notPolygonal(kind: "multiPoint")) { try points.pointOnSurface() }
  }

  @Test("A point on the surface lies inside, where the centroid would not")
  func pointOnSurface() throws {
    let horseshoe = try context.read(
      wellKnownText: "POLYGON ((0 0, 9 0, 9 9, 8 9, 8 1, 1 1, 1 9, 0 9, 0 0))")
    let point = try horseshoe.pointOnSurface()
    let prepared = try PreparedGeometry(horseshoe)
    #expect(try prepared.covers(longitude: point.longitude, latitude: point.latitude))
  }

  @Test("The first error is reported with its own words, and later calls still work")
  func errorsAreForgotten() throws {
    let first = #expect(throws: GEOSError.self) {
      try context.read(wellKnownText: "POLYGON ((0 0")
    }
    guard case .failed("GEOSWKTReader_read_r", let message) = first else {
      Issue.record("\(String(describing: first))")
      return
    }
    #expect(message.contains("ParseException"))
    #expect(try context.read(wellKnownText: "POINT (1 2)").kind == .point)
  }
}
