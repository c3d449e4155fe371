extension JSONWriter {
  /// Appends a string in quotes, with the escapes that must be: quotes, backslashes and control
  /// characters; and the line separators U+2028 and U+2029, which end a line in older JavaScript.
  mutating func appendQuoted(_ text: String) {
    bytes.append(ASCII.quote)
    appendEscaped(text)
    bytes.append(ASCII.quote)
  }

  mutating func appendEscaped(_ text: String) {
    if mayNeedEscape(text.utf8.span) {
      for scalar in text.unicodeScalars { appendEscaped(scalar) }
    } else {
      bytes.append(contentsOf: text.utf8)
    }
  }

  private func mayNeedEscape(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where mayNeedEscape(text[index]) { return true }
    return false
  }

  /// 0xE2 begins the UTF-8 of the line separators, among other characters.
  private func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == ASCII.quote || byte == ASCII.backslash || byte == 0xE2
  }

  private mutating func appendEscaped(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"", "\\": bytes.append(contentsOf: [ASCII.backslash, UInt8(scalar.value)])
    case "\n": bytes.append(contentsOf: "\\n".utf8)
    case "\r": bytes.append(contentsOf: "\\r".utf8)
    case "\t": bytes.append(contentsOf: "\\t".utf8)
    case "\u{8}": bytes.append(contentsOf: "\\b".utf8)
    case "\u{C}": bytes.append(contentsOf: "\\f".utf8)
    case "\u{0}"..."\u{1F}", "\u{2028}", "\u{2029}":
      let digits = String(scalar.value, radix: 16)
      let zeros = String(repeating: "0", count: 4 - digits.count)
      bytes.append(contentsOf: "\\u\(zeros)\(digits)".utf8)
    default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
}
