import JSONText

/// All tokens of a text as short words: `{`, `key`, `"text"`, `12`, `true` …
func tokens(_ parser: JSONParser) throws(JSONError) -> [String] {
  var parser = parser
  var words: [String] = []
  while true {
    let token = try parser.next()
    switch token {
    case .beginObject: words.append("{")
    case .endObject: words.append("}")
    case .beginArray: words.append("[")
    case .endArray: words.append("]")
    case .key: words.append(parser.text + ":")
    case .string: words.append("\"" + parser.text + "\"")
    case .number: words.append(parser.text)
    case .true, .false, .null: words.append("\(token)")
    case .end: return words
    }
  }
}

/// A source that delivers bytes in pieces of one size.
func pieces(of bytes: [UInt8], size: Int) -> JSONParser.Source {
  var rest = bytes[...]
  return { buffer in
    buffer.append(contentsOf: rest.prefix(size))
    rest = rest.dropFirst(size)
  }
}

/// The answer of the parser to a text: its tokens, or the error.
func answer(_ parser: JSONParser) -> Result<[String], JSONError> {
  do { return .success(try tokens(parser)) } catch { return .failure(error) }
}

/// The error that a text is refused with; `nil` if it is accepted.
func refusal(of text: String, limits: JSONLimits = JSONLimits()) -> JSONError? {
  guard case .failure(let error) = answer(JSONParser(Array(text.utf8), limits: limits)) else {
    return nil
  }
  return error
}
