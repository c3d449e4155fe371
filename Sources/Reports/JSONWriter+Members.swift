import Disclosure
import JSONText

/// Members of an object in one call each; `nil` is written as null.
extension JSONWriter {
  mutating func member(_ key: String, _ value: String?) {
    self.key(key)
    if let value { string(value) } else { null() }
  }

  /// Writes null for an empty text.
  mutating func member(_ key: String, unlessEmpty value: String) {
    member(key, value.isEmpty ? nil : value)
  }

  mutating func member(_ key: String, _ value: Int?) {
    self.key(key)
    if let value { number(value) } else { null() }
  }

  mutating func member(_ key: String, _ value: Bool?) {
    self.key(key)
    if let value { bool(value) } else { null() }
  }

  /// The exact text of the amount.
  mutating func member(_ key: String, _ value: Release.Amount?) {
    self.key(key)
    amount(value)
  }

  mutating func member(_ key: String, _ value: Double?, places: Int) {
    self.key(key)
    rounded(value, places: places)
  }

  mutating func amount(_ value: Release.Amount?) {
    if let number = value.flatMap({ JSONNumber($0.text) }) { self.number(number) } else { null() }
  }

  /// A number, or null where there is none or it is not finite.
  mutating func rounded(_ value: Double?, places: Int) {
    guard let value, value.isFinite else { return null() }
    do { try number(value, places: places) } catch { null() }
  }
}
