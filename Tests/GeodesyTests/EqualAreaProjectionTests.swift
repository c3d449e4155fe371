import Geodesy
import Testing

@Suite("The map plane is that of PROJ's laea")
struct EqualAreaProjectionTests {
  struct Place {
    let center: Geodesic.Position
    let position: Geodesic.Position
    let east: Double
    let north: Double
  }

  /// Reference: PROJ 9.1.1, `+proj=laea +lat_0=… +lon_0=… +ellps=WGS84`, to a tenth of a millimetre.
  static let places = [
    place((38.5, 35), (38.5, 35), 0, 0),
    place((38.5, 35), (35.73, 32.31), -260_871.8498, -294_803.8265),
    place((38.5, 35), (42.37, 37.32), 342_978.1307, 264_121.1935),
    place((38.5, 35), (36.3, 33.5), -204_417.0719, -164_167.7901),
    place((38.5, 35), (-98.6, 39.8), -4_972_816.5948, 8_018_910.1914),
    place((18.4, -33.9), (20, -30), 154_447.4061, 431_220.7616),
    place((18.4, -33.9), (151.2, -33.9), 6_000_666.4282, -7_625_205.9448),
    place((0, 0), (1, 1), 111_305.4749, 110_577.1953),
    place((0, 0), (-75, 10), -7_660_449.3836, 1_389_031.7481),
  ]

  private static func place(
    _ center: Geodesic.Position, _ position: Geodesic.Position, _ east: Double, _ north: Double
  ) -> Place {
    Place(center: center, position: position, east: east, north: north)
  }

  @Test("points lie where PROJ puts them, to a millimetre", arguments: places)
  func points(place: Place) {
    let found = EqualAreaProjection(center: place.center).point(
      longitude: place.position.longitude, latitude: place.position.latitude)
    #expect(abs(found.east - place.east) < 0.001)
    #expect(abs(found.north - place.north) < 0.001)
  }

  @Test("areas on the plane are those on the ellipsoid", arguments: [32.5, 35.0, 37.2])
  func areas(latitude: Double) {
    let projection = EqualAreaProjection(center: (38.5, 35))
    // Sides of a few hundred metres, so that geodesics are straight on the plane.
    let corners = [(0.0, 0.0), (0.004, 0), (0.004, 0.003), (0, 0.003)].map {
      (longitude: 36 + $0.0, latitude: latitude + $0.1)
    }
    let plane = corners.map { projection.point(longitude: $0.longitude, latitude: $0.latitude) }
    let next = plane.dropFirst() + plane.prefix(1)
    let twice = zip(plane, next).map { $0.east * $1.north - $1.east * $0.north }.reduce(0, +)
    let onEarth = Geodesic.areaSquareMeters(
      longitudes: corners.map(\.longitude), latitudes: corners.map(\.latitude))
    #expect(abs(twice / 2 - onEarth) < onEarth * 1e-5)
  }
}
