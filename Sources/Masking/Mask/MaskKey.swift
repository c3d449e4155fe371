import Crypto
import Digests
import Glibc
import Reports

/// The secret that points are moved by: whoever has it can move them back.
///
/// 32 random bytes in a file that only its owner may read. It cannot be printed.
public struct MaskKey: Sendable {
  static let byteCount = 32

  let secret: SymmetricKey

  /// Tells keys apart in public files, and says nothing of the key (HMAC-SHA-256 of a fixed text).
  public var id: String {
    let code = HMAC<SHA256>.authenticationCode(for: Array("nuzuh mask key id".utf8), using: secret)
    return code.prefix(8).hexadecimal
  }

  package init(bytes: [UInt8]) {
    secret = SymmetricKey(data: bytes)
  }

  /// Makes a key and writes it into a new file (mode 0600).
  ///
  /// - Throws: `MaskError.taken` where something stands at the path, whatever it is: a key that is
  ///   overwritten is lost, and points masked anew beside the old ones give their places away.
  public static func create(_ path: String) throws(MaskError) {
    guard FileSystem.entry(at: path) == .missing else {
      throw .taken(path: path, cause: "it exists, and a key is never replaced; name another file")
    }
    do {
      let file = try Descriptor(creating: path)
      let secret = SymmetricKey(size: .bits256)
      try file.write(unsafe secret.withUnsafeBytes { unsafe [UInt8]($0) })
      try file.synchronize()
    } catch {
      throw .taken(path: path, cause: "the key cannot be made (\(error))")
    }
  }

  /// Reads a key.
  ///
  /// - Throws: `MaskError.key` for a link, another owner, a file that others may read or write, and
  ///   any other number of bytes.
  public init(path: String) throws(MaskError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else {
      let cause = errno == ELOOP ? "it is a link; name the file itself" : FileSystem.lastReason
      throw .key(path: path, cause: cause)
    }
    defer { close(descriptor) }
    try Self.check(descriptor, path)
    var bytes = [UInt8](repeating: 0, count: Self.byteCount + 1)
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe buffer.baseAddress.map { unsafe Glibc.read(descriptor, $0, buffer.count) } ?? -1
    }
    guard count == Self.byteCount else {
      throw .key(
        path: path,
        cause:
          "it does not hold the \(Self.byteCount) bytes of a key; nuzuh mask --new-key makes one")
    }
    self.init(bytes: Array(bytes.prefix(count)))
  }

  private static func check(_ descriptor: Int32, _ path: String) throws(MaskError) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .key(path: path, cause: "it is no file")
    }
    guard status.st_uid == geteuid() else {
      throw .key(path: path, cause: "it belongs to another user")
    }
    guard status.st_mode & 0o177 == 0 else {
      throw .key(path: path, cause: "others may read or change it; chmod 600 it, or make another")
    }
  }
}
