import Glibc

/// An open file or directory, closed when it goes out of use.
package struct Descriptor: ~Copyable {
  package let path: String
  private let number: Int32

  /// Creates a file that only its owner may read (mode 0600); it must not exist yet.
  package init(creating path: String) throws(PublishError) {
    self.path = path
    number = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard number >= 0 else { throw FileSystem.failure("write", path) }
  }

  package init(reading path: String) throws(PublishError) {
    self.path = path
    number = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { throw FileSystem.failure("open", path) }
  }

  /// Opens a file to read and write it, made empty and for its owner alone where it is missing.
  /// A symbolic link is refused.
  package init(updating path: String) throws(PublishError) {
    self.path = path
    number = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard number >= 0 else { throw FileSystem.failure("open", path) }
  }

  package init(directory path: String) throws(PublishError) {
    self.path = path
    number = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw FileSystem.failure("open", path) }
  }

  deinit {
    close(number)
  }

  package func write(_ bytes: [UInt8]) throws(PublishError) {
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
  package func read(into block: inout [UInt8]) throws(PublishError) -> Int {
    while true {
      let count = unsafe block.withUnsafeMutableBytes {
        unsafe Glibc.read(number, $0.baseAddress, $0.count)
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw FileSystem.failure("read", path) }
      return count
    }
  }

  /// Puts these bytes in place of all that the file holds.
  package func replaceContents(with bytes: [UInt8]) throws(PublishError) {
    guard ftruncate(number, 0) == 0, lseek(number, 0, SEEK_SET) == 0 else {
      throw FileSystem.failure("write", path)
    }
    try write(bytes)
  }

  /// Lets nobody but the owner read or write the file (mode 0600).
  package func restrictToOwner() throws(PublishError) {
    guard fchmod(number, 0o600) == 0 else { throw FileSystem.failure("restrict", path) }
  }

  /// Waits until everything written has reached the disk.
  package func synchronize() throws(PublishError) {
    // Some network and container file systems do not flush directories and say EINVAL.
    guard fsync(number) == 0 || errno == EINVAL else { throw FileSystem.failure("flush", path) }
  }

  /// Tells the system that a part of the file is not needed any more, upon which it begins to
  /// write that part to the disk. A hint: nothing depends on it.
  func beginSynchronizing(from offset: Int, count: Int) {
    _ = posix_fadvise(number, offset, count, POSIX_FADV_DONTNEED)
  }

  /// Takes the exclusive lock, which the kernel gives back when this process ends in any way.
  package func lock() -> Bool {
    flock(number, LOCK_EX | LOCK_NB) == 0
  }
}
