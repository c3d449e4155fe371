import JSONText

/// Knows a release of this package when it sees one on the disk.
package enum ReleaseDirectory {
  /// The file that says what a release consists of.
  package static let manifest = "datapackage.json"
  /// What the `generator` in that file begins with.
  static let generatorPrefix = "nuzuh "

  /// Checks that nothing but an earlier release would be lost by putting a release at `path`.
  ///
  /// Free are: no directory, an empty one, and one with exactly files that its own
  /// `datapackage.json`, written by this package, names.
  package static func checkReplaceable(_ path: String) throws(PublishError) {
    switch FileSystem.item(at: path) {
    case .missing: return
    case .link, .other: throw .notARelease(path: path, cause: "it is not a directory")
    case .directory: break
    }
    let names = try FileSystem.names(in: path)
    if names.isEmpty { return }
    guard names.contains(manifest), let known = try knownNames(in: path) else {
      throw .notARelease(path: path, cause: "it holds files and is no release of nuzuh")
    }
    if let foreign = names.first(where: { !known.contains($0) }) {
      throw .notARelease(
        path: path, cause: "it holds \(foreign), which does not belong to the release")
    }
  }

  /// The files of the release, or `nil` where its manifest is not one of this package.
  private static func knownNames(in path: String) throws(PublishError) -> Set<String>? {
    let bytes = try FileSystem.contents(of: "\(path)/\(manifest)", limit: 1 << 24)
    let value: JSONValue
    do {
      value = try JSONValue(parsing: bytes)
    } catch {
      throw .notARelease(path: path, cause: "its \(manifest) is damaged (\(error))")
    }
    guard value["generator"]?.string?.hasPrefix(generatorPrefix) == true,
      let resources = value["resources"]?.array
    else { return nil }
    return Set([manifest] + resources.compactMap { $0["path"]?.string })
  }
}
