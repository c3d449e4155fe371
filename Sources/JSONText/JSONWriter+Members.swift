/// Members of an object in one call each; what is `nil` is written as null.
extension JSONWriter {
  public mutating func member(_ key: String, _ value: String?) {
    self.key(key)
    if let value { string(value) } else { null() }
  }

  public mutating func member(_ key: String, _ value: Int?) {
    self.key(key)
    if let value { number(value) } else { null() }
  }

  public mutating func member(_ key: String, _ value: Bool?) {
    self.key(key)
    if let value { bool(value) } else { null() }
  }

  public mutating func member(_ key: String, _ value: Double?, places: Int) {
    self.key(key)
    rounded(value, places: places)
  }

  /// An array of texts.
  public mutating func list(_ key: String, _ texts: [String]) {
    self.key(key)
    beginArray()
    for text in texts { string(text) }
    endArray()
  }

  /// A number, or null where there is none or it is not finite.
  public mutating func rounded(_ value: Double?, places: Int) {
    guard let value, value.isFinite else { return null() }
    finite(value, places: places)
  }
}
