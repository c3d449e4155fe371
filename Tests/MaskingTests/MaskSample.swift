import Disclosure
import Foundation
import Records
import Regions
import Tallies

@testable import Masking

/// A governorate of one degree, with a neighborhood and a zone, made for these tests.
/// ```
///  lat 35 ┌──────────┬──────────┬─┐
///         │   GA1    │   GA2    │3│   N: 36.10–36.14 × 34.10–34.14, in GA1
///      34 └──────────┴──────────┴─┘   Z: 36.4–36.6 × 34.4–34.6, across GA1 and GA2
///        36        36.5      36.996 37 lon
/// ```
enum MaskSample {
  static let key = MaskKey(bytes: Array(0..<32))
  static let otherKey = MaskKey(bytes: Array(1...32))

  static let placer = Result {
    let boxes: [(RegionID, Region.Kind, RegionID, Box)] = [
      ("G", .level(.governorate), "SY", Box(36, 34, 37, 35)),
      ("GA", .level(.district), "G", Box(36, 34, 37, 35)),
      ("GA1", .level(.subdistrict), "GA", Box(36, 34, 36.5, 35)),
      ("GA2", .level(.subdistrict), "GA", Box(36.5, 34, 36.996, 35)),
      ("GA3", .level(.subdistrict), "GA", Box(36.996, 34, 37, 35)),
      ("N", .level(.neighborhood), "GA1", Box(36.1, 34.1, 36.14, 34.14)),
      ("Z", .zone, "SY", Box(36.4, 34.4, 36.6, 34.6)),
    ]
    let catalog = try RegionCatalog(
      country: region("SY", .level(.country), nil, nil), regions: boxes.map(region),
      zoneOverlaps: ["Z": ["GA1", "GA2"]])
    return Placer(
      catalog: catalog, index: RegionIndex(catalog), names: RegionNames(catalog))
  }

  struct Box {
    let west, south, east, north: Double

    init(_ west: Double, _ south: Double, _ east: Double, _ north: Double) {
      (self.west, self.south, self.east, self.north) = (west, south, east, north)
    }
  }

  private static func region(
    _ id: RegionID, _ kind: Region.Kind, _ parent: RegionID?, _ box: Box?
  ) -> Region {
    let outline = box.map {
      Boundary(
        longitudes: [$0.west, $0.east, $0.east, $0.west, $0.west],
        latitudes: [$0.south, $0.south, $0.north, $0.north, $0.south],
        ringStarts: [0, 5], polygonStarts: [0, 1])
    }
    return Region(
      id: id, kind: kind, name: "Area \"\(id)\"", nameArabic: "اسم", parent: parent, country: "SY",
      boundary: outline ?? .empty, areaSquareKilometers: 1,
      labelPoint: Coordinate(longitude: box?.west ?? 36.5, latitude: box?.south ?? 34.5))
  }

  static func mask(_ key: MaskKey = key, within level: Level = .subdistrict) throws -> DonutMask {
    DonutMask(
      try Donut(leastMeters: 500, mostMeters: 2000), within: level, key: key,
      placer: try placer.get())
  }

  /// Masks files of records, each handed on in pieces of two.
  static func run(
    _ files: [[Record]], _ settings: MaskSettings? = nil, key: MaskKey = key,
    within level: Level = .subdistrict
  ) throws -> MaskRun.Outcome {
    let run = try MaskRun(
      try settings ?? MaskSettings(policy: .public),
      try Donut(leastMeters: 500, mostMeters: 2000), within: level, key: key,
      placer: try placer.get())
    return try run.run(files: files.indices.map { "\($0).csv" }) { take in
      for (number, records) in files.enumerated() {
        for start in stride(from: 0, to: records.count, by: 2) {
          try take(number, Array(records[start...].prefix(2)), [])
        }
      }
      return files.map {
        ReportRun.FileFacts(sha256: "", profile: "test", rows: $0.count, rejected: 0)
      }
    }
  }

  static let context = MaskedPoints.Context(
    boundaryEdition: "sample", attribution: "Boundaries: sample", disclaimer: "None.",
    generator: "nuzuh test")
}

extension Record {
  static func incident(
    _ id: String, _ longitude: Double?, _ latitude: Double?, _ precision: Precision? = .exact,
    day: Int = 6, kind: String = "", killed: Figure? = nil, country: String? = nil,
    subject: String? = nil, measure: Measure = .flow, version: Int64? = nil
  ) -> Record {
    let point = longitude.flatMap { longitude in
      latitude.map { Coordinate(longitude: longitude, latitude: $0) }
    }
    let place = Place(country: country, point: point, precision: precision)
    return record(
      id, .incident(Incident(place: place, kind: kind, killed: killed)), day, subject, measure,
      version)
  }

  static func movement(_ id: String, _ kind: Movement.Kind) -> Record {
    let place = Place(
      point: Coordinate(longitude: 36.2, latitude: 34.2), precision: .exact)
    let movement = Movement(kind: kind, origin: place, destination: place, figure: .exactly(7))
    return record(id, .movement(movement), 6, nil, .flow, nil)
  }

  private static func record(
    _ id: String, _ content: Content, _ day: Int, _ subject: String?, _ measure: Measure,
    _ version: Int64?
  ) -> Record {
    Record(
      key: RecordKey(source: "S", id: id), version: version,
      dates: DateSpan(Day(number: 20_148).adding(day)), subject: subject, measure: measure,
      content: content, line: 1)
  }
}
