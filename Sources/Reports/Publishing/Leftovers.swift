/// Hidden directories that earlier runs for the same target have left behind when killed.
struct Leftovers {
  /// Ends the name of an old release that had to step aside.
  static let asideSuffix = ".old"

  private let place: TargetPlace

  init(of place: TargetPlace) {
    self.place = place
  }

  /// Removes them, but not those that a living process still holds; an old release whose target
  /// is missing is put back instead.
  func remove() throws(PublishError) {
    for name in try FileSystem.names(in: place.parent) {
      let path = (place.parent == "/" ? "" : place.parent) + "/" + name
      guard path.hasPrefix(place.stagingPrefix), FileSystem.item(at: path) == .directory else {
        continue
      }
      let descriptor = try Descriptor(directory: path)
      guard descriptor.lock() else { continue }
      if path.hasSuffix(Self.asideSuffix), FileSystem.item(at: place.path) == .missing {
        try FileSystem.rename(path, to: place.path)
      } else {
        try FileSystem.remove(directory: path)
      }
    }
  }
}
