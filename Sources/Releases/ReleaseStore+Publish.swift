import Reports

extension ReleaseStore {
  /// Takes a new release in and lets `current` lead to it.
  ///
  /// The same content as that of the current release is published once: then nothing changes, and
  /// the current release is returned. What counts as content says `ReleaseContent`.
  ///
  /// The steps: what killed processes left is removed; the release is written under a hidden name
  /// and synced to the disk; it gets its own name; `current` is moved by one rename, and synced.
  /// Stopped anywhere before the last, the earlier release is current, and the next run begins
  /// anew.
  /// - Parameters:
  ///   - created: when it is made, like `2026-03-01T02:00:00Z`. It names the release, and is never
  ///     compared: a clock that jumps back does no harm.
  ///   - write: makes a release at the path given, as `ReleaseWriter.publish(to:)` does.
  /// - Throws: `ReleaseStoreError`, and what `write` throws.
  @discardableResult
  public func publish(
    created: String, _ write: (_ path: String) throws -> Void
  ) throws -> StoredRelease {
    try publish(created: created, write, after: { _ in })
  }

  /// - Parameter after: called between the steps; what it throws stops there, as a kill would.
  func publish(
    created: String, _ write: (_ path: String) throws -> Void,
    after: (PublishStep) throws -> Void
  ) throws -> StoredRelease {
    guard ReleaseName(created: created, hash: String(repeating: "0", count: 64)) != nil else {
      throw ReleaseStoreError.unreadableTime(created)
    }
    let hold = try StoreHold(layout)
    try hold.clean()
    try after(.cleaned)
    try write(layout.incoming)
    let content = try checkIncoming()
    try after(.written)
    if let same = try current(), isSame(same, content) {
      try files { () throws(PublishError) in try FileSystem.remove(directory: layout.incoming) }
      return same
    }
    guard let name = ReleaseName(created: created, hash: content.hash) else {
      throw ReleaseStoreError.unreadableTime(created)
    }
    try show(name, after: after)
    return StoredRelease(name, in: layout.folder, isCurrent: true)
  }

  /// Whether a release of the store has this content. One that cannot be read has not.
  private func isSame(_ release: StoredRelease, _ content: ReleaseContent) -> Bool {
    do throws(ReleaseStoreError) {
      return try ReleaseContent(ofReleaseIn: release.path).hash == content.hash
    } catch {
      return false
    }
  }

  /// Checks that a release was written, and waits until it has reached the disk.
  private func checkIncoming() throws(ReleaseStoreError) -> ReleaseContent {
    guard FileSystem.entry(at: layout.incoming) == .directory else {
      throw .notARelease(path: layout.incoming, cause: "there is no directory")
    }
    let content = try ReleaseContent(ofReleaseIn: layout.incoming)
    try files { () throws(PublishError) in
      try ReleaseDirectory.checkReplaceable(layout.incoming)
      for name in try FileSystem.names(in: layout.incoming) {
        try Descriptor(reading: "\(layout.incoming)/\(name)").synchronize()
      }
      try Descriptor(directory: layout.incoming).synchronize()
    }
    return content
  }

  private func show(
    _ name: ReleaseName, after: (PublishStep) throws -> Void
  ) throws {
    let place = layout.path(of: name)
    switch FileSystem.entry(at: place) {
    case .missing:
      try prepare(layout.prepared, name)
      try after(.announced)
      try move(layout.incoming, to: place, in: layout.folder)
      try after(.named)
      try move(layout.prepared, to: layout.current, in: layout.root)
    case .directory:
      // The same was published at the same second before, and something else since.
      try files { () throws(PublishError) in try FileSystem.remove(directory: layout.incoming) }
      try prepare(layout.preparedAgain, name)
      try after(.announced)
      try move(layout.preparedAgain, to: layout.current, in: layout.root)
    case .link, .other:
      throw ReleaseStoreError.foreign(path: place, cause: "it is no directory")
    }
    try after(.switched)
  }

  private func prepare(_ link: String, _ name: ReleaseName) throws(ReleaseStoreError) {
    try files { () throws(PublishError) in
      try FileSystem.link(link, to: StoreLayout.target(name))
      try Descriptor(directory: layout.root).synchronize()
    }
  }

  /// Renames within one directory, and waits until the disk knows.
  private func move(
    _ source: String, to target: String, in directory: String
  ) throws(ReleaseStoreError) {
    try files { () throws(PublishError) in
      try FileSystem.rename(source, to: target)
      try Descriptor(directory: directory).synchronize()
    }
  }
}
