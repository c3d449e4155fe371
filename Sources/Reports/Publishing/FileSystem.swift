import Glibc

/// The few calls to the system that publishing needs, each with the path in its error.
///
/// Foundation has no exclusive locks, no exchange of directories and no flushing of them.
enum FileSystem {
  /// What stands at a path.
  enum Item: Equatable {
    case missing
    case directory
    case other
  }

  /// What stands at `path`, symbolic links followed.
  static func item(at path: String) -> Item {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return .missing }
    return status.st_mode & S_IFMT == S_IFDIR ? .directory : .other
  }

  /// The path without symbolic links, `.` and `..`, or `nil` where it does not exist.
  static func resolved(_ path: String) -> String? {
    guard let text = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(text) }
    return unsafe String(cString: text)
  }

  /// Names in a directory in byte order, without `.` and `..`.
  static func names(in path: String) throws(PublishError) -> [String] {
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
  static func contents(of path: String, limit: Int) throws(PublishError) -> [UInt8] {
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

  static func rename(_ source: String, to target: String) throws(PublishError) {
    guard unsafe Glibc.rename(source, target) == 0 else {
      throw failure("rename \(source) to", target)
    }
  }

  static func remove(file path: String) throws(PublishError) {
    guard unsafe unlink(path) == 0 else { throw failure("remove", path) }
  }

  /// Removes a directory that holds files only.
  static func remove(directory path: String) throws(PublishError) {
    for name in try names(in: path) { try remove(file: "\(path)/\(name)") }
    guard unsafe rmdir(path) == 0 else { throw failure("remove", path) }
  }

  /// The error for a call that has just failed; reads `errno`.
  static func failure(_ operation: String, _ path: String) -> PublishError {
    .inputOutput(path: path, operation: operation, cause: lastReason)
  }

  /// What the system says about the call that has just failed.
  static var lastReason: String {
    unsafe String(cString: strerror(errno))
  }
}

/// An open file or directory, closed when it goes out of use.
struct Descriptor: ~Copyable {
  let path: String
  private let number: Int32

  /// Creates a file that only its owner may read (mode 0600); it must not exist yet.
  init(creating path: String) throws(PublishError) {
    self.path = path
    number = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard number >= 0 else { throw FileSystem.failure("write", path) }
  }

  init(reading path: String) throws(PublishError) {
    self.path = path
    number = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { throw FileSystem.failure("open", path) }
  }

  init(directory path: String) throws(PublishError) {
    self.path = path
    number = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw FileSystem.failure("open", path) }
  }

  deinit {
    close(number)
  }

  func write(_ bytes: [UInt8]) throws(PublishError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(number, $0.baseAddress.map { unsafe $0 + written }, $0.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw FileSystem.failure("write", path) }
      written += count
    }
  }

  /// - Returns: how many bytes were read; 0 at the end.
  func read(into block: inout [UInt8]) throws(PublishError) -> Int {
    while true {
      let count = unsafe block.withUnsafeMutableBytes {
        unsafe Glibc.read(number, $0.baseAddress, $0.count)
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw FileSystem.failure("read", path) }
      return count
    }
  }

  /// Lets nobody but the owner read or write the file (mode 0600).
  func restrictToOwner() throws(PublishError) {
    guard fchmod(number, 0o600) == 0 else { throw FileSystem.failure("restrict", path) }
  }

  /// Waits until everything written has reached the disk.
  func synchronize() throws(PublishError) {
    // Some network and container file systems do not flush directories and say EINVAL.
    guard fsync(number) == 0 || errno == EINVAL else { throw FileSystem.failure("flush", path) }
  }

  /// Tells the system that a part of the file is not needed any more, upon which it begins to
  /// write that part to the disk. A hint: nothing depends on it.
  func beginSynchronizing(from offset: Int, count: Int) {
    _ = posix_fadvise(number, offset, count, POSIX_FADV_DONTNEED)
  }

  /// Takes the exclusive lock, which the kernel gives back when this process ends in any way.
  func lock() -> Bool {
    flock(number, LOCK_EX | LOCK_NB) == 0
  }
}
