/// A number as the text writes it, so that nothing is lost by binary fractions.
public struct ConfigurationNumber: Hashable, Sendable {
  /// Decimal digits, perhaps with a sign, a point and an exponent; never underscores.
  public let text: String

  /// - Parameter text: as TOML or YAML writes it: underscores between digits, and whole numbers
  ///   in hexadecimal, octal or binary, are read.
  /// - Returns: `nil` for anything else, infinities and "not a number" among it.
  public init?(_ text: String) {
    let plain = text.filter { $0 != "_" }
    if let whole = ConfigurationNumber.prefixed(plain) {
      self.text = String(whole)
    } else {
      guard ConfigurationNumber.isDecimal(plain) else { return nil }
      self.text = plain.first == "+" ? String(plain.dropFirst()) : plain
    }
  }

  public var whole: Int? { Int(text) }

  /// The nearest double.
  public var double: Double? { Double(text) }

  private static func prefixed(_ text: String) -> Int? {
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where text.hasPrefix(prefix) {
      return Int(text.dropFirst(2), radix: radix)
    }
    return nil
  }

  /// Sign, digits without a leading zero, fraction, exponent.
  private static func isDecimal(_ text: String) -> Bool {
    var rest = text.utf8[...]
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    let whole = takeDigits(&rest)
    guard whole.count == 1 || whole.count > 1 && whole.first != UInt8(ascii: "0") else {
      return false
    }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      if takeDigits(&rest).isEmpty { return false }
    }
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
      if takeDigits(&rest).isEmpty { return false }
    }
    return rest.isEmpty
  }

  private static func takeDigits(_ rest: inout Substring.UTF8View) -> Substring.UTF8View {
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    rest = rest[digits.endIndex...]
    return digits
  }
}
