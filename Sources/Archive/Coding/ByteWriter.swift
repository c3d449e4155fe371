/// Writes numbers and texts into the compact form in which records are archived.
///
/// Whole numbers take seven bits a byte, the lowest first; the highest bit says that more follow.
struct ByteWriter {
  private(set) var bytes: [UInt8]

  /// - Parameter bytes: what was written before.
  init(_ bytes: [UInt8] = []) {
    self.bytes = bytes
  }

  mutating func add(byte: UInt8) { bytes.append(byte) }

  /// What was written before.
  mutating func add(written: ArraySlice<UInt8>) { bytes.append(contentsOf: written) }

  mutating func add(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// A number that may be negative: 0, -1, 1, -2 … become 0, 1, 2, 3 …
  mutating func add(signed number: Int64) {
    add(UInt64(bitPattern: (number << 1) ^ (number >> 63)))
  }

  /// The number of bytes, and the bytes in UTF-8.
  mutating func add(_ text: String) { add(part: text.utf8) }

  /// The number of bytes, and the bytes.
  mutating func add(part: some Collection<UInt8>) {
    add(UInt64(part.count))
    bytes.append(contentsOf: part)
  }

  /// A byte that says whether there is a value, and the value.
  mutating func add<Value>(_ value: Value?, _ write: (inout ByteWriter, Value) -> Void) {
    add(byte: value == nil ? 0 : 1)
    if let value { write(&self, value) }
  }

  mutating func add(_ text: String?) { add(text) { $0.add($1) } }

  /// The 64 bits of a number with a fraction, the lowest first: no digit is lost.
  mutating func add(_ number: Double) { add(word: number.bitPattern) }

  /// A number as eight bytes, the lowest first.
  mutating func add(word: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
    }
  }

  /// The low half and the high half.
  mutating func add(_ number: Int128) {
    add(UInt64(truncatingIfNeeded: number))
    add(signed: Int64(truncatingIfNeeded: number >> 64))
  }
}
