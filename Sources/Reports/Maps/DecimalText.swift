import Disclosure

/// Exact arithmetic on printed numbers of at most six decimal places.
struct DecimalText {
  /// The number in millionths.
  private let millionths: Int128

  /// `nil` for anything but an optional minus, digits, and a point with up to six more.
  init?(_ text: String) {
    var millionths: Int128 = 0
    var places: Int?
    for byte in text.utf8.drop(while: { $0 == UInt8(ascii: "-") }) {
      if byte == UInt8(ascii: "."), places == nil {
        places = 0
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), millionths < 1 << 110 else {
        return nil
      }
      millionths = millionths * 10 + Int128(byte - UInt8(ascii: "0"))
      places = places.map { $0 + 1 }
    }
    guard places ?? 0 <= 6 else { return nil }
    for _ in (places ?? 0)..<6 { millionths *= 10 }
    self.millionths = text.hasPrefix("-") ? -millionths : millionths
  }

  /// `left − right`, or `nil` where one of them is no such number.
  static func difference(_ left: Release.Amount, _ right: Release.Amount) -> Release.Amount? {
    guard let minuend = DecimalText(left.text), let subtrahend = DecimalText(right.text) else {
      return nil
    }
    let millionths = minuend.millionths - subtrahend.millionths
    return Release.Amount(text: text(millionths), value: Double(millionths) / 1e6)
  }

  private static func text(_ millionths: Int128) -> String {
    let (whole, fraction) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    let sign = millionths < 0 ? "-" : ""
    guard fraction > 0 else { return "\(sign)\(whole)" }
    var digits = String(String(1_000_000 + fraction).dropFirst())
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(sign)\(whole).\(digits)"
  }
}
