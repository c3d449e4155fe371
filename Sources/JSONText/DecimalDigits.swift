/// The digits of a decimal number while they are read: mantissa · 10^exponent.
struct DecimalDigits {
  var isNegative = false
  var mantissa: UInt64 = 0
  var exponent = 0
  /// False once a digit no longer fitted in the mantissa.
  var isComplete = true

  /// Takes the run of digits that begins at `start`, and returns the index after it.
  @inline(__always)
  mutating func take(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let digit = bytes[index] &- ASCII.zero
      guard digit < 10 else { break }
      if mantissa <= (UInt64.max - 9) / 10 {
        mantissa = mantissa &* 10 &+ UInt64(digit)
      } else {
        isComplete = false
      }
      index += 1
    }
    return index
  }

  /// The nearest `Double`, or `nil` when that needs more than 64-bit arithmetic.
  @inline(__always)
  var double: Double? {
    guard isComplete, let magnitude else { return nil }
    return isNegative ? -magnitude : magnitude
  }

  @inline(__always)
  private var magnitude: Double? {
    if exponent == 0 { return Double(mantissa) }
    if mantissa <= 1 << 53, exponent >= -22, exponent <= 22 {
      // Both factors are exact, so the one operation rounds correctly (Clinger 1990).
      let value = Double(mantissa)
      return exponent < 0
        ? value / Self.powersOfTen[-exponent] : value * Self.powersOfTen[exponent]
    }
    if exponent < 0, exponent >= -19 {
      return Self.quotient(mantissa, Self.integerPowersOfTen[-exponent])
    }
    return mantissa == 0 ? 0 : nil
  }

  /// The nearest `Double` to a fraction.
  ///
  /// Divides to 63 or 64 bits and marks a remainder in the lowest, which lies far below the 53
  /// that are kept, so that the conversion rounds as if it knew all digits.
  private static func quotient(_ dividend: UInt64, _ divisor: UInt64) -> Double {
    guard dividend != 0 else { return 0 }
    let dividendShift = dividend.leadingZeroBitCount
    let divisorShift = divisor.leadingZeroBitCount
    let high = dividend << UInt64(dividendShift)
    let (quotient, remainder) = (divisor << UInt64(divisorShift))
      .dividingFullWidth((high >> 1, high << 63))
    let scale = UInt64(1023 - 63 + divisorShift - dividendShift) << 52
    return Double(quotient | (remainder == 0 ? 0 : 1)) * Double(bitPattern: scale)
  }

  static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  private static let integerPowersOfTen: [UInt64] = (0...19).map { count in
    (0..<count).reduce(1) { product, _ in product * 10 }
  }
}
