/// Bytes to be written, gathered piece by piece.
///
/// Appending a slice to an array checks, retains and may grow each time, which costs more than
/// copying the hundred bytes of a row; here a piece costs a comparison and a copy.
struct ByteSink: Sendable {
  private var storage: [UInt8] = []
  private(set) var count = 0

  mutating func append(_ bytes: Span<UInt8>) {
    let end = count + bytes.count
    if end > storage.count { grow(to: end) }
    unsafe storage.withUnsafeMutableBytes { target in
      unsafe bytes.withUnsafeBytes { source in
        unsafe UnsafeMutableRawBufferPointer(rebasing: target[count..<end])
          .copyMemory(from: source)
      }
    }
    count = end
  }

  /// Gives the bytes away; those behind `count` are none.
  mutating func take() -> (bytes: [UInt8], count: Int) {
    defer {
      storage = []
      count = 0
    }
    return (storage, count)
  }

  /// Takes memory back that was given away.
  mutating func reuse(_ bytes: [UInt8]) {
    guard storage.isEmpty else { return }
    storage = bytes
    count = 0
  }

  private mutating func grow(to size: Int) {
    let wanted = max(size, storage.count * 2, 1 << 16)
    storage.append(contentsOf: repeatElement(0, count: wanted - storage.count))
  }
}
