import Records

/// Bytes of a cell, cleaned before they are read as a number, a date or a word.
enum CellText {
  /// The part without blanks at its ends; no-break spaces and marks of direction count as blanks.
  static func trimmed(_ bytes: Span<UInt8>) -> Range<Int> {
    var start = 0
    var end = bytes.count
    while start < end {
      let width = blankWidth(bytes, at: start)
      if width == 0 { break }
      start += width
    }
    while end > start {
      let width = blankWidth(bytes, before: end, from: start)
      if width == 0 { break }
      end -= width
    }
    return start..<end
  }

  private static func blankWidth(_ bytes: Span<UInt8>, at offset: Int) -> Int {
    let byte = bytes[offset]
    if byte == 0x20 || (0x09...0x0D).contains(byte) { return 1 }
    if byte < 0x80 { return 0 }
    if byte == 0xC2, offset + 1 < bytes.count, bytes[offset + 1] == 0xA0 { return 2 }
    if byte == 0xE2, offset + 2 < bytes.count, bytes[offset + 1] == 0x80,
      bytes[offset + 2] == 0x8E || bytes[offset + 2] == 0x8F
    {
      return 3
    }
    return 0
  }

  private static func blankWidth(_ bytes: Span<UInt8>, before end: Int, from start: Int) -> Int {
    let byte = bytes[end - 1]
    if byte == 0x20 || (0x09...0x0D).contains(byte) { return 1 }
    if byte < 0x80 { return 0 }
    for width in 2...3 where end - width >= start {
      if blankWidth(bytes, at: end - width) == width { return width }
    }
    return 0
  }

  /// The same text with Arabic-Indic and Persian digits and signs as ASCII; `nil` where other
  /// letters beyond ASCII remain.
  static func asciiFolded(_ bytes: Span<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte < 0x80 {
        result.append(byte)
        offset += 1
        continue
      }
      let blank = blankWidth(bytes, at: offset)
      if blank > 0 {
        if blank == 2 { result.append(UInt8(ascii: " ")) }
        offset += blank
        continue
      }
      guard let (folded, width) = foldedSign(bytes, at: offset) else { return nil }
      result.append(folded)
      offset += width
    }
    return result
  }

  /// Digits U+0660… and U+06F0…, the Arabic decimal and thousands signs, and the minus sign.
  private static func foldedSign(_ bytes: Span<UInt8>, at offset: Int) -> (UInt8, Int)? {
    guard offset + 1 < bytes.count else { return nil }
    let zero = UInt8(ascii: "0")
    switch (bytes[offset], bytes[offset + 1]) {
    case (0xD9, let low) where (0xA0...0xA9).contains(low): return (zero + low - 0xA0, 2)
    case (0xDB, let low) where (0xB0...0xB9).contains(low): return (zero + low - 0xB0, 2)
    case (0xD9, 0xAB): return (UInt8(ascii: "."), 2)
    case (0xD9, 0xAC): return (UInt8(ascii: ","), 2)
    case (0xE2, 0x88) where offset + 2 < bytes.count && bytes[offset + 2] == 0x92:
      return (UInt8(ascii: "-"), 3)
    default: return nil
    }
  }

  /// A value for a message: shortened, invisible signs escaped.
  static func quoted(_ text: String) -> String { Finding.quoted(text) }
}
