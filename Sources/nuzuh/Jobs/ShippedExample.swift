import ArgumentParser
import Foundation

/// The example of real, public facts that comes with nuzuh.
struct ShippedExample {
  /// The sources that the example believes first.
  static let prefer = "SOHR,UNHCR"

  /// Each of its figures is one row that its source has published: by rule D2 the public policy
  /// would withhold them all, however large. This one asks for several records below 1,000 only.
  static let policy = "partners"

  let files: [String]

  init(_ geodata: GeoDataOptions) throws {
    let folder = try geodata.folder() + "/examples"
    guard FileManager.default.fileExists(atPath: folder + "/incidents.csv") else {
      throw fail(.noInput, "no files given, and no example in \(folder)")
    }
    files = ["incidents.csv", "movements.csv"].map { "\(folder)/\($0)" }
  }
}
