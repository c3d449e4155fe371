/// Walks over the signs of a TOML text and knows the line and column.
struct TOMLScanner {
  let file: String
  private let signs: [Unicode.Scalar]
  private var offset = 0
  private(set) var position = TextPosition(line: 1, column: 1)

  init(_ text: String, file: String) {
    self.file = file
    signs = Array(text.unicodeScalars)
  }

  /// The next sign; `nil` at the end.
  var peek: Unicode.Scalar? { offset < signs.count ? signs[offset] : nil }

  mutating func advance() {
    guard let sign = peek else { return }
    offset += 1
    if sign == "\n" {
      position.line += 1
      position.column = 1
    } else {
      position.column += 1
    }
  }

  private func has(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    return offset + wanted.count <= signs.count
      && signs[offset..<(offset + wanted.count)].elementsEqual(wanted)
  }

  private func hasThree(_ quote: Unicode.Scalar) -> Bool {
    offset + 2 < signs.count && signs[offset...(offset + 2)].allSatisfy { $0 == quote }
  }

  func error(_ words: String) -> ConfigurationError {
    ConfigurationError(.syntax(words), file: file, at: position)
  }

  private var nextInWords: String {
    switch peek {
    case nil: "the end of the text"
    case "\n", "\r": "the end of the line"
    case .some(let sign): "“\(sign)”"
    }
  }

  mutating func expect(_ sign: Unicode.Scalar) throws(ConfigurationError) {
    skipBlanks()
    guard peek == sign else { throw error("\(nextInWords) instead of “\(sign)”") }
    advance()
  }

  mutating func skipBlanks() {
    while peek == " " || peek == "\t" { advance() }
  }

  private mutating func skipComment() {
    guard peek == "#" else { return }
    while let sign = peek, sign != "\n" { advance() }
  }

  mutating func skipBlanksCommentsAndLines() throws(ConfigurationError) {
    while true {
      skipBlanks()
      skipComment()
      if has("\r\n") { advance() }
      guard peek == "\n" else { return }
      advance()
    }
  }

  /// Goes to the next key or header; false at the end.
  mutating func skipToContent() throws(ConfigurationError) -> Bool {
    try skipBlanksCommentsAndLines()
    return peek != nil
  }

  mutating func expectLineEnd() throws(ConfigurationError) {
    skipBlanks()
    skipComment()
    if has("\r\n") { advance() }
    guard peek == nil || peek == "\n" else {
      throw error("\(nextInWords) after the value, where the line should end")
    }
  }

  /// `a."b c".d`, with the place of the first.
  mutating func keys(
    limit: Int
  ) throws(ConfigurationError) -> (keys: [String], position: TextPosition) {
    skipBlanks()
    let start = position
    var keys = [try key()]
    skipBlanks()
    while peek == "." {
      advance()
      skipBlanks()
      keys.append(try key())
      skipBlanks()
      guard keys.count <= limit else {
        throw ConfigurationError(.tooDeep(limit: limit), file: file, at: start)
      }
    }
    return (keys, start)
  }

  private mutating func key() throws(ConfigurationError) -> String {
    if peek == "\"" || peek == "'" {
      guard !hasThree("\""), !hasThree("'") else { throw error("a key of several lines") }
      return try quotedKey()
    }
    var key = String.UnicodeScalarView()
    while let sign = peek, sign.isASCII,
      sign.properties.isAlphabetic || sign.isDigit
        || sign == "_" || sign == "-"
    {
      key.append(sign)
      advance()
    }
    guard !key.isEmpty else {
      let hint =
        peek.map { !$0.isASCII } ?? false
        ? "; put quotes around keys with letters beyond A to Z" : ""
      throw error("\(nextInWords) instead of a key\(hint)")
    }
    return String(key)
  }

  private mutating func quotedKey() throws(ConfigurationError) -> String {
    let quote = peek
    advance()
    var key = String.UnicodeScalarView()
    while let sign = peek, sign != quote {
      guard sign != "\n" else { throw error("a quoted key that does not end on its line") }
      advance()
      if sign == "\\", quote == "\"" {
        key.append(try escaped())
      } else {
        key.append(sign)
      }
    }
    guard peek == quote else { throw error("the text ends inside a key") }
    advance()
    return String(key)
  }

  /// The sign behind a backslash.
  private mutating func escaped() throws(ConfigurationError) -> Unicode.Scalar {
    guard let sign = peek else { throw error("the text ends inside a key") }
    advance()
    switch sign {
    case "b": return "\u{8}"
    case "t": return "\t"
    case "n": return "\n"
    case "f": return "\u{C}"
    case "r": return "\r"
    case "\"", "\\": return sign
    case "u", "U":
      let digits = String(String.UnicodeScalarView(signs[offset...].prefix(sign == "u" ? 4 : 8)))
      guard let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else {
        throw error("an escape that is no character")
      }
      guard value > 0 else { throw ConfigurationError(.nullByte, file: file, at: position) }
      for _ in digits.unicodeScalars { advance() }
      return scalar
    default: throw error("an unknown escape, “\\\(sign)”")
    }
  }

  /// Passes a string of any of the four kinds.
  mutating func skipString() throws(ConfigurationError) {
    let start = position
    guard let quote = peek else { return }
    let isLong = hasThree(quote)
    for _ in 0..<(isLong ? 3 : 1) { advance() }
    while let sign = peek {
      if isLong ? hasThree(quote) : sign == quote {
        for _ in 0..<(isLong ? 3 : 1) { advance() }
        // Up to two quotes may stand before the closing three.
        if isLong { for _ in 0..<2 where peek == quote { advance() } }
        return
      }
      guard isLong || sign != "\n" else { break }
      advance()
      if sign == "\\", quote == "\"" { try skipEscaped() }
    }
    throw ConfigurationError(
      .syntax("the closing quotes of this text are missing"), file: file, at: start)
  }

  /// A text that TOMLKit hands over must not end at an escaped zero.
  private mutating func skipEscaped() throws(ConfigurationError) {
    if has("u0000") || has("U00000000") {
      throw ConfigurationError(.nullByte, file: file, at: position)
    }
    if peek != "\n" { advance() }
  }

  /// A value without quotes: up to a comma, a bracket, a comment or the line's end.
  mutating func bareValue() throws(ConfigurationError) -> String {
    var value = String.UnicodeScalarView()
    while let sign = peek, !",]}#\r\n".unicodeScalars.contains(sign) {
      value.append(sign)
      advance()
    }
    while let last = value.last, last == " " || last == "\t" { value.removeLast() }
    guard !value.isEmpty else { throw error("\(nextInWords) instead of a value") }
    return String(value)
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
