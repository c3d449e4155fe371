extension JSONParser {
  /// Brings more bytes, forgetting those before `start`; false when there are none.
  ///
  /// Brings at least as many as are kept, so that a token scanned again after each piece is
  /// still read in linear time.
  mutating func refill(from start: Int) throws(JSONError) -> Bool {
    guard let source, !isExhausted else { return false }
    forget(before: start)
    let kept = bytes.count
    repeat {
      let before = bytes.count
      do { try source(&bytes) } catch {
        throw fail(.unreadable("\(error)"), at: bytes.count)
      }
      isExhausted = bytes.count <= before
      try checkSize()
    } while !isExhausted && bytes.count < 2 * kept
    return bytes.count > kept
  }

  private mutating func forget(before start: Int) {
    markPosition(at: start)
    bytes.removeSubrange(..<start)
    markIndex = 0
    cursor -= start
    tokenStart = max(tokenStart - start, 0)
    textRange = 0..<0
  }

  private mutating func checkSize() throws(JSONError) {
    guard bytes.count <= limits.bytes - (mark.offset - markIndex) else {
      throw fail(.tooManyBytes(limit: limits.bytes), at: bytes.count)
    }
  }

  /// Moves the mark forward, so that no byte is counted twice.
  private mutating func markPosition(at index: Int) {
    mark = place(at: index)
    markIndex = index
  }

  private func place(at index: Int) -> JSONPosition {
    mark.advanced(over: bytes.span.extracting(min(markIndex, index)..<index))
  }

  /// Where the current token begins, or after `nextDocument` the value. Calling it for every
  /// token costs one pass over the text in all.
  public mutating func position() -> JSONPosition {
    if tokenStart > markIndex { markPosition(at: tokenStart) }
    return place(at: tokenStart)
  }

  /// Notes an error in the text, which every later call repeats.
  mutating func fail(_ reason: JSONError.Reason, at index: Int) -> JSONError {
    let error = JSONError(reason, at: place(at: min(index, bytes.count)))
    failure = error
    state = .failed
    return error
  }

  mutating func misplaced(_ byte: UInt8, expected: String) -> JSONError {
    fail(.unexpectedByte(byte, expected: expected), at: cursor)
  }

  /// Prepares the first token, or repeats an error.
  mutating func begin() throws(JSONError) {
    if let failure { throw failure }
    try checkSize()
    while bytes.count < 3, try refill(from: 0) {}
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      cursor = 3
      markIndex = 3
      mark.offset = 3
    }
    state = layout == .lines ? .between : .value
  }

  /// What the end of the bytes means.
  mutating func endOfBytes() throws(JSONError) -> JSONToken {
    guard state == .done else { throw fail(.unexpectedEnd, at: cursor) }
    tokenStart = cursor
    return .end
  }
}
