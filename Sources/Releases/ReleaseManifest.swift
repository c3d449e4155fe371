import JSONText
import Reports

/// The `datapackage.json` of a release in a store.
struct ReleaseManifest {
  private static let mostBytes = 1 << 24

  let members: [JSONObject.Member]
  let resources: [JSONValue]

  /// - Throws: `ReleaseStoreError.notARelease` where it is missing or not one.
  init(ofReleaseIn directory: String) throws(ReleaseStoreError) {
    let name = ReleaseDirectory.manifest
    let value: JSONValue
    do {
      value = try JSONValue(
        parsing: FileSystem.contents(of: "\(directory)/\(name)", limit: Self.mostBytes))
    } catch {
      throw .notARelease(path: directory, cause: "\(name): \(error)")
    }
    guard let members = value.object?.members, let resources = value["resources"]?.array else {
      throw .notARelease(path: directory, cause: "its \(name) names no resources")
    }
    self.members = members
    self.resources = resources
  }
}

extension StoredRelease {
  /// A file of a release, as its `datapackage.json` describes it.
  public struct File: Hashable, Sendable {
    public let name: String
    public let bytes: Int
    /// `sha256:` and 64 hexadecimal digits.
    public let hash: String
  }

  /// What the release consists of beside its `datapackage.json`; `nuzuh verify` compares it with
  /// what is there.
  public func files() throws(ReleaseStoreError) -> [File] {
    try ReleaseManifest(ofReleaseIn: path).resources.map { resource in
      File(
        name: resource["path"]?.string ?? "", bytes: resource["bytes"]?.int ?? 0,
        hash: resource["hash"]?.string ?? "")
    }
  }
}
