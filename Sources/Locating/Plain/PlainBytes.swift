/// Searches in bytes, eight at a time. The loads are checked by `RawSpan`; they are marked unsafe
/// only because a byte pattern need not be a valid value of every type.
enum PlainBytes {
  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  private static func word(_ bytes: Span<UInt8>, at offset: Int) -> UInt64 {
    let loaded = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
    return UInt64(littleEndian: loaded)
  }

  /// The high bit of each byte that equals the pattern's; exact up to the first one found.
  @inline(__always)
  private static func matches(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
    let difference = word ^ pattern
    return (difference &- ones) & ~difference & highs
  }

  /// Offset of the first `byte` from `start` on, or the number of bytes.
  @inline(__always)
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

  /// Offset of the first separator or line end from `start` on, or the number of bytes.
  @inline(__always)
  static func endOfField(_ separator: UInt8, in bytes: Span<UInt8>, from start: Int) -> Int {
    let pattern = UInt64(separator) &* ones
    let feed = UInt64(lineFeed) &* ones
    let carriage = UInt64(carriageReturn) &* ones
    var offset = start
    while offset &+ 8 <= bytes.count {
      let word = Self.word(bytes, at: offset)
      let found = matches(word, pattern) | matches(word, feed) | matches(word, carriage)
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

  /// Line ends inside a quoted cell; a carriage return with its line feed is one.
  static func lineEnds(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    let cell = bytes.extracting(range)
    var count = 0
    var offset = endOfField(lineFeed, in: cell, from: 0)
    while offset < cell.count {
      count += 1
      let isPair =
        cell[offset] == carriageReturn && offset + 1 < cell.count && cell[offset + 1] == lineFeed
      offset = endOfField(lineFeed, in: cell, from: offset + (isPair ? 2 : 1))
    }
    return count
  }

  /// How many quotes there are. Counted in bytes, which the compiler does sixteen at a time.
  static func quotes(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var total = 0
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(start + 255, range.upperBound)
      var count: UInt8 = 0
      for offset in start..<end { count &+= bytes[offset] == quote ? 1 : 0 }
      total += Int(count)
      start = end
    }
    return total
  }

  /// Whether there is a zero byte, which the ordinary parser drops before it looks for cells.
  static func hasZero(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    first(0, in: bytes.extracting(range), from: 0) < range.count
  }

  /// Whether the bytes are text in UTF-8 (Unicode 16, table 3-7).
  static func isUTF8(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    let end = range.upperBound
    while offset < end {
      if offset &+ 8 <= end, word(bytes, at: offset) & highs == 0 {
        offset &+= 8
        continue
      }
      let length = lengthOfScalar(bytes, at: offset, end: end)
      if length == 0 { return false }
      offset &+= length
    }
    return true
  }

  /// Bytes of the scalar at an offset; 0 where there is none.
  @inline(__always)
  private static func lengthOfScalar(_ bytes: Span<UInt8>, at offset: Int, end: Int) -> Int {
    let lead = bytes[offset]
    if lead < 0x80 { return 1 }
    guard lead >= 0xC2, lead <= 0xF4, offset + 1 < end else { return 0 }
    let second = bytes[offset + 1]
    if lead < 0xE0 { return second & 0xC0 == 0x80 ? 2 : 0 }
    let low: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
    let high: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
    guard second >= low, second <= high else { return 0 }
    let length = lead < 0xF0 ? 3 : 4
    guard offset + length <= end else { return 0 }
    for place in 2..<length where bytes[offset + place] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
