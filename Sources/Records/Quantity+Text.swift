extension Quantity {
  /// The number written in `text`: digits with an optional sign and a decimal point.
  ///
  /// ASCII only, no exponent, no separators between thousands. More than 18 decimal places are
  /// rounded half to even. `nil` for anything else, and for 10^20 and above.
  public init?(decimal text: some Sequence<UInt8>) {
    var scanner = DecimalScanner()
    for byte in text {
      guard scanner.take(byte) else { return nil }
    }
    guard let attos = scanner.attos else { return nil }
    self.init(attos: attos)
  }

  /// The exact decimal number, without trailing zeros: `12.5`, `-3`.
  public var exactText: String { text(places: 18) }

  /// The number rounded half to even at `places` decimal places, without trailing zeros.
  ///
  /// Reports print at most six: an estimate such as 3.333333 persons needs no more.
  public func text(places: Int = 6) -> String {
    precondition((0...18).contains(places))
    let step = UInt128.power(ofTen: 18 - places)
    let unit = UInt128.power(ofTen: places)
    var (steps, remainder) = attos.magnitude.quotientAndRemainder(dividingBy: step)
    // Twice the remainder against the step, which may be 1.
    remainder *= 2
    if remainder > step || (remainder == step && steps % 2 == 1) { steps += 1 }
    let (whole, fraction) = steps.quotientAndRemainder(dividingBy: unit)
    let sign = attos < 0 && steps > 0 ? "-" : ""
    guard fraction > 0 else { return "\(sign)\(whole)" }
    var digits = String(fraction)
    digits = String(repeating: "0", count: places - digits.utf8.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(sign)\(whole).\(digits)"
  }
}

extension UInt128 {
  fileprivate static func power(ofTen exponent: Int) -> UInt128 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}

/// Reads a decimal number byte by byte.
private struct DecimalScanner {
  private var isNegative = false
  private var hasSign = false
  private var digits = 0
  private var places: Int?
  private var value: Int128 = 0
  private var limit = Quantity.unit * 100
  private var dropped: (first: UInt8, rest: Bool)?

  mutating func take(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "+"):
      guard digits == 0, places == nil, !hasSign else { return false }
      hasSign = true
      isNegative = byte == UInt8(ascii: "-")
    case UInt8(ascii: "."):
      guard places == nil else { return false }
      places = 0
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return take(digit: byte - UInt8(ascii: "0"))
    default:
      return false
    }
    return true
  }

  private mutating func take(digit: UInt8) -> Bool {
    digits += 1
    if let places {
      guard places < 18 else {
        if dropped == nil { dropped = (digit, false) } else if digit > 0 { dropped?.rest = true }
        return true
      }
      self.places = places + 1
      limit *= 10
    }
    value = value * 10 + Int128(digit)
    // 20 digits before the point and 18 behind it stay well inside Int128.
    return value < limit
  }

  var attos: Int128? {
    guard digits > 0 else { return nil }
    var result = value
    for _ in (places ?? 0)..<18 { result *= 10 }
    if let dropped {
      let isAboveHalf = dropped.first > 5 || (dropped.first == 5 && dropped.rest)
      if isAboveHalf || (dropped.first == 5 && result % 2 == 1) { result += 1 }
    }
    return isNegative ? -result : result
  }
}
