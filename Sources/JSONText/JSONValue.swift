/// Any JSON value, held in memory.
public enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// Reads a text that holds one value and nothing else.
  public init(parsing bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONError) {
    var parser = JSONParser(bytes, limits: limits)
    self = try parser.readValue()
    try parser.finish()
  }

  public var bool: Bool? { if case .bool(let bool) = self { bool } else { nil } }
  public var number: JSONNumber? { if case .number(let number) = self { number } else { nil } }
  public var double: Double? { number?.double }
  public var int: Int? { number?.int }
  public var string: String? { if case .string(let string) = self { string } else { nil } }
  public var array: [JSONValue]? { if case .array(let array) = self { array } else { nil } }
  public var object: JSONObject? { if case .object(let object) = self { object } else { nil } }

  /// The member of an object; `nil` where it is missing or this is not an object.
  public subscript(key: String) -> JSONValue? { object?[key] }
}

/// The members of an object in the order of the text; no key occurs twice.
public struct JSONObject: Hashable, Sendable {
  public struct Member: Hashable, Sendable {
    public let key: String
    public let value: JSONValue

    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  public let members: [Member]

  init(checked members: [Member]) {
    self.members = members
  }

  /// An object of these members; `nil` if a key occurs twice.
  public init?(_ members: [Member]) {
    var keys = JSONKeySet()
    for member in members where !keys.insert(member.key) { return nil }
    self.members = members
  }

  /// The value of a key, found by the bytes of its UTF-8: accents composed and decomposed are
  /// different keys. Takes time in the number of members.
  public subscript(key: String) -> JSONValue? {
    members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }
}
