import Regions

/// Two governorates and a zone of a made-up country.
enum SampleCatalog {
  /// A square shell given clockwise, with a square hole given counter-clockwise: both wrong by
  /// RFC 7946, and both to be turned.
  static let first = Region(
    id: "XX01", kind: .level(.governorate), name: "Alpha", nameArabic: "ألفا", parent: "XX",
    country: "XX",
    boundary: boundary([
      [
        [(36, 34), (36, 35), (37, 35), (37, 34), (36, 34)],
        [(36.2, 34.2), (36.4, 34.2), (36.4, 34.4), (36.2, 34.4), (36.2, 34.2)],
      ]
    ]),
    areaSquareKilometers: 9876.5432, labelPoint: Coordinate(longitude: 36.7, latitude: 34.7),
    population: Population(count: 2_011_000, year: 2016, kind: "estimate", source: "made up"))

  /// Two islands, one of them wound each way; no population; a name that a spreadsheet would run.
  static let second = Region(
    id: "XX02", kind: .level(.governorate), name: "=Beta, \"the\" second", parent: "XX",
    country: "XX",
    boundary: boundary([
      [[(37, 34), (38, 34), (38, 35), (37, 35), (37, 34)]],
      [[(39, 34), (39, 34.123_456_7), (39.5, 34), (39, 34)]],
    ]),
    areaSquareKilometers: 10_000, labelPoint: Coordinate(longitude: 37.5, latitude: 34.5))

  static let zone = Region(
    id: "Z1", kind: .zone, name: "Plain", nameArabic: "سهل", parent: "XX", country: "XX",
    boundary: boundary([[[(36.5, 34.5), (37.5, 34.5), (37.5, 34.75), (36.5, 34.5)]]]),
    areaSquareKilometers: 500, labelPoint: Coordinate(longitude: 37.2, latitude: 34.6),
    population: Population(count: 0, year: nil, kind: nil, source: nil))

  static let country = Region(
    id: "XX", kind: .level(.country), name: "Examplia", parent: nil, country: "XX",
    boundary: .empty, areaSquareKilometers: 0,
    labelPoint: Coordinate(longitude: 37, latitude: 34.1))

  static func catalog() throws -> RegionCatalog {
    try RegionCatalog(country: country, regions: [zone, second, first])
  }

  /// Polygons of rings of vertices.
  static func boundary(_ polygons: [[[(Double, Double)]]]) -> Boundary {
    var (longitudes, latitudes): ([Double], [Double]) = ([], [])
    var (ringStarts, polygonStarts) = ([0], [0])
    for polygon in polygons {
      for ring in polygon {
        longitudes += ring.map(\.0)
        latitudes += ring.map(\.1)
        ringStarts.append(longitudes.count)
      }
      polygonStarts.append(ringStarts.count - 1)
    }
    return Boundary(
      longitudes: longitudes, latitudes: latitudes, ringStarts: ringStarts,
      polygonStarts: polygonStarts)
  }
}
