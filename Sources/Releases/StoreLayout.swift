import Reports

/// Where what stands in a store.
struct StoreLayout {
  let root: String

  var folder: String { "\(root)/\(Self.folderName)" }
  var current: String { "\(root)/current" }
  /// Where a release is made before it gets its name.
  var incoming: String { "\(folder)/.incoming" }
  /// The link that becomes `current`. While it stands, the release that it leads to was never
  /// current and may not be whole.
  var prepared: String { "\(root)/.current.next" }
  /// The same for a release that was published before.
  var preparedAgain: String { "\(root)/.current.again" }

  private static let folderName = "releases"
  private static let removedSuffix = ".removed"

  func path(of name: ReleaseName) -> String { "\(folder)/\(name.text)" }

  /// The name under which a release is taken apart, so that nobody takes a part for a whole.
  func removedPath(of name: ReleaseName) -> String {
    "\(folder)/.\(name.text)\(Self.removedSuffix)"
  }

  static func isRemoved(_ name: String) -> Bool {
    name.hasPrefix(".") && name.hasSuffix(removedSuffix)
      && ReleaseName(String(name.dropFirst().dropLast(removedSuffix.count))) != nil
  }

  /// What is written into a link to a release: relative, so that the store can be moved.
  static func target(_ name: ReleaseName) -> String { "\(folderName)/\(name.text)" }

  /// The release of this store that a link leads to, `nil` for any other target.
  func name(atLink path: String) throws(ReleaseStoreError) -> ReleaseName? {
    let target = try files { () throws(PublishError) in try FileSystem.target(ofLink: path) }
    let prefix = "\(Self.folderName)/"
    guard target.hasPrefix(prefix) else { return nil }
    return ReleaseName(String(target.dropFirst(prefix.count)))
  }

  /// Checks that the folder of releases is one, and no link that leads elsewhere.
  func checkFolder() throws(ReleaseStoreError) {
    guard FileSystem.entry(at: folder) == .directory else {
      throw .foreign(path: folder, cause: "it is no directory")
    }
  }

  /// Makes the folders that are missing.
  func makeFolders() throws(ReleaseStoreError) {
    try files { () throws(PublishError) in
      if FileSystem.item(at: root) == .missing { try FileSystem.makeDirectory(root) }
      if FileSystem.entry(at: folder) == .missing {
        try FileSystem.makeDirectory(folder)
        try Descriptor(directory: root).synchronize()
      }
    }
    try checkFolder()
  }
}

/// Runs calls to the file system whose errors become those of the store.
func files<Value>(
  _ calls: () throws(PublishError) -> Value
) throws(ReleaseStoreError) -> Value {
  do throws(PublishError) {
    return try calls()
  } catch {
    throw .files(error)
  }
}
