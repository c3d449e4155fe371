import Archive
import Causes
import Comparisons
import Disclosure
import Foundation
import Records

@testable import Updates

/// Releases of a workplace compared with the records behind them.
extension Workplace {
  /// All figures are shown as they are, so that what changes them can be seen.
  static let openPolicy = """
    name = "open"
    [indicators]
    """
    + [
      "displaced", "departed", "arrived", "returned", "returns_in", "returns_out", "net", "idps",
      "returnees", "evicted", "relocated",
    ].map { "\n\($0) = { sensitivity = \"public\", reason = \"a test\" }" }.joined()

  /// Incidents that are told in full each time, movements that are told as they come, and
  /// withdrawn ids.
  static let causes = """
    archive = "archive.sqlite"
    output = "out"
    [[source]]
    name = "incidents"
    files = ["in/incidents.csv"]
    missing = "deleted"
    [[source]]
    name = "moves"
    files = ["in/moves-*.csv"]
    missing = "kept"
    [[deletions]]
    name = "withdrawn"
    files = ["in/gone.txt"]
    source = "S"
    [report]
    by = "month"
    policy = "open.toml"
    """

  /// The release of a run by its day.
  func release(of day: String) throws -> String {
    guard let name = try releaseNames().first(where: { $0.hasPrefix(day) }) else {
      throw CocoaError(.fileNoSuchFile)
    }
    return path("out/releases/\(name)")
  }

  func compared(_ before: String, _ after: String) throws -> CausedComparison {
    let comparison = try Comparison(from: release(of: before), to: release(of: after))
    let archive = try RecordArchive(path: path("archive.sqlite"), creates: false)
    defer { try? archive.close() }
    return try CauseSearch(
      archive: archive, settings: settings(), boundaries: Workplace.boundaries.get()
    ).causes(of: comparison)
  }
}

extension CausedComparison {
  /// The causes of a figure of a region at the level of governorates.
  func causes(
    _ indicator: String, _ region: String, _ days: FigureKey.Days = .coverage
  ) -> FigureCauses? {
    self[
      FigureKey(
        level: "governorate", placeStatus: "region", regionID: region, days: days,
        indicator: indicator, category: "")]
  }
}

extension RecordCause {
  /// `+2 revised S:a in/incidents.csv 3`.
  var line: String {
    let change = difference?.text() ?? "?"
    return "\(change) \(kind.rawValue) \(key) \(row?.file ?? "") \(row?.record.line ?? 0)"
  }
}

/// Rows of movements in the tracker's own layout.
enum MovementTable {
  static let header =
    "id,source,date_start,date_end,measure,kind,origin,destination,precision,unit,best,subject,"
    + "published,version"

  static func of(_ rows: [String]) -> String {
    ([header] + rows).joined(separator: "\n") + "\n"
  }

  static func row(
    _ id: String, _ day: String, from origin: String = "", to destination: String = "",
    _ best: Int, measure: String = "flow", kind: String = "displacement", source: String = "S",
    subject: String = "", version: Int = 1
  ) -> String {
    "\(id),\(source),\(day),\(day),\(measure),\(kind),\(origin),\(destination),governorate,"
      + "persons,\(best),\(subject),\(day),\(version)"
  }
}
