/// Whether bytes are UTF-8: blocks of ASCII are passed over 64 bytes at a time, letters of two
/// bytes, such as Arabic ones, two at a time, and all else is left to the standard library.
enum UTF8Check {
  static func isValid(_ bytes: Span<UInt8>) -> Bool {
    var offset = 0
    while offset < bytes.count {
      offset = endOfASCII(bytes, from: offset)
      offset = endOfPairs(bytes, from: offset)
      guard offset < bytes.count, bytes[offset] >= 0x80 else { continue }
      // A longer sequence: check up to the next byte of ASCII, which ends every sequence.
      var end = offset
      while end < bytes.count, bytes[end] >= 0x80 { end += 1 }
      guard bytes.extracting(offset..<end).isUTF8 else { return false }
      offset = end
    }
    return true
  }

  private static func endOfASCII(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    // Most texts in other scripts have a single blank between words.
    while offset < bytes.count, offset < start + 16 {
      if bytes[offset] >= 0x80 { return offset }
      offset += 1
    }
    while offset + ByteBlock.size <= bytes.count, unsafe ByteBlock(bytes.bytes, at: offset).isASCII
    {
      offset += ByteBlock.size
    }
    while offset < bytes.count, bytes[offset] < 0x80 { offset += 1 }
    return offset
  }

  /// Behind letters of two bytes (U+0080 to U+07FF) in a row.
  private static func endOfPairs(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    while offset + 1 < bytes.count, bytes[offset] >= 0xC2, bytes[offset] < 0xE0,
      bytes[offset + 1] & 0xC0 == 0x80
    {
      offset += 2
    }
    return offset
  }
}
