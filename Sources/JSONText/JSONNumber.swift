/// A number with its exact text, so that decimals survive reading and writing.
public struct JSONNumber: Hashable, Sendable {
  /// The number as it stands in the text.
  public let text: String
  /// The nearest 64-bit floating-point number; always finite.
  public let double: Double

  init(checked text: String, double: Double) {
    self.text = text
    self.double = double
  }

  /// A number from its JSON text; `nil` if that is malformed or too large for a `Double`.
  public init?(_ text: String) {
    var parser = JSONParser(Array(text.utf8))
    guard let first = text.utf8.first, first > ASCII.space, text.utf8.last != ASCII.space,
      (try? parser.expect(.number)) != nil, parser.textRange.count == text.utf8.count
    else { return nil }
    self.init(checked: text, double: parser.number)
  }

  public init(_ value: Int) {
    self.init(checked: String(value), double: Double(value))
  }

  /// The value when it is whole and fits: of `5`, `5.0` and `5e0`, 5.
  public var int: Int? {
    if let int = Int(text) { return int }
    return double.magnitude <= 0x1p53 ? Int(exactly: double) : nil
  }
}
