/// A figure that JSON cannot express: infinite, or not a number.
public struct JSONNotFinite: Error, Hashable, Sendable, CustomStringConvertible {
  /// `inf`, `-inf` or `nan`.
  public let text: String

  public var description: String {
    "JSON has no way to write \(text); write null where a figure is unknown"
  }
}

extension JSONWriter {
  public mutating func number(_ value: Int) {
    beginValue()
    appendInteger(value.magnitude, isNegative: value < 0)
  }

  /// Writes a number with its exact text.
  public mutating func number(_ value: JSONNumber) {
    beginValue()
    bytes.append(contentsOf: value.text.utf8)
  }

  /// Writes the shortest text that reads back as the same number.
  ///
  /// Whole numbers stand without a point, and there is no exponent between 1e-7 and 1e21 (as in
  /// ECMAScript); negative zero stays "-0".
  /// - Throws: `JSONNotFinite`; nothing has been written then.
  public mutating func number(_ value: Double) throws(JSONNotFinite) {
    guard value.isFinite else { throw JSONNotFinite(text: "\(value)") }
    beginValue()
    appendShortest(value)
  }

  /// Writes a number rounded to so many decimal places (0 to 15), without trailing zeros.
  ///
  /// Rounds the exact value of the `Double`, and ties to the even digit, as Python and C do;
  /// never writes "-0". A number of more than 2^52 units of the last place, which has no more
  /// digits to round, is written as its shortest text.
  /// - Throws: `JSONNotFinite`; nothing has been written then.
  public mutating func number(_ value: Double, places: Int) throws(JSONNotFinite) {
    guard value.isFinite else { throw JSONNotFinite(text: "\(value)") }
    finite(value, places: places)
  }

  /// The same for a number that is known to be finite.
  mutating func finite(_ value: Double, places: Int) {
    precondition((0...15).contains(places), "from 0 to 15 decimal places")
    beginValue()
    let unit = DecimalDigits.powersOfTen[places]
    guard value.magnitude * unit < 0x1p52 else { return appendShortest(value) }
    let count = Self.units(of: value.magnitude, unit)
    appendInteger(UInt(count) / UInt(unit), isNegative: value < 0 && count > 0)
    appendFraction(UInt(count) % UInt(unit), places: places)
  }

  /// The nearest whole number to `value · unit`, as if the product were exact.
  ///
  /// Rounding the product cannot move it across a tie, only onto one; there the part that the
  /// product lost decides.
  private static func units(of value: Double, _ unit: Double) -> Double {
    let product = value * unit
    let lower = product.rounded(.down)
    guard product - lower == 0.5 else { return product.rounded() }
    let lost = (-product).addingProduct(value, unit)
    guard lost == 0 else { return lost > 0 ? lower + 1 : lower }
    return product.rounded(.toNearestOrEven)
  }

  mutating func appendInteger(_ magnitude: UInt, isNegative: Bool) {
    if isNegative { bytes.append(ASCII.minus) }
    bytes.append(decimal: magnitude)
  }

  mutating func appendFraction(_ fraction: UInt, places: Int) {
    guard fraction > 0 else { return }
    bytes.append(ASCII.point)
    bytes.append(decimal: fraction, places: places)
    while bytes.last == ASCII.zero { bytes.removeLast() }
  }

  private mutating func appendShortest(_ value: Double) {
    let text = value.description
    guard let letter = text.utf8.firstIndex(of: UInt8(ascii: "e")) else {
      bytes.append(contentsOf: text.utf8.dropLast(text.hasSuffix(".0") ? 2 : 0))
      return
    }
    let exponent = Int(text[text.index(after: letter)...]) ?? 0
    guard exponent >= -7, exponent < 21 else { return bytes.append(contentsOf: text.utf8) }
    appendPlain(text[..<letter].utf8, exponent: exponent)
  }

  /// Writes "d.ddd" · 10^exponent without the exponent.
  private mutating func appendPlain(_ mantissa: Substring.UTF8View, exponent: Int) {
    var digits = mantissa.filter { $0 >= ASCII.zero && $0 <= ASCII.nine }
    while digits.count > 1, digits.last == ASCII.zero { digits.removeLast() }
    if mantissa.first == ASCII.minus { bytes.append(ASCII.minus) }
    guard exponent >= 0 else {
      bytes.append(contentsOf: "0.".utf8)
      bytes.append(contentsOf: repeatElement(ASCII.zero, count: -exponent - 1))
      bytes.append(contentsOf: digits)
      return
    }
    let whole = exponent + 1
    bytes.append(contentsOf: digits.prefix(whole))
    bytes.append(contentsOf: repeatElement(ASCII.zero, count: max(0, whole - digits.count)))
    guard digits.count > whole else { return }
    bytes.append(ASCII.point)
    bytes.append(contentsOf: digits.dropFirst(whole))
  }
}
