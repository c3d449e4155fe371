import Reports

extension ReleaseStore {
  /// Removes old releases, so that of all only the latest remain, by the time in their names.
  ///
  /// The current release stays in any case, also where a clock that jumped back lets it look old.
  /// Readers that have opened a file of a removed release can read it to its end.
  /// - Parameter keep: how many remain; 0 and less leave the current one alone.
  /// - Returns: what was removed, the oldest first.
  @discardableResult
  public func prune(keep: Int) throws(ReleaseStoreError) -> [StoredRelease] {
    guard FileSystem.entry(at: layout.folder) != .missing else { return [] }
    let hold = try StoreHold(layout)
    try hold.clean()
    let current = try currentName()
    let removable = try names().dropLast(max(keep, 0)).filter { $0 != current }
    for name in removable { try hold.remove(name) }
    return removable.map { StoredRelease($0, in: layout.folder, isCurrent: false) }
  }
}
