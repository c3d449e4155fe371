import Disclosure
import JSONText

/// Members that only releases have.
extension JSONWriter {
  /// Writes null for an empty text.
  mutating func member(_ key: String, unlessEmpty value: String) {
    member(key, value.isEmpty ? nil : value)
  }

  /// The exact text of the amount.
  mutating func member(_ key: String, _ value: Release.Amount?) {
    self.key(key)
    amount(value)
  }

  mutating func member(_ key: JSONKey, _ value: Release.Amount?) {
    self.key(key)
    amount(value)
  }

  mutating func amount(_ value: Release.Amount?) {
    if let whole = value?.wholeNumber { return number(whole) }
    if let number = value.flatMap({ JSONNumber($0.text) }) { self.number(number) } else { null() }
  }
}
