import Glibc

/// A hidden directory beside the target in which a release is made, before one rename shows it.
///
/// It carries a lock for as long as its process lives, so that the next run can tell a leftover
/// of a killed run, which it removes, from the work of a run beside it.
struct StagedDirectory: ~Copyable {
  /// Absolute path of the directory being filled, mode 0700.
  let path: String
  /// Absolute path at which it will stand.
  let target: String
  private let descriptor: Descriptor

  /// - Throws: `PublishError` where the parent directory is missing or not writable, or where
  ///   something else than a release stands at `target`.
  init(for target: String) throws(PublishError) {
    let place = try TargetPlace(target)
    try Leftovers(of: place).remove()
    try ReleaseDirectory.checkReplaceable(place.path)
    let path = try Self.makeDirectory(place)
    let descriptor = try Descriptor(directory: path)
    guard descriptor.lock() else { throw FileSystem.failure("lock", path) }
    self.path = path
    self.descriptor = descriptor
    self.target = place.path
  }

  /// Shows the directory at its target and removes the release that stood there.
  ///
  /// The files in it must have reached the disk already.
  func publish() throws(PublishError) {
    try descriptor.synchronize()
    try ReleaseDirectory.checkReplaceable(target)
    if FileSystem.item(at: target) == .missing {
      try FileSystem.rename(path, to: target)
    } else if try DirectoryExchange.swap(path, target) {
      try FileSystem.remove(directory: path)
    } else {
      try replaceInTwoSteps()
    }
    try Descriptor(directory: TargetPlace.parent(of: target)).synchronize()
  }

  /// Takes the unfinished directory away after an error.
  func discard() {
    // The error that led here is the one to report; what stays is removed by the next run.
    try? FileSystem.remove(directory: path)
  }

  /// For file systems that cannot exchange: the old release steps aside for a moment. Should the
  /// process be killed in that moment, the next run puts it back.
  func replaceInTwoSteps() throws(PublishError) {
    let aside = path + Leftovers.asideSuffix
    try FileSystem.rename(target, to: aside)
    do throws(PublishError) {
      try FileSystem.rename(path, to: target)
    } catch {
      try FileSystem.rename(aside, to: target)
      throw error
    }
    try FileSystem.remove(directory: aside)
  }

  private static func makeDirectory(_ place: TargetPlace) throws(PublishError) -> String {
    var template = Array((place.stagingPrefix + "XXXXXX").utf8CString)
    guard
      let made = unsafe template.withUnsafeMutableBufferPointer({ buffer in
        unsafe buffer.baseAddress.flatMap { unsafe mkdtemp($0) }.map { unsafe String(cString: $0) }
      })
    else { throw .cannotCreate(path: place.path, cause: FileSystem.lastReason) }
    return made
  }
}

/// Where a release is to stand: its absolute path, and the names of the hidden directories
/// beside it.
struct TargetPlace {
  let path: String

  init(_ path: String) throws(PublishError) {
    if let existing = FileSystem.resolved(path) {
      self.path = existing
    } else {
      let trimmed = Self.withoutTrailingSlashes(path)
      let parent = Self.parent(of: trimmed)
      guard let directory = FileSystem.resolved(parent) else {
        throw .cannotCreate(
          path: path, cause: "the directory \(parent) does not exist; create it first")
      }
      self.path = (directory == "/" ? "" : directory) + "/" + Self.name(of: trimmed)
    }
    guard self.path != "/", !Self.name(of: self.path).isEmpty else {
      throw .cannotCreate(path: path, cause: "a release needs a directory of its own")
    }
  }

  var parent: String { Self.parent(of: path) }

  /// What the names of the hidden directories begin with.
  var stagingPrefix: String {
    (parent == "/" ? "" : parent) + "/." + Self.name(of: path) + ".nuzuh-"
  }

  /// The directory that holds `path`: `.` for a bare name.
  static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? ""
  }

  private static func withoutTrailingSlashes(_ path: String) -> String {
    var path = Substring(path)
    while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
    return String(path)
  }
}
