/// Reads what `ByteWriter` wrote. Never reads past the end, whatever the bytes are.
struct ByteReader {
  /// The bytes are not what a record was archived as.
  struct Damage: Error, Equatable {}

  private let bytes: [UInt8]
  private var end: Int
  /// Of the next byte.
  private(set) var position: Int

  /// - Parameter position: of the first byte to be read.
  init(_ bytes: [UInt8], at position: Int = 0) {
    self.init(bytes, in: position..<bytes.count)
  }

  /// Reads a part of the bytes, as if there were no others.
  init(_ bytes: [UInt8], in part: Range<Int>) {
    self.bytes = bytes
    position = part.lowerBound
    end = part.upperBound
  }

  /// Goes on with another part of the same bytes.
  mutating func move(to part: Range<Int>) {
    position = part.lowerBound
    end = part.upperBound
  }

  var isAtEnd: Bool { position == end }

  mutating func byte() throws(Damage) -> UInt8 {
    guard position < end else { throw Damage() }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func number() throws(Damage) -> UInt64 {
    var result: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 70, by: 7) {
      let byte = try byte()
      guard shift < 63 || byte <= 1 else { throw Damage() }
      result |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return result }
    }
    throw Damage()
  }

  /// A number of bytes that lie elsewhere.
  mutating func length(atMost most: Int) throws(Damage) -> Int {
    guard let length = Int(exactly: try number()), length <= most else { throw Damage() }
    return length
  }

  mutating func signed() throws(Damage) -> Int64 {
    let number = try number()
    return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
  }

  mutating func text() throws(Damage) -> String {
    guard let text = String(validating: bytes[try part()], as: UTF8.self) else { throw Damage() }
    return text
  }

  /// Where the bytes lie that are written behind their number, and are passed over.
  mutating func part() throws(Damage) -> Range<Int> {
    guard let count = Int(exactly: try number()), count <= end - position else { throw Damage() }
    defer { position += count }
    return position..<position + count
  }

  mutating func optional<Value>(
    _ read: (inout ByteReader) throws(Damage) -> Value
  ) throws(Damage) -> Value? {
    switch try byte() {
    case 0: nil
    case 1: try read(&self)
    default: throw Damage()
    }
  }

  mutating func optionalText() throws(Damage) -> String? {
    try optional { reader throws(Damage) in try reader.text() }
  }

  mutating func double() throws(Damage) -> Double { Double(bitPattern: try word()) }

  /// A number of eight bytes, the lowest first.
  mutating func word() throws(Damage) -> UInt64 {
    guard end - position >= 8 else { throw Damage() }
    // Bounds-checked; unsafe only because bytes need not be a valid value of every type.
    let bits = unsafe bytes.span.bytes.unsafeLoadUnaligned(
      fromByteOffset: position, as: UInt64.self)
    position += 8
    return UInt64(littleEndian: bits)
  }

  mutating func wide() throws(Damage) -> Int128 {
    let low = Int128(try number())
    return Int128(try signed()) << 64 | low
  }
}
