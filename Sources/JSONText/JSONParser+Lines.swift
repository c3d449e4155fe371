extension JSONParser {
  /// Goes to the next value of line-delimited JSON; false when there is none.
  ///
  /// Passes over blank lines, and over what was left unread of the value before. A value after
  /// a record separator (RFC 8142) may take several lines.
  ///
  /// - Precondition: the layout is `lines`.
  public mutating func nextDocument() throws(JSONError) -> Bool {
    precondition(layout == .lines, "only a text of several values has a next one")
    while try next() != .end {}
    var followsSeparator = false
    while let byte = try significantByteOrLineFeed() {
      guard byte == ASCII.lineFeed || byte == ASCII.recordSeparator else {
        state = .value
        tokenStart = cursor
        isBoundToLine = !followsSeparator
        return true
      }
      followsSeparator = followsSeparator || byte == ASCII.recordSeparator
      cursor += 1
    }
    tokenStart = cursor
    return false
  }

  /// Checks that nothing follows a value on its line.
  mutating func endOfDocument() throws(JSONError) -> JSONToken {
    guard state == .done else { return .end }
    if let byte = try significantByteOrLineFeed() {
      guard byte == ASCII.lineFeed || byte == ASCII.recordSeparator else {
        throw fail(.trailingText, at: cursor)
      }
    }
    tokenStart = cursor
    state = .between
    return .end
  }

  /// The next byte that is not white space within a line, which stays unread.
  private mutating func significantByteOrLineFeed() throws(JSONError) -> UInt8? {
    while true {
      while cursor < bytes.count {
        let byte = bytes[cursor]
        guard byte == ASCII.space || byte == ASCII.tab || byte == ASCII.carriageReturn else {
          return byte
        }
        cursor += 1
      }
      guard try refill(from: cursor) else { return nil }
    }
  }

  /// After an error in line-delimited JSON: passes over the rest of the line (after record
  /// separators: over all up to the next one), so that `nextDocument` finds the value after it.
  ///
  /// - Throws: an error of the source or of the size of the whole text again: those do not pass.
  /// - Precondition: the layout is `lines`.
  public mutating func recover() throws(JSONError) {
    precondition(layout == .lines, "only a text of several values can be read on")
    switch failure?.reason {
    case .unreadable, .tooManyBytes: if let failure { throw failure }
    default: break
    }
    failure = nil
    containers.removeAll()
    state = .between
    let end = isBoundToLine ? ASCII.lineFeed : ASCII.recordSeparator
    while true {
      while cursor < bytes.count {
        if bytes[cursor] == end { return }
        cursor += 1
      }
      guard try refill(from: cursor) else { return }
    }
  }
}
