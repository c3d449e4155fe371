extension JSONParser {
  /// Reads the next value into memory, at any place of a text where a value may stand.
  ///
  /// - Throws: `JSONError`; also for a key that occurs twice in an object, with the place of
  ///   the second, and for a value beyond `JSONLimits.members`; and in line-delimited JSON for
  ///   text after the value on its line.
  public mutating func readValue() throws(JSONError) -> JSONValue {
    try readValue(beginning: next())
  }

  /// Reads the rest of a value whose first token has been read.
  public mutating func readValue(beginning token: JSONToken) throws(JSONError) -> JSONValue {
    var room = limits.members
    let value = try build(token, &room)
    if layout == .lines, state == .done { try finish() }
    return value
  }

  private mutating func build(
    _ token: JSONToken, _ room: inout Int
  ) throws(JSONError) -> JSONValue {
    room -= 1
    guard room >= 0 else { throw fail(.tooManyMembers(limit: limits.members), at: tokenStart) }
    switch token {
    case .null: return .null
    case .true: return .bool(true)
    case .false: return .bool(false)
    case .string: return .string(text)
    case .number: return .number(JSONNumber(checked: text, double: number))
    case .beginArray: return try buildArray(&room)
    case .beginObject: return try buildObject(&room)
    case .key, .endArray, .endObject, .end:
      throw mismatch(expected: .beginObject, found: token)
    }
  }

  private mutating func buildArray(_ room: inout Int) throws(JSONError) -> JSONValue {
    var elements: [JSONValue] = []
    while true {
      let token = try next()
      if token == .endArray { return .array(elements) }
      elements.append(try build(token, &room))
    }
  }

  private mutating func buildObject(_ room: inout Int) throws(JSONError) -> JSONValue {
    var members: [JSONObject.Member] = []
    var keys = JSONKeySet()
    while let key = try nextKey() {
      guard keys.insert(key) else { throw fail(.duplicateKey(key), at: tokenStart) }
      members.append(JSONObject.Member(key, try build(next(), &room)))
    }
    return .object(JSONObject(checked: members))
  }
}
