import Reports

/// A folder in which releases are kept one beside another, and `current` leads to the latest:
///
///     ROOT/releases/2026-03-01T02-00-00Z-1f0c9a77b2de/
///     ROOT/current -> releases/2026-03-01T02-00-00Z-1f0c9a77b2de
///
/// `current` is moved by one rename, so whoever follows it finds a whole release at every moment,
/// also while or after a process was killed. What a killed process leaves is hidden (its name
/// begins with a dot) and taken away by the next one that publishes or prunes. Nothing else in the
/// folder is touched; symbolic links in `releases` are never followed.
public struct ReleaseStore: Sendable {
  /// Path of the folder.
  public let root: String

  /// - Parameter root: a folder for this store alone; made by the first `publish` where it is
  ///   missing, in a folder that must exist.
  public init(root: String) {
    var path = Substring(root)
    while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
    self.root = path.isEmpty ? "." : String(path)
  }

  /// The release that `current` leads to; `nil` where nothing was published yet.
  ///
  /// - Throws: `ReleaseStoreError.foreign` where `current` is not a link to a release of this
  ///   store.
  public func current() throws(ReleaseStoreError) -> StoredRelease? {
    try currentName().map { StoredRelease($0, in: layout.folder, isCurrent: true) }
  }

  /// All releases, the oldest first.
  ///
  /// What else stands in the folder is left out.
  public func list() throws(ReleaseStoreError) -> [StoredRelease] {
    let current = try currentName()
    guard FileSystem.entry(at: layout.folder) != .missing else { return [] }
    try layout.checkFolder()
    return try names().map { StoredRelease($0, in: layout.folder, isCurrent: $0 == current) }
  }

  var layout: StoreLayout { StoreLayout(root: root) }

  func currentName() throws(ReleaseStoreError) -> ReleaseName? {
    switch FileSystem.entry(at: layout.current) {
    case .missing: return nil
    case .link: break
    case .directory, .other:
      throw .foreign(path: layout.current, cause: "it is no link to a release")
    }
    guard let name = try layout.name(atLink: layout.current) else {
      throw .foreign(path: layout.current, cause: "it leads to no release of this store")
    }
    guard FileSystem.entry(at: layout.path(of: name)) == .directory else {
      throw .foreign(path: layout.current, cause: "\(name.text), to which it leads, is missing")
    }
    return name
  }

  /// The names of directories that are those of releases, in the order of their bytes.
  func names() throws(ReleaseStoreError) -> [ReleaseName] {
    try files { () throws(PublishError) in try FileSystem.names(in: layout.folder) }
      .compactMap(ReleaseName.init)
      .filter { FileSystem.entry(at: layout.path(of: $0)) == .directory }
  }
}
