/// Escape sequences of strings that have been checked.
enum JSONEscape {
  /// The code unit of "\uXXXX" at `index`, or `nil` where this is not such a sequence.
  static func codeUnit(_ bytes: Span<UInt8>, at index: Int) -> UInt16? {
    guard index + 6 <= bytes.count, bytes[index] == ASCII.backslash,
      bytes[index + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt16 = 0
    for offset in 2..<6 {
      guard let digit = hexadecimal(bytes[index + offset]) else { return nil }
      unit = unit << 4 | digit
    }
    return unit
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt16? {
    switch byte {
    case ASCII.zero...ASCII.nine: UInt16(byte - ASCII.zero)
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  /// Appends the UTF-8 text that a checked string stands for.
  static func decode(_ bytes: Span<UInt8>, into text: inout [UInt8]) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == ASCII.backslash, index + 1 < bytes.count else {
        text.append(byte)
        index += 1
        continue
      }
      if let unit = codeUnit(bytes, at: index) {
        let trail = UTF16.isLeadSurrogate(unit) ? codeUnit(bytes, at: index + 6) : nil
        append(unit, trail, to: &text)
        index += trail == nil ? 6 : 12
      } else {
        text.append(character(bytes[index + 1]))
        index += 2
      }
    }
  }

  private static func character(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): ASCII.lineFeed
    case UInt8(ascii: "r"): ASCII.carriageReturn
    case UInt8(ascii: "t"): ASCII.tab
    default: letter
    }
  }

  private static func append(_ unit: UInt16, _ trail: UInt16?, to text: inout [UInt8]) {
    var value = UInt32(unit)
    if let trail { value = 0x10000 + (value - 0xD800) << 10 + (UInt32(trail) - 0xDC00) }
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
