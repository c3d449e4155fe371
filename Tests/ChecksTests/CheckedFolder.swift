import Checks
import Foundation
import Readers
import Records
import Regions
import Tallies
import Testing

/// A folder with files to be checked, against one governorate from 36 to 38 degrees east and 34 to
/// 35 north.
final class CheckedFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "nuzuh-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    let file = url.appending(path: name)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  func check(_ names: String..., limit: Int = 100) throws -> CheckReport {
    let paths = names.map { url.appending(path: $0).path }
    return try CheckedFolder.check(paths, limit: limit)
  }

  static func check(_ paths: [String], limit: Int = 100) throws -> CheckReport {
    try RecordCheck(
      placer: try placer.get(), reading: ReadSettings(), settings: ReportSettings(), limit: limit
    ).run(paths)
  }

  /// Text with the folder's path taken out of it.
  func bare(_ text: String) -> String { text.replacingOccurrences(of: url.path + "/", with: "") }

  private static let placer = Result {
    let square = Boundary(
      longitudes: [36, 38, 38, 36, 36], latitudes: [34, 34, 35, 35, 34], ringStarts: [0, 5],
      polygonStarts: [0, 1])
    let country = region("SY", "Syria", .country, .empty, parent: nil)
    let catalog = try RegionCatalog(
      country: country,
      regions: [region("SY05", "Hama", .governorate, square, parent: "SY")])
    return Placer(catalog: catalog, index: RegionIndex(catalog), names: RegionNames(catalog))
  }

  private static func region(
    _ id: RegionID, _ name: String, _ level: Level, _ boundary: Boundary, parent: RegionID?
  ) -> Region {
    Region(
      id: id, kind: .level(level), name: name, parent: parent, country: "SY",
      boundary: boundary, areaSquareKilometers: 1,
      labelPoint: Coordinate(longitude: 37, latitude: 34.5))
  }

  static let header =
    "id,source,date_start,kind,region,latitude,longitude,killed\n"
}
