import Crypto
import Digests
import Foundation
public import JSONText

/// The files of one released directory, each compared with what its data package says of it.
public struct ReleasedFiles: Sendable {
  public static let manifest = "datapackage.json"
  /// More than any release; a larger file is refused.
  private static let mostBytes = 1 << 32
  private static let limits = JSONLimits(
    bytes: mostBytes, stringBytes: 1 << 24, members: 500_000_000)

  public let directory: String
  /// Its `datapackage.json`.
  public let package: JSONValue
  private let contents: [String: [UInt8]]

  /// Reads all files; their bytes are held in memory.
  ///
  /// - Throws: `ReleasedFilesError` for a file that is missing, changed, or not of the release.
  public init(_ directory: String) throws(ReleasedFilesError) {
    self.directory = directory
    let bytes = try Self.bytes(Self.manifest, in: directory)
    package = try Self.parsed(bytes, Self.manifest)
    guard package["generator"]?.string?.hasPrefix("nuzuh") == true,
      let resources = package["resources"]?.array
    else { throw .damaged(file: Self.manifest, cause: "it is not that of a release of nuzuh") }
    var contents = [Self.manifest: bytes]
    for resource in resources {
      guard let path = resource["path"]?.string, Self.isPlain(path) else {
        throw .damaged(file: Self.manifest, cause: "a resource has no plain file name")
      }
      contents[path] = try Self.checked(path, resource, in: directory)
    }
    self.contents = contents
    try checkNothingElse()
  }

  /// The bytes of a file that every release has.
  public func bytes(_ name: String) throws(ReleasedFilesError) -> [UInt8] {
    guard let bytes = contents[name] else {
      throw .damaged(file: Self.manifest, cause: "the release has no \(name)")
    }
    return bytes
  }

  /// Whether the release has a file of that name.
  public func has(_ name: String) -> Bool { contents[name] != nil }

  /// A file that every release has, read as JSON.
  public func json(_ name: String) throws(ReleasedFilesError) -> JSONValue {
    try Self.parsed(bytes(name), name)
  }

  /// Whether it is a report for use inside the organisation, in which nothing is protected. What
  /// does not say is taken for one.
  public var isInternal: Bool {
    package["protection"]?.string?.hasPrefix("internal") ?? true
  }

  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix(".") && !name.contains("/")
  }

  private static func parsed(
    _ bytes: [UInt8], _ name: String
  ) throws(ReleasedFilesError) -> JSONValue {
    do {
      return try JSONValue(parsing: bytes, limits: limits)
    } catch {
      throw .damaged(file: name, cause: "it is no valid JSON (\(error))")
    }
  }

  private static func checked(
    _ name: String, _ resource: JSONValue, in directory: String
  ) throws(ReleasedFilesError) -> [UInt8] {
    let bytes = try bytes(name, in: directory)
    let digest = SHA256.hash(data: bytes).hexadecimal
    guard resource["hash"]?.string == "sha256:\(digest)", resource["bytes"]?.int == bytes.count
    else {
      throw .damaged(
        file: name, cause: "it is not the file that \(manifest) describes; it was changed")
    }
    return bytes
  }

  private static func bytes(
    _ name: String, in directory: String
  ) throws(ReleasedFilesError) -> [UInt8] {
    let path = "\(directory)/\(name)"
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .missing(path: path) }
    do {
      return [UInt8](try handle.read(upToCount: mostBytes) ?? Data())
    } catch {
      throw .damaged(file: name, cause: "it cannot be read (\(error.localizedDescription))")
    }
  }

  private func checkNothingElse() throws(ReleasedFilesError) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: directory)
    } catch {
      throw .missing(path: directory)
    }
    if let foreign = names.sorted().first(where: { contents[$0] == nil }) {
      throw .damaged(file: foreign, cause: "the release does not list it")
    }
  }
}
