import JSONText
public import Regions
import Reports

/// What a release says of how finely it tells figures.
public struct ReleaseStatement: Hashable, Sendable {
  public let levels: [Level]
  public let boundaryEdition: String
  /// Whether it is for use inside the organisation, so that nobody publishes it.
  public let isInternal: Bool

  public init(levels: [Level], boundaryEdition: String) {
    self.levels = levels
    self.boundaryEdition = boundaryEdition
    isInternal = false
  }

  /// The statement of a release; `nil` where a directory is none of this package.
  ///
  /// - Throws: `MaskError.unreadable` for a release that does not say it.
  public init?(of directory: String) throws(MaskError) {
    let manifest = "\(directory)/\(ReleaseDirectory.manifest)"
    guard FileSystem.item(at: manifest) == .other else { return nil }
    let package = try Self.json(manifest)
    guard package["generator"]?.string?.hasPrefix("nuzuh ") == true else { return nil }
    let accounts = try Self.json("\(directory)/accounts.json")
    guard let edition = package["boundary_edition"]?.string,
      let words = accounts["settings"]?["levels"]?.string?.split(separator: ","),
      case let levels = words.compactMap({ Level(word: String($0)) }), levels.count == words.count
    else {
      throw .unreadable(path: directory, cause: "the release does not say which levels it tells")
    }
    self.levels = levels
    boundaryEdition = edition
    isInternal = package["protection"]?.string?.hasPrefix("internal") ?? false
  }

  private static func json(_ path: String) throws(MaskError) -> JSONValue {
    do {
      return try JSONValue(parsing: FileSystem.contents(of: path, limit: 1 << 26))
    } catch {
      throw .unreadable(path: path, cause: "\(error)")
    }
  }
}
