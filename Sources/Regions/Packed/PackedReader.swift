/// The bytes are not what a `PackedWriter` of this version wrote.
public struct PackedError: Error, Equatable, CustomStringConvertible {
  /// What should have stood there.
  public let expected: String

  public init(expected: String) {
    self.expected = expected
  }

  public var description: String { "damaged: no \(expected) where one should be" }
}

/// Takes back what a `PackedWriter` wrote. Every length is checked before anything is read.
public struct PackedReader: Sendable {
  private let source: [UInt8]
  private var offset: Int

  /// - Parameter start: offset of the first byte that is read.
  public init(_ bytes: [UInt8], from start: Int = 0) {
    source = bytes
    offset = max(0, start)
  }

  public var isAtEnd: Bool { offset >= source.count }

  public mutating func int() throws(PackedError) -> Int { try raw("whole number") }

  public mutating func double() throws(PackedError) -> Double { try raw("number") }

  /// A number of things of which each takes at least `size` bytes.
  public mutating func count(ofSize size: Int = 1) throws(PackedError) -> Int {
    let count = try int()
    guard count >= 0, count <= (source.count - offset) / max(size, 1) else {
      throw PackedError(expected: "length")
    }
    return count
  }

  public mutating func text() throws(PackedError) -> String {
    let count = try count()
    defer { offset += count }
    return String(decoding: source[offset..<offset + count], as: UTF8.self)
  }

  public mutating func optionalText() throws(PackedError) -> String? {
    try flag() ? try text() : nil
  }

  public mutating func texts() throws(PackedError) -> [String] {
    let count = try count(ofSize: 8)
    var texts: [String] = []
    texts.reserveCapacity(count)
    for _ in 0..<count { texts.append(try text()) }
    return texts
  }

  public mutating func flag() throws(PackedError) -> Bool {
    let value = try int()
    guard value == 0 || value == 1 else { throw PackedError(expected: "yes or no") }
    return value == 1
  }

  public mutating func bytes() throws(PackedError) -> [UInt8] { try array() }
  public mutating func int32s() throws(PackedError) -> [Int32] { try array() }
  public mutating func uint32s() throws(PackedError) -> [UInt32] { try array() }
  public mutating func uint64s() throws(PackedError) -> [UInt64] { try array() }
  public mutating func doubles() throws(PackedError) -> [Double] { try array() }
  public mutating func ints() throws(PackedError) -> [Int] { try array() }

  private mutating func raw<Value: BitwiseCopyable>(
    _ expected: String
  ) throws(PackedError) -> Value {
    let size = MemoryLayout<Value>.size
    guard source.count - offset >= size else { throw PackedError(expected: expected) }
    defer { offset += size }
    return unsafe source.span.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: Value.self)
  }

  /// Copies a whole array at once; any bytes are numbers.
  private mutating func array<Value: BitwiseCopyable>() throws(PackedError) -> [Value] {
    let stride = MemoryLayout<Value>.stride
    let count = try count(ofSize: stride)
    let range = offset..<offset + count * stride
    offset = range.upperBound
    return unsafe [Value](unsafeUninitializedCapacity: count) { target, filled in
      unsafe source.withUnsafeBytes { source in
        unsafe UnsafeMutableRawBufferPointer(target).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: source[range]))
      }
      filled = count
    }
  }

  /// Whether starts lead from 0 to an end, none before the one before it.
  static func isAscending(_ starts: [Int], to end: Int) -> Bool {
    starts.first == 0 && starts.last == end
      && zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }
  }
}
