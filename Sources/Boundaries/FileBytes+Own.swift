import Foundation

/// Files that only this user's programs write. A failure is an answer here, no error.
extension FileBytes {
  static let temporaryEnding = ".tmp"

  /// The content of a file, if it belongs to this user, or to root, and nobody else can write it.
  static func readOwn(_ path: String) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == geteuid() || status.st_uid == 0, status.st_mode & 0o022 == 0
    else { return nil }
    return content(of: descriptor, expected: Int(status.st_size))
  }

  /// All bytes up to the end, whatever size was expected; `nil` where reading fails, or where
  /// there are more than the limit.
  static func content(of descriptor: Int32, expected: Int, limit: Int = .max) -> [UInt8]? {
    var bytes: [UInt8] = []
    var room = max(expected, 0) + 1
    while bytes.count <= limit {
      let (piece, hasFailed) = piece(of: descriptor, room: room)
      if hasFailed { return nil }
      if piece.isEmpty { return bytes }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      room = 1 << 16
    }
    errno = EFBIG
    return nil
  }

  /// What one call gives, or several, until there is no room.
  private static func piece(
    of descriptor: Int32, room: Int
  ) -> (bytes: [UInt8], hasFailed: Bool) {
    var hasFailed = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: room) { target, filled in
      while filled < room {
        guard let start = target.baseAddress else { return }
        let count = unsafe Foundation.read(descriptor, start + filled, room - filled)
        if count < 0, errno == EINTR { continue }
        hasFailed = count < 0
        guard count > 0 else { return }
        filled += count
      }
    }
    return (bytes, hasFailed)
  }

  /// Whether there is such a folder now, of this user alone if it had to be made.
  static func makeOwnFolder(_ path: String) -> Bool {
    if isFolder(path) { return true }
    let attributes = [FileAttributeKey.posixPermissions: 0o700]
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: attributes)
      return true
    } catch {
      return false
    }
  }

  /// Puts a file in place in one step; whether that succeeded. Only this user can read it.
  static func replace(_ path: String, with bytes: [UInt8]) -> Bool {
    let number = UInt64.random(in: 0...UInt64.max)
    let temporary = "\(path).\(String(number, radix: 36))\(temporaryEnding)"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    let isWritten = write(bytes, to: descriptor)
    let isClosed = close(descriptor) == 0
    if isWritten, isClosed, unsafe rename(temporary, path) == 0 { return true }
    remove(temporary)
    return false
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Foundation.write(
          descriptor, UnsafeRawBufferPointer(rebasing: $0[offset...]).baseAddress,
          bytes.count - offset)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      offset += count
    }
    return true
  }

  static func remove(_ path: String) { _ = unsafe unlink(path) }

  /// The files of a folder, and how long ago each was written.
  static func ages(in folder: String) -> [(name: String, seconds: Int)] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let now = time(nil)
    return names.compactMap { name in
      var status = stat()
      guard unsafe stat("\(folder)/\(name)", &status) == 0 else { return nil }
      return (name, now - status.st_mtim.tv_sec)
    }
  }

  /// Size and time of a file, or an empty text where there is none.
  static func stamp(of path: String) -> String {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return "" }
    return "\(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }
}
