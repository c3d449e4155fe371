import Archive
import Boundaries
import Disclosure
import Foundation
import Logging
import Reports

@testable import Updates

/// A folder with sources, an archive and releases, which goes when the test ends.
final class Workplace {
  let folder: URL
  var configuration = Workplace.snapshot

  /// One source that tells everything each time.
  static let snapshot = """
    archive = "archive.sqlite"
    output = "out"
    [[source]]
    name = "field"
    files = ["in/*.csv"]
    missing = "deleted"
    [report]
    by = "month"
    """

  /// One source that tells what is new.
  static let increment = snapshot.replacing("\"deleted\"", with: "\"kept\"")

  init(_ configuration: String = Workplace.snapshot) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "updates-\(UUID())")
    self.configuration = configuration
    try FileManager.default.createDirectory(
      at: folder.appending(path: "in"), withIntermediateDirectories: true)
  }

  deinit { _ = try? FileManager.default.removeItem(at: folder) }

  // MARK: - Files

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func write(_ text: String, as name: String = "in/a.csv") throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(at: folder.appending(path: name))
  }

  func bytes(_ name: String) throws -> Data { try Data(contentsOf: folder.appending(path: name)) }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// The files of the current release by name.
  func release() throws -> [String: Data] {
    let directory = folder.appending(path: "out/current").resolvingSymlinksInPath()
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: directory.path) {
      files[name] = try Data(contentsOf: directory.appending(path: name))
    }
    return files
  }

  func releaseNames() throws -> [String] {
    guard exists("out/releases") else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: path("out/releases"))
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  /// All bytes of the archive, its log included.
  func archiveBytes() throws -> Data {
    try ["archive.sqlite", "archive.sqlite-wal", "archive.sqlite-shm"].filter(exists)
      .map(bytes).reduce(Data(), +)
  }

  // MARK: - Runs

  /// Two governorates of one degree by one each, side by side: A from 36 east, B from 37 east.
  static let boundaries = Result {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
    let checkout = tests.deletingLastPathComponent().deletingLastPathComponent()
    return try BoundaryLoader.load(
      geodata: checkout.appending(path: "GeoData").path,
      layers: [UserLayer(path: tests.appending(path: "Samples/regions.geojson").path)])
  }

  func settings() throws -> UpdateSettings {
    try write(configuration, as: "nuzuh.toml")
    return try UpdateSettings(path: path("nuzuh.toml"))
  }

  /// - Parameter day: of the run, at two in the morning.
  @discardableResult
  func update(
    _ day: String = "2026-03-01", documents: [ReleaseDocument] = [], documentsBasis: String = "",
    formats: ReleaseContext.Formats = .init(),
    _ change: (inout UpdateRun.Options) -> Void = { _ in }
  ) async throws -> UpdateOutcome {
    let settings = try settings()
    var options = UpdateRun.Options()
    change(&options)
    let created = "\(day)T02:00:00Z"
    let policy = try settings.loadPolicy()
    return try await NightlyUpdate(
      settings: settings, options: options,
      log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) { created }.run {
      try Workplace.boundaries.get()
    } context: { loaded, created in
      var context = ReleaseContext(
        created: created, toolVersion: "0.0.0", boundaryEdition: loaded.edition,
        licenses: [], attribution: "")
      context.formats = formats
      return UpdateRun.Surroundings(
        boundaries: loaded, policy: policy, context: context, documentsBasis: documentsBasis,
        documents: { _, _ in documents })
    }
  }

  /// The release that an empty archive would give for the files as they are now.
  func releaseFromScratch(_ day: String) async throws -> [String: Data] {
    let other = try Workplace(configuration)
    for name in try FileManager.default.subpathsOfDirectory(atPath: path("in"))
    where name.contains(".") {
      try FileManager.default.copyItem(
        at: folder.appending(path: "in/\(name)"), to: other.folder.appending(path: "in/\(name)"))
    }
    try await other.update(day)
    return try other.release()
  }
}

/// Rows of the tracker's own layout.
enum Table {
  static let header =
    "id,source,date_start,kind,longitude,latitude,killed,version,deleted,note,witness"

  static func of(_ rows: [String]) -> String {
    ([header] + rows).joined(separator: "\n") + "\n"
  }

  /// - Parameter region: `A` or `B`.
  static func row(
    _ id: String, _ day: String, _ region: String = "A", killed: Int = 1, version: Int? = nil,
    deleted: Bool = false, kind: String = "raid", note: String = ""
  ) -> String {
    let west = region == "A" ? "36.5" : "37.5"
    let version = version.map(String.init) ?? ""
    return
      "\(id),S,\(day),\(kind),\(west),34.5,\(killed),\(version),\(deleted ? "true" : ""),\(note),"
  }
}

extension [String: Data] {
  /// A row of `tallies.csv` by region and indicator, over the whole coverage.
  func best(_ region: String, _ indicator: String, period: String? = nil) -> String? {
    let text = String(decoding: self["tallies.csv"] ?? Data(), as: UTF8.self)
    let lines = text.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first else { return nil }
    func cell(_ row: [String], _ name: String) -> String? {
      header.firstIndex(of: name).flatMap { $0 < row.count ? row[$0] : nil }
    }
    let rows = lines.dropFirst().filter { row in
      cell(row, "region_id") == region && cell(row, "indicator") == indicator
        && (cell(row, "level") == "governorate")
    }
    return rows.compactMap { cell($0, "best") }.compactMap { Int($0) }.max().map(String.init)
  }
}
