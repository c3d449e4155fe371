import Crypto
import Digests

/// A file of a release as it was written.
public struct PublishedFile: Hashable, Sendable {
  public let name: String
  public let bytes: Int
  /// SHA-256 of the content in lower-case hexadecimal digits.
  public let sha256: String

  public init(name: String, bytes: Int, sha256: String) {
    self.name = name
    self.bytes = bytes
    self.sha256 = sha256
  }
}

/// A file being written: buffered, counted and hashed on its way to the disk.
struct OutputFile: ~Copyable {
  /// How much is gathered before it is written.
  static let capacity = 1 << 16
  /// How much is written before the disk is told to begin with it.
  private static let syncStep = 8 << 20

  private let name: String
  private let descriptor: Descriptor
  private var buffer: [UInt8] = []
  private var byteCount = 0
  private var hash = SHA256()
  private var syncedCount = 0

  init(creating name: String, in directory: String) throws(PublishError) {
    self.name = name
    descriptor = try Descriptor(creating: "\(directory)/\(name)")
    buffer.reserveCapacity(Self.capacity)
  }

  mutating func write(_ bytes: [UInt8]) throws(PublishError) {
    if bytes.count >= Self.capacity {
      try flush()
      return try put(bytes)
    }
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.capacity { try flush() }
  }

  mutating func write(_ text: String) throws(PublishError) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Writes what is left, waits for the disk, and says what the file has become.
  mutating func finish() throws(PublishError) -> PublishedFile {
    try flush()
    try descriptor.synchronize()
    return PublishedFile(name: name, bytes: byteCount, sha256: hash.finalize().hexadecimal)
  }

  /// Says what a file is that somebody else has written: counted, hashed, for its owner alone
  /// (mode 0600), and on the disk.
  static func adopt(_ name: String, in directory: String) throws(PublishError) -> PublishedFile {
    let file = try Descriptor(reading: "\(directory)/\(name)")
    try file.restrictToOwner()
    var hash = SHA256()
    var block = [UInt8](repeating: 0, count: capacity)
    var byteCount = 0
    while true {
      let count = try file.read(into: &block)
      if count == 0 { break }
      unsafe block.withUnsafeBytes {
        unsafe hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0.prefix(count)))
      }
      byteCount += count
    }
    try file.synchronize()
    return PublishedFile(name: name, bytes: byteCount, sha256: hash.finalize().hexadecimal)
  }

  private mutating func flush() throws(PublishError) {
    try put(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func put(_ bytes: [UInt8]) throws(PublishError) {
    try descriptor.write(bytes)
    unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
    byteCount += bytes.count
    // The disk works while the next part is made, and little is left to wait for at the end.
    guard byteCount - syncedCount >= Self.syncStep else { return }
    descriptor.beginSynchronizing(from: syncedCount, count: byteCount - syncedCount)
    syncedCount = byteCount
  }
}
