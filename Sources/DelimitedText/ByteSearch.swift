/// Finds bytes eight at a time. The unaligned loads are bounds-checked by `RawSpan`; they are
/// marked unsafe only because a byte pattern need not be a valid value of every type.
enum ByteSearch {
  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of each byte that equals the pattern's; exact up to the first one found.
  @inline(__always)
  private static func matches(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
    let difference = word ^ pattern
    return (difference &- ones) & ~difference & highs
  }

  @inline(__always)
  private static func word(_ bytes: Span<UInt8>, at offset: Int) -> UInt64 {
    let loaded = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
    return UInt64(littleEndian: loaded)
  }

  /// Offset of the first `byte` at or after `start`, or the number of bytes where there is none.
  static func first(_ byte: UInt8, in bytes: Span<UInt8>, from start: Int) -> Int {
    let pattern = UInt64(byte) &* ones
    var offset = start
    while offset &+ 8 <= bytes.count {
      let found = matches(word(bytes, at: offset), pattern)
      if found != 0 { return offset &+ found.trailingZeroBitCount &>> 3 }
      offset &+= 8
    }
    while offset < bytes.count, bytes[offset] != byte { offset &+= 1 }
    return offset
  }

  /// Offset of the first separator or line end at or after `start`, or the number of bytes.
  @inline(__always)
  static func endOfField(_ separator: UInt8, in bytes: Span<UInt8>, from start: Int) -> Int {
    let pattern = UInt64(separator) &* ones
    var offset = start
    while offset &+ 8 <= bytes.count {
      let word = Self.word(bytes, at: offset)
      let found =
        matches(word, pattern) | matches(word, UInt64(lineFeed) &* ones)
        | matches(word, UInt64(carriageReturn) &* ones)
      if found != 0 { return offset &+ found.trailingZeroBitCount &>> 3 }
      offset &+= 8
    }
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == separator || byte == lineFeed || byte == carriageReturn { break }
      offset &+= 1
    }
    return offset
  }

  /// Offset of the first line feed or carriage return at or after `start`, or the number of bytes.
  static func lineEnd(in bytes: Span<UInt8>, from start: Int) -> Int {
    endOfField(lineFeed, in: bytes, from: start)
  }

  /// Number of line ends; a carriage return with its line feed is one.
  static func countLineEnds(in bytes: Span<UInt8>) -> Int {
    var count = 0
    var offset = lineEnd(in: bytes, from: 0)
    while offset < bytes.count {
      count += 1
      let isPair =
        bytes[offset] == carriageReturn && offset + 1 < bytes.count
        && bytes[offset + 1] == lineFeed
      offset = lineEnd(in: bytes, from: offset + (isPair ? 2 : 1))
    }
    return count
  }

  static func isASCII(_ bytes: Span<UInt8>) -> Bool {
    var seen: UInt64 = 0
    var offset = 0
    while offset &+ 8 <= bytes.count {
      seen |= word(bytes, at: offset)
      offset &+= 8
    }
    while offset < bytes.count {
      seen |= UInt64(bytes[offset])
      offset &+= 1
    }
    return seen & highs == 0
  }
}
