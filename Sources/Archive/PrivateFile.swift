import Glibc

/// Makes a file that only its owner may read, before anything is written to it.
enum PrivateFile {
  static func create(_ path: String) throws {
    let descriptor = unsafe open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      if errno == EEXIST { return }
      throw ArchiveError.inputOutput(
        path: path, reason: unsafe String(cString: strerror(errno)))
    }
    close(descriptor)
  }
}
