import Records
import Regions
import Testing

@testable import Tallies

@Suite("A point that is right only with its axes exchanged says nothing")
struct SwappedAxesTests {
  /// One governorate from 36 to 38 degrees east and 34 to 35 north.
  private func placer() throws -> Placer {
    let country = region("SY", .country, .empty, parent: nil)
    let square = Boundary(
      longitudes: [36, 38, 38, 36, 36], latitudes: [34, 34, 35, 35, 34], ringStarts: [0, 5],
      polygonStarts: [0, 1])
    let catalog = try RegionCatalog(
      country: country, regions: [region("SY01", .governorate, square, parent: "SY")])
    return Placer(
      catalog: catalog, index: RegionIndex(catalog), names: RegionNames(catalog),
      snapMeters: 1500)
  }

  private func region(
    _ id: RegionID, _ level: Level, _ boundary: Boundary, parent: RegionID?
  ) -> Region {
    Region(
      id: id, kind: .level(level), name: id.code, parent: parent, country: "SY",
      boundary: boundary, areaSquareKilometers: 1,
      labelPoint: Coordinate(longitude: 37, latitude: 34.5))
  }

  @Test(
    "P1: its record stays in its country, however well the point is said to be known",
    arguments: [Precision.exact, .settlement, .level(.district), .meters(250)])
  func staysInItsCountry(precision: Precision) throws {
    let placer = try placer()
    let place = Place(
      country: "SYR", point: Coordinate(longitude: 34.5, latitude: 37), precision: precision)
    let answer = placer.place(place)
    #expect(answer.placement.node == .region(.country))
    #expect(answer.remarks.map(\.rule) == [.swappedAxes])
  }

  @Test("P1: without a country it has no place", arguments: [Precision.exact, .level(.district)])
  func hasNoPlace(precision: Precision) throws {
    let placer = try placer()
    let place = Place(point: Coordinate(longitude: 34.5, latitude: 37), precision: precision)
    #expect(placer.place(place).placement.node == .unplaced)
  }
}
