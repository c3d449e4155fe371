import GEOS
import Testing

@Suite("Validity is reported with reason and place, and can be repaired")
struct ValidityTests {
  let context: GEOSContext

  init() throws { context = try GEOSContext() }

  @Test(
    "Each flaw has its reason and its place",
    arguments: [
      ("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))", "Self-intersection", 1.0, 1.0),
      (
        "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (5 5, 6 5, 6 6, 5 5))", "Hole lies outside shell", 5,
        5
      ),
      (
        "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((1 1, 2 1, 2 2, 1 2, 1 1)))", "Nested shells",
        1, 1
      ),
      ("POLYGON ((0 0, 1 1, 0 0))", "Too few points in geometry component", 0, 0),
    ])
  func flaws(text: String, reason: String, longitude: Double, latitude: Double) throws {
    let geometry = try context.read(wellKnownText: text)
    #expect(try !geometry.isValid)
    #expect(
      try geometry.flaw()
        == GeometryFlaw(reason: reason, longitude: longitude, latitude: latitude))
  }

  @Test("A valid geometry has no flaw")
  func valid() throws {
    let geometry = try context.polygons(GEOSGeometryTests.squares)
    #expect(try geometry.isValid)
    #expect(try geometry.flaw() == nil)
  }

  @Test("A bow-tie becomes two triangles; the original stays as it was")
  func repair() throws {
    let bowTie = try context.read(wellKnownText: "POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))")
    let repaired = try bowTie.madeValid()
    #expect(try repaired.isValid)
    #expect(try repaired.areaSquareDegrees == 2)
    #expect(try repaired.polygonCoordinates().polygonCount == 2)
    #expect(try !bowTie.isValid)
  }
}
