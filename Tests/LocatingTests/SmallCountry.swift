import Regions
import Tallies

/// Two governorates of a degree each; the western one is filled by one district with two
/// subdistricts, the eastern one has nothing finer. The sea lies west of longitude 36.
/// ```
///  lat 35 ┌──────┬──────┬─────────────┐
///         │ G1A1 │ G1A2 │     G2      │   zone Z: 36.4–36.6 × 34.4–34.6
///      34 └──────┴──────┴─────────────┘
///        36     36.5    37            38 lon
/// ```
enum SmallCountry {
  static func placer(snapMeters: Double = 1500) throws -> Placer {
    let catalog = try RegionCatalog(
      country: Region(
        id: "SY", kind: .level(.country), name: "Syria", parent: nil, country: "SY",
        boundary: .empty, areaSquareKilometers: 0,
        labelPoint: Coordinate(longitude: 37, latitude: 34.5)),
      regions: [
        region("G1", .level(.governorate), "SY", (36, 34, 37, 35), name: "Coast, the"),
        region("G2", .level(.governorate), "SY", (37, 34, 38, 35), name: "Steppe"),
        region("G1A", .level(.district), "G1", (36, 34, 37, 35), name: "Port"),
        region("G1A1", .level(.subdistrict), "G1A", (36, 34, 36.5, 35), name: "West"),
        region("G1A2", .level(.subdistrict), "G1A", (36.5, 34, 37, 35), name: "East"),
        region("Z", .zone, "SY", (36.4, 34.4, 36.6, 34.6), name: "Plain"),
      ], zoneOverlaps: ["Z": ["G1A1", "G1A2"]])
    return Placer(
      catalog: catalog, index: RegionIndex(catalog), names: RegionNames(catalog),
      snapMeters: snapMeters)
  }

  private static func region(
    _ id: RegionID, _ kind: Region.Kind, _ parent: RegionID,
    _ box: (west: Double, south: Double, east: Double, north: Double), name: String
  ) -> Region {
    Region(
      id: id, kind: kind, name: name, nameArabic: "اسم", parent: parent, country: "SY",
      boundary: Boundary(
        longitudes: [box.west, box.east, box.east, box.west, box.west],
        latitudes: [box.south, box.south, box.north, box.north, box.south],
        ringStarts: [0, 5], polygonStarts: [0, 1]),
      areaSquareKilometers: 1,
      labelPoint: Coordinate(longitude: box.west, latitude: box.south))
  }
}
