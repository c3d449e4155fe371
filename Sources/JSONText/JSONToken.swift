/// What a parser found next. The text or figure itself stands in the parser.
public enum JSONToken: UInt8, Hashable, Sendable, CustomStringConvertible {
  case beginObject, endObject, beginArray, endArray
  /// The name of a member; its value follows.
  case key
  case string, number, `true`, `false`, null
  /// Nothing follows.
  case end

  public var description: String {
    switch self {
    case .beginObject: "an object"
    case .endObject: "the end of an object"
    case .beginArray: "an array"
    case .endArray: "the end of an array"
    case .key: "a key"
    case .string: "a string"
    case .number: "a number"
    case .true: "true"
    case .false: "false"
    case .null: "null"
    case .end: "the end of the text"
    }
  }
}
