import Foundation
import GRDB
import Regions
import Reports

@testable import Disclosure
@testable import GeoPackages

/// A release of two regions with hostile names, written as a GeoPackage and opened again.
final class PackedRelease {
  let path: String
  let database: DatabaseQueue

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/nuzuh-\(UUID().uuidString).gpkg"
    let document = ReleaseDocument.geoPackage(
      of: try Self.release(), catalog: try Self.catalog(), context: Self.context)
    guard case .file(let write) = document.content else { throw CocoaError(.featureUnsupported) }
    try write(path)
    database = try DatabaseQueue(path: path)
  }

  deinit {
    do { try FileManager.default.removeItem(atPath: path) } catch { print(error) }
  }

  func rows(_ sql: String, _ arguments: StatementArguments = []) throws -> [Row] {
    try database.read { try Row.fetchAll($0, sql: sql, arguments: arguments) }
  }

  func text(_ sql: String) throws -> String? {
    try database.read { try String.fetchOne($0, sql: sql) }
  }

  func bytes() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }
}

// MARK: - The release

extension PackedRelease {
  /// Quotes, HTML, SQL, XML, a formula, a way out of a folder, and a character that XML forbids.
  static let hostileName = #"='"; DROP TABLE regions;--<b>&]]>../../x"# + "\u{1}\n"

  private static let coverage = Release.Period(
    start: "2025-01-01", end: "2025-01-31", label: "2025-01-01 to 2025-01-31")
  private static let january = Release.Period(
    start: "2025-01-01", end: "2025-01-31", label: "2025-01")

  static func release() throws -> Release {
    let indicators = [
      Release.Indicator(name: "killed", kind: .flow, unit: "persons"),
      Release.Indicator(name: "idps", kind: .stock, unit: "persons"),
    ]
    let entries = [
      entry("R1", "killed", "12.5", in: coverage), entry("R1", "killed", "12.5", in: january),
      entry("R2", "idps", nil, in: coverage, .withheld),
      entry("R2", "idps", nil, in: january, .withheld),
      entry("LBN", "killed", "2", in: coverage, place: .external),
    ]
    return try Release(
      protection: .internal, coverage: coverage, step: "month", periods: [january],
      levels: ["governorate"], indicators: indicators, entries: entries, flows: [flow],
      accounts: Release.Accounts(inputs: [], levels: [], zones: [], findings: [], settings: []))
  }

  static let context: ReleaseContext = {
    var context = ReleaseContext(
      created: "2025-02-01T06:00:00Z", toolVersion: "0.1.0", boundaryEdition: "made up",
      licenses: [ReleaseContext.License(name: "CC-BY-4.0", title: "Licence <x>", path: nil)],
      attribution: hostileName, countryPoint: { _ in nil })
    context.simplification = ReleaseContext.Simplification(meters: 0)
    return context
  }()

  private static func entry(
    _ id: String, _ indicator: String, _ best: String?, in period: Release.Period,
    _ status: Release.FigureStatus = .reported, place: Release.PlaceStatus = .region
  ) -> Release.Entry {
    let amount = best.flatMap(Release.Amount.init(text:))
    return Release.Entry(
      place: end(id, place),
      time: Release.TimeSpan(
        period: period, isCoverage: period == coverage, timeStatus: .period),
      indicator: indicator, low: amount, best: amount, high: amount, status: status)
  }

  private static let flow = Release.Flow(
    level: "governorate", origin: end("R1"), destination: end("R2"), kind: "displacement",
    unit: "persons", figure: (nil, Release.Amount(text: "40"), nil), records: 3,
    status: .reported)

  private static func end(
    _ id: String, _ status: Release.PlaceStatus = .region
  ) -> Release.Place {
    Release.Place(
      level: "governorate", status: status, regionID: id, regionName: hostileName,
      parentID: "XX")
  }
}

// MARK: - The regions

extension PackedRelease {
  /// A square with a hole, and two squares.
  static func catalog() throws -> RegionCatalog {
    try RegionCatalog(
      country: region("XX", .level(.country), []),
      regions: [
        region("R1", .level(.governorate), [[square(36, 34, 1), square(36.25, 34.25, 0.5)]]),
        region("R2", .level(.governorate), [[square(38, 34, 1)], [square(40, 36, 0.5)]]),
      ])
  }

  private static func square(
    _ west: Double, _ south: Double, _ side: Double
  ) -> [(Double, Double)] {
    let (east, north) = (west + side, south + side)
    return [(west, south), (west, north), (east, north), (east, south), (west, south)]
  }

  private static func region(
    _ id: RegionID, _ kind: Region.Kind, _ polygons: [[[(Double, Double)]]]
  ) -> Region {
    var points: [(Double, Double)] = []
    var (rings, starts) = ([0], [0])
    for polygon in polygons {
      for ring in polygon {
        points += ring
        rings.append(points.count)
      }
      starts.append(rings.count - 1)
    }
    return Region(
      id: id, kind: kind, name: hostileName, parent: id == "XX" ? nil : "XX", country: "XX",
      boundary: Boundary(
        longitudes: points.map(\.0), latitudes: points.map(\.1), ringStarts: rings,
        polygonStarts: starts),
      areaSquareKilometers: 1000,
      labelPoint: Coordinate(longitude: points.first?.0 ?? 37, latitude: 34.1))
  }
}
