/// The key of a member as text, for keys that are written many times.
public struct JSONKey: Sendable {
  let bytes: [UInt8]

  public init(_ key: String) {
    var writer = JSONWriter()
    writer.appendQuoted(key)
    bytes = writer.bytes + [ASCII.colon]
  }
}

extension JSONWriter {
  /// Writes the key of the next member.
  public mutating func key(_ key: JSONKey) {
    beginKey()
    bytes.append(copying: key.bytes.span)
  }

  public mutating func member(_ key: JSONKey, _ value: Int?) {
    self.key(key)
    if let value { number(value) } else { null() }
  }

  public mutating func member(_ key: JSONKey, _ value: Bool?) {
    self.key(key)
    if let value { bool(value) } else { null() }
  }

  public mutating func member(_ key: JSONKey, _ value: String?) {
    self.key(key)
    if let value { string(value) } else { null() }
  }

  public mutating func member(_ key: JSONKey, _ value: Double?, places: Int) {
    self.key(key)
    rounded(value, places: places)
  }
}
