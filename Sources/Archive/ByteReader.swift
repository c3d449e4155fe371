/// Reads what `ByteWriter` wrote. Never reads past the end, whatever the bytes are.
struct ByteReader {
  /// The bytes are not what a record was archived as.
  struct Damage: Error, Equatable {}

  private let bytes: [UInt8]
  /// Of the next byte.
  private(set) var position: Int

  /// - Parameter position: of the first byte to be read.
  init(_ bytes: [UInt8], at position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  var isAtEnd: Bool { position == bytes.count }

  mutating func byte() throws(Damage) -> UInt8 {
    guard position < bytes.count else { throw Damage() }
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

  mutating func signed() throws(Damage) -> Int64 {
    let number = try number()
    return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
  }

  mutating func text() throws(Damage) -> String {
    guard let count = Int(exactly: try number()), count <= bytes.count - position else {
      throw Damage()
    }
    defer { position += count }
    guard let text = String(validating: bytes[position..<position + count], as: UTF8.self) else {
      throw Damage()
    }
    return text
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

  mutating func double() throws(Damage) -> Double {
    var bits: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 8) { bits |= UInt64(try byte()) << shift }
    return Double(bitPattern: bits)
  }

  mutating func wide() throws(Damage) -> Int128 {
    let low = Int128(try number())
    return Int128(try signed()) << 64 | low
  }
}
