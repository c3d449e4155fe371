/// A batch of input, with room before it for what is left of the one before.
struct BatchRead {
  static let room = 1 << 16

  var bytes: [UInt8]
  private(set) var count = 0
  private(set) var hasEnded = false
  private let size: Int

  /// - Parameters:
  ///   - memory: of an earlier batch, to be used again.
  ///   - size: bytes of a batch.
  init(memory: [UInt8], size: Int) {
    self.size = size
    bytes = memory
    let whole = BatchRead.room + size
    if bytes.count != whole { bytes = [UInt8](repeating: 0, count: whole) }
  }

  /// What was read.
  var taken: [UInt8] { Array(bytes[BatchRead.room..<BatchRead.room + count]) }

  /// Reads what has come, up to a whole batch, or the first that comes.
  mutating func fill(from descriptor: Int32, waits: Bool) throws {
    while count < size, !hasEnded {
      // Once something has come, more is likely to be on its way.
      let isReady =
        try (waits && count == 0)
        || Descriptor.isReady(
          descriptor, withinMilliseconds: count == 0 ? 0 : 1)
      guard isReady else { return }
      let start = BatchRead.room + count
      let read = try Descriptor.read(
        descriptor, into: &bytes, start..<BatchRead.room + size)
      hasEnded = read == 0
      count += read
    }
  }

  /// Writes chunks; false where nobody reads any more.
  static func write(_ chunks: [PlainPipe.Chunk], to descriptor: Int32) throws -> Bool {
    for chunk in chunks where chunk.count > 0 {
      guard try Descriptor.write(descriptor, chunk.bytes, chunk.count) else { return false }
    }
    return true
  }
}
