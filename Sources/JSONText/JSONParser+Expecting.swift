extension JSONParser {
  /// Reads the next token, which must be this one.
  public mutating func expect(_ token: JSONToken) throws(JSONError) {
    let found = try next()
    guard found == token else { throw mismatch(expected: token, found: found) }
  }

  /// Reads the next token, which must be a number, and returns its value.
  public mutating func nextNumber() throws(JSONError) -> Double {
    try expect(.number)
    return number
  }

  /// Reads a number of an array, or the array's end, which gives `nil`.
  public mutating func nextNumberOrEnd() throws(JSONError) -> Double? {
    switch try next() {
    case .number: return number
    case .endArray: return nil
    case let other: throw mismatch(expected: .number, found: other)
    }
  }

  /// Enters the next array inside an array; false when the outer array ends instead.
  public mutating func nextArray() throws(JSONError) -> Bool {
    let found = try next()
    if found == .endArray { return false }
    guard found == .beginArray else { throw mismatch(expected: .beginArray, found: found) }
    return true
  }

  /// Reads the next token, which must be a string, and returns its text.
  public mutating func nextString() throws(JSONError) -> String {
    try expect(.string)
    return text
  }

  /// Reads the next key of an object, or the object's end, which gives `nil`.
  ///
  /// Keys are not compared with one another here; `readValue` refuses duplicates.
  public mutating func nextKey() throws(JSONError) -> String? {
    switch try next() {
    case .key: return text
    case .endObject: return nil
    case let other: throw mismatch(expected: .key, found: other)
    }
  }

  /// Checks that nothing follows.
  public mutating func finish() throws(JSONError) {
    try expect(.end)
  }

  /// Passes over the next value, whatever it is, without building it.
  public mutating func skipValue() throws(JSONError) {
    try skipRest(of: next())
  }

  /// Passes over the rest of a value whose first token has been read.
  public mutating func skipRest(of token: JSONToken) throws(JSONError) {
    switch token {
    case .beginArray, .beginObject:
      let outside = depth - 1
      while depth > outside { _ = try next() }
    case .string, .number, .true, .false, .null: break
    case .key, .endArray, .endObject, .end:
      throw mismatch(expected: .beginObject, found: token)
    }
  }

  /// An error for a token that is correct JSON but not what was asked for.
  ///
  /// Reading can go on after it.
  public mutating func mismatch(expected: JSONToken, found: JSONToken) -> JSONError {
    JSONError(.mismatch(expected: expected, found: found), at: position())
  }
}
