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

  /// Length of the blank or mark that begins at a byte; 0 where there is none.
  private static func blankWidth(_ bytes: Span<UInt8>, at offset: Int) -> Int {
    let byte = bytes[offset]
    if byte == 0x20 || (0x09...0x0D).contains(byte) { return 1 }
    if byte < 0xC2 { return 0 }
    if byte == 0xC2 { return offset + 1 < bytes.count && bytes[offset + 1] == 0xA0 ? 2 : 0 }
    return max(markWidth(bytes, at: offset), wideBlankWidth(bytes, at: offset))
  }

  /// Length of the mark without ink that begins at a byte: of direction (U+061C, U+200E, U+200F,
  /// U+202A to U+202E, U+2066 to U+2069), of joining (U+200B to U+200D, U+2060) or of byte order
  /// (U+FEFF), as texts in two scripts are full of. 0 where there is none.
  static func markWidth(_ bytes: Span<UInt8>, at offset: Int) -> Int {
    let byte = bytes[offset]
    guard byte == 0xD8 || byte == 0xE2 || byte == 0xEF, offset + 1 < bytes.count else { return 0 }
    let second = bytes[offset + 1]
    if byte == 0xD8 { return second == 0x9C ? 2 : 0 }
    guard offset + 2 < bytes.count else { return 0 }
    return switch (byte, second, bytes[offset + 2]) {
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE): 3
    case (0xE2, 0x81, 0xA0), (0xE2, 0x81, 0xA6...0xA9), (0xEF, 0xBB, 0xBF): 3
    default: 0
    }
  }

  /// Blanks of other widths: U+2000 to U+200A, and the narrow one that does not break, U+202F.
  private static func wideBlankWidth(_ bytes: Span<UInt8>, at offset: Int) -> Int {
    guard bytes[offset] == 0xE2, offset + 2 < bytes.count, bytes[offset + 1] == 0x80 else {
      return 0
    }
    let third = bytes[offset + 2]
    return (0x80...0x8A).contains(third) || third == 0xAF ? 3 : 0
  }

  /// The text without marks that have no ink; they stand anywhere in a cell.
  static func withoutMarks(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.contains(where: { $0 == 0xD8 || $0 == 0xE2 || $0 == 0xEF }) else { return bytes }
    let span = bytes.span
    var result: [UInt8] = []
    result.reserveCapacity(span.count)
    var offset = 0
    while offset < span.count {
      let width = markWidth(span, at: offset)
      if width == 0 { result.append(span[offset]) }
      offset += max(width, 1)
    }
    return result[...]
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
        if markWidth(bytes, at: offset) == 0 { result.append(UInt8(ascii: " ")) }
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
