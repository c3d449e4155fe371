import Geodesy
import Testing

/// Reference figures: GeographicLib's documentation (its Python and C examples), Karney 2013.
@Suite("Distances and areas are those of the WGS 84 ellipsoid")
struct GeodesicTests {
  struct Way {
    let start: Geodesic.Position
    let end: Geodesic.Position
    let meters: Double
  }

  @Test(
    "Distances agree with published geodesics to a millimetre",
    arguments: [
      // Wellington to Salamanca, GeographicLib's example of the inverse problem.
      Way(start: (174.81, -41.32), end: (-5.50, 40.96), meters: 19_959_679.267),
      // Nearly antipodal: Karney 2013, the example of section 5.
      Way(start: (0, -30), end: (179.8, 29.9), meters: 19_989_832.828),
      // A quarter of the meridian.
      Way(start: (0, 0), end: (0, 90), meters: 10_001_965.729),
      Way(start: (36.3, 90), end: (-120, 90), meters: 0),
      // Across the antimeridian: one degree of the equator, a π/180 of its radius.
      Way(start: (179.5, 0), end: (-179.5, 0), meters: 6_378_137 * Double.pi / 180),
      Way(start: (36.72, 34.73), end: (36.72, 34.73), meters: 0),
    ])
  func distances(way: Way) {
    #expect(abs(Geodesic.distanceMeters(from: way.start, to: way.end) - way.meters) < 0.001)
    #expect(abs(Geodesic.distanceMeters(from: way.end, to: way.start) - way.meters) < 0.001)
  }

  @Test("Twenty thousand kilometres from Perth to the south-west end where GeographicLib says")
  func destination() {
    let end = Geodesic.destination(
      from: (115.74, -32.06), azimuthDegrees: 225, meters: 20_000_000)
    #expect(abs(end.latitude - 32.111_955_29) < 1e-8)
    #expect(abs(end.longitude - -63.959_252_78) < 1e-8)
  }

  @Test("One degree by one degree at the equator has the area GeographicLib gives")
  func cellArea() {
    let area = Geodesic.areaSquareMeters(longitudes: [0, 1, 1, 0], latitudes: [0, 0, 1, 1])
    #expect(abs(area - 12_308_778_361.469) < 0.001)
  }

  /// The outline of Antarctica in GeographicLib's documentation.
  static let antarctica: (longitudes: [Double], latitudes: [Double]) = (
    [-58, -74, -102, -102, -131, -163, 163, 172, 140, 113, 88, 59, 25, -4, -14, -33, -46, -61],
    [
      -63.1, -72.9, -71.9, -74.9, -74.3, -77.5, -77.4, -71.7, -65.9, -65.7, -66.6, -66.9, -69.8,
      -70.0, -71.0, -77.3, -77.9, -74.7,
    ]
  )

  @Test("A ring around a pole and over the antimeridian has its area, whichever way it turns")
  func antarcticArea() {
    let (longitudes, latitudes) = Self.antarctica
    let expected = 13_662_703_680_020.1
    #expect(
      abs(Geodesic.areaSquareMeters(longitudes: longitudes, latitudes: latitudes) - expected) < 0.1)
    #expect(
      abs(
        Geodesic.areaSquareMeters(
          longitudes: longitudes.reversed(), latitudes: latitudes.reversed()) - expected) < 0.1)
  }

  @Test("An eighth of the earth is an eighth of its surface")
  func octant() {
    let area = Geodesic.areaSquareMeters(longitudes: [0, 90, 0], latitudes: [0, 0, 90])
    #expect(abs(area - 510_065_621_724_088.44 / 8) < 1)
  }

  @Test("A ring may be closed or not, and part of longer arrays")
  func partOfArrays() {
    let longitudes = [9, 0, 1, 1, 0, 0, 7.0]
    let latitudes = [9, 0, 0, 1, 1, 0, 7.0]
    let closed = Geodesic.areaSquareMeters(
      longitudes: longitudes, latitudes: latitudes, range: 1..<6)
    let open = Geodesic.areaSquareMeters(
      longitudes: longitudes, latitudes: latitudes, range: 1..<5)
    #expect(closed == open)
    #expect(abs(closed - 12_308_778_361.469) < 0.001)
  }

  @Test("Fewer than three vertices enclose nothing", arguments: 0...2)
  func degenerate(count: Int) {
    let ring = Array([36.0, 37].prefix(count))
    #expect(Geodesic.areaSquareMeters(longitudes: ring, latitudes: ring) == 0)
  }

  @Test("What is not a number has no distance")
  func notANumber() {
    #expect(Geodesic.distanceMeters(from: (.nan, 0), to: (0, 0)).isNaN)
  }
}
