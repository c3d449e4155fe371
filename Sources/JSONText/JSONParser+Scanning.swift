extension JSONParser {
  /// The next byte that is not white space, which stays unread; `nil` at the end.
  @inline(__always)
  mutating func significantByte() throws(JSONError) -> UInt8? {
    while true {
      let count = bytes.count
      while cursor < count {
        let byte = bytes[cursor]
        guard byte <= ASCII.space else { return byte }
        guard isSpace(byte) else { return byte }
        if byte == ASCII.lineFeed, isBoundToLine { throw fail(.brokenLine, at: cursor) }
        cursor += 1
      }
      guard try refill(from: cursor) else { return nil }
    }
  }

  @inline(__always)
  private func isSpace(_ byte: UInt8) -> Bool {
    byte == ASCII.space || byte == ASCII.lineFeed || byte == ASCII.carriageReturn
      || byte == ASCII.tab
  }

  /// The next byte that is not white space, where the text must not end.
  @inline(__always)
  mutating func requiredByte() throws(JSONError) -> UInt8 {
    guard let byte = try significantByte() else { throw fail(.unexpectedEnd, at: cursor) }
    return byte
  }

  /// Reads the number at the cursor.
  @inline(__always)
  mutating func scanNumber() throws(JSONError) {
    var scan = JSONScan.number(bytes.span, from: cursor)
    while scan.end >= bytes.count, !isExhausted {
      try checkLength(bytes.count - cursor)
      _ = try refill(from: cursor)
      scan = JSONScan.number(bytes.span, from: cursor)
    }
    guard scan.isValid else {
      throw fail(scan.end < bytes.count ? .invalidNumber : .unexpectedEnd, at: scan.end)
    }
    try checkLength(scan.end - cursor)
    tokenStart = cursor
    textRange = cursor..<scan.end
    textIsEscaped = false
    if let double = scan.digits.double {
      number = double
    } else {
      try convertLongNumber()
    }
    cursor = scan.end
  }

  /// Converts a number of many digits or of a large exponent by way of its text.
  private mutating func convertLongNumber() throws(JSONError) {
    guard let double = Double(text), double.isFinite else {
      throw fail(.numberTooLarge, at: tokenStart)
    }
    number = double
  }

  /// Reads the string or key at the cursor.
  mutating func scanText() throws(JSONError) {
    while true {
      switch JSONScan.text(bytes.span, from: cursor + 1) {
      case .closed(let end, let isEscaped):
        try checkLength(end - cursor - 1)
        tokenStart = cursor
        textRange = cursor + 1..<end
        textIsEscaped = isEscaped
        cursor = end + 1
        return
      case .open:
        try checkLength(bytes.count - cursor - 1)
        guard try refill(from: cursor) else { throw fail(.unexpectedEnd, at: bytes.count) }
      case .invalid(let reason, let index):
        throw fail(reason, at: index)
      }
    }
  }

  private mutating func checkLength(_ count: Int) throws(JSONError) {
    guard count <= limits.stringBytes else {
      throw fail(.stringTooLong(limit: limits.stringBytes), at: cursor)
    }
  }

  /// Reads one of the three words at the cursor.
  mutating func literal(_ word: String) throws(JSONError) {
    while bytes.count - cursor < word.utf8.count, try refill(from: cursor) {}
    var index = cursor
    for byte in word.utf8 {
      guard index < bytes.count else { throw fail(.unexpectedEnd, at: index) }
      guard bytes[index] == byte else {
        throw fail(.unexpectedByte(bytes[index], expected: word), at: index)
      }
      index += 1
    }
    tokenStart = cursor
    cursor = index
  }

  /// The current string or key without its escapes, or the exact digits of a number.
  public var text: String {
    guard textIsEscaped else { return String(decoding: bytes[textRange], as: UTF8.self) }
    var decoded: [UInt8] = []
    appendText(to: &decoded)
    return String(decoding: decoded, as: UTF8.self)
  }

  /// Appends `text` as UTF-8, without making a string.
  public func appendText(to buffer: inout [UInt8]) {
    if textIsEscaped {
      JSONEscape.decode(bytes.span.extracting(textRange), into: &buffer)
    } else {
      buffer.append(contentsOf: bytes[textRange])
    }
  }
}
