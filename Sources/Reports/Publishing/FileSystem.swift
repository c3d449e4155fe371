import Glibc

/// The few calls to the system that publishing needs, here and in `Releases`, each with the path in its error.
///
/// Foundation has no exclusive locks, no exchange of directories and no flushing of them.
package enum FileSystem {
  /// What stands at a path.
  package enum Item: Equatable {
    case missing
    case directory
    case link
    case other
  }

  /// What stands at `path`, symbolic links followed.
  package static func item(at path: String) -> Item {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return .missing }
    return status.st_mode & S_IFMT == S_IFDIR ? .directory : .other
  }

  /// What stands at `path` itself, which may be a symbolic link to anything or to nothing.
  package static func entry(at path: String) -> Item {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return .missing }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .directory
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// The path without symbolic links, `.` and `..`, or `nil` where it does not exist.
  static func resolved(_ path: String) -> String? {
    guard let text = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(text) }
    return unsafe String(cString: text)
  }

  /// Names in a directory in byte order, without `.` and `..`.
  package static func names(in path: String) throws(PublishError) -> [String] {
    guard let stream = unsafe opendir(path) else { throw failure("read", path) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
        unsafe field.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The bytes of a file of at most `limit` bytes.
  package static func contents(of path: String, limit: Int) throws(PublishError) -> [UInt8] {
    let file = try Descriptor(reading: path)
    var contents: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try file.read(into: &block)
      if count == 0 { return contents }
      contents.append(contentsOf: block[..<count])
      guard contents.count <= limit else {
        throw .inputOutput(path: path, operation: "read", cause: "it is larger than expected")
      }
    }
  }

  package static func rename(_ source: String, to target: String) throws(PublishError) {
    guard unsafe Glibc.rename(source, target) == 0 else {
      throw failure("rename \(source) to", target)
    }
  }

  /// Makes a directory that only its owner may enter (mode 0700); its parent must exist.
  package static func makeDirectory(_ path: String) throws(PublishError) {
    guard unsafe mkdir(path, 0o700) == 0 else {
      throw .cannotCreate(path: path, cause: lastReason)
    }
  }

  /// Makes a symbolic link; nothing may stand at `path` yet.
  package static func link(_ path: String, to target: String) throws(PublishError) {
    guard unsafe symlink(target, path) == 0 else { throw failure("make the link", path) }
  }

  /// Where the symbolic link at `path` leads to, as it is written there.
  package static func target(ofLink path: String) throws(PublishError) -> String {
    var text = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe text.withUnsafeMutableBytes { buffer in
      unsafe buffer.baseAddress.map { unsafe readlink(path, $0, buffer.count) } ?? -1
    }
    guard count >= 0 else { throw failure("read the link", path) }
    return String(decoding: text.prefix(count), as: UTF8.self)
  }

  package static func remove(file path: String) throws(PublishError) {
    guard unsafe unlink(path) == 0 else { throw failure("remove", path) }
  }

  /// Removes a directory that holds files only. Of a symbolic link, nothing is removed.
  package static func remove(directory path: String) throws(PublishError) {
    guard entry(at: path) == .directory else {
      throw .inputOutput(path: path, operation: "remove", cause: "it is no directory")
    }
    for name in try names(in: path) { try remove(file: "\(path)/\(name)") }
    guard unsafe rmdir(path) == 0 else { throw failure("remove", path) }
  }

  /// The error for a call that has just failed; reads `errno`.
  package static func failure(_ operation: String, _ path: String) -> PublishError {
    .inputOutput(path: path, operation: operation, cause: lastReason)
  }

  /// What the system says about the call that has just failed.
  package static var lastReason: String {
    unsafe String(cString: strerror(errno))
  }
}
