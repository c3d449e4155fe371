import Reports

/// The right to change a store, held by one process at a time until it ends in any way.
struct StoreHold: ~Copyable {
  private let layout: StoreLayout
  private let descriptor: Descriptor

  /// - Throws: `ReleaseStoreError.busy` where another process holds it.
  init(_ layout: StoreLayout) throws(ReleaseStoreError) {
    try layout.makeFolders()
    let descriptor = try Self.open(layout.folder)
    guard descriptor.lock() else { throw .busy(path: layout.folder) }
    self.layout = layout
    self.descriptor = descriptor
  }

  /// Removes what killed processes have left.
  func clean() throws(ReleaseStoreError) {
    try withdrawUnshown()
    try removeLink(layout.preparedAgain)
    try files { () throws(PublishError) in
      if FileSystem.entry(at: layout.incoming) == .directory {
        try FileSystem.remove(directory: layout.incoming)
      }
      for name in try FileSystem.names(in: layout.folder) where StoreLayout.isRemoved(name) {
        try FileSystem.remove(directory: "\(layout.folder)/\(name)")
      }
    }
  }

  /// Takes a release away.
  ///
  /// It gets a hidden name first, so that a process killed halfway leaves no part of a release
  /// under a name that promises a whole one.
  func remove(_ name: ReleaseName) throws(ReleaseStoreError) {
    try files { () throws(PublishError) in
      let removed = layout.removedPath(of: name)
      try FileSystem.rename(layout.path(of: name), to: removed)
      try descriptor.synchronize()
      try FileSystem.remove(directory: removed)
    }
  }

  /// A release that got its name but never became current is taken back: the run that made it is
  /// repeated, and makes it again if it still holds.
  private func withdrawUnshown() throws(ReleaseStoreError) {
    guard FileSystem.entry(at: layout.prepared) == .link else { return }
    if let name = try layout.name(atLink: layout.prepared), try !isCurrent(name),
      FileSystem.entry(at: layout.path(of: name)) == .directory
    {
      try remove(name)
    }
    try removeLink(layout.prepared)
  }

  private func isCurrent(_ name: ReleaseName) throws(ReleaseStoreError) -> Bool {
    guard FileSystem.entry(at: layout.current) == .link else { return false }
    return try layout.name(atLink: layout.current) == name
  }

  private static func open(_ path: String) throws(ReleaseStoreError) -> Descriptor {
    do throws(PublishError) {
      return try Descriptor(directory: path)
    } catch {
      throw .files(error)
    }
  }

  private func removeLink(_ path: String) throws(ReleaseStoreError) {
    guard FileSystem.entry(at: path) == .link else { return }
    try files { () throws(PublishError) in try FileSystem.remove(file: path) }
  }
}
