/// An exact decimal number of persons, households or events, with up to 18 decimal places.
///
/// Sums are exact and checked for overflow (rule F8); fractional persons, which OCHA's
/// estimates contain, lose nothing until they are printed (rule F3).
public struct Quantity: Hashable, Sendable, Comparable {
  /// The number times 10^18.
  public let attos: Int128

  public init(attos: Int128) {
    self.attos = attos
  }

  public init(_ whole: Int) {
    attos = Int128(whole) * Quantity.unit
  }

  public static let zero = Quantity(attos: 0)
  /// How many of the smallest unit make one.
  public static let unit: Int128 = 1_000_000_000_000_000_000

  public func adding(_ other: Quantity) throws(QuantityOverflow) -> Quantity {
    let (sum, overflow) = attos.addingReportingOverflow(other.attos)
    if overflow { throw QuantityOverflow() }
    return Quantity(attos: sum)
  }

  public func subtracting(_ other: Quantity) throws(QuantityOverflow) -> Quantity {
    let (difference, overflow) = attos.subtractingReportingOverflow(other.attos)
    if overflow { throw QuantityOverflow() }
    return Quantity(attos: difference)
  }

  /// The product, rounded half to even at the 18th decimal place.
  public func multiplied(by other: Quantity) throws(QuantityOverflow) -> Quantity {
    let (magnitude, isNegative) = (
      attos.magnitude.multipliedFullWidth(by: other.attos.magnitude),
      (attos < 0) != (other.attos < 0)
    )
    let divisor = UInt128(Quantity.unit)
    guard magnitude.high < divisor else { throw QuantityOverflow() }
    let (quotient, remainder) = divisor.dividingFullWidth(magnitude)
    guard let whole = Int128(exactly: quotient) else { throw QuantityOverflow() }
    let half = divisor / 2
    let roundsUp = remainder > half || (remainder == half && quotient % 2 == 1)
    let (positive, overflow) = whole.addingReportingOverflow(roundsUp ? 1 : 0)
    if overflow { throw QuantityOverflow() }
    return Quantity(attos: isNegative ? -positive : positive)
  }

  /// The share that falls to the first `part` of `whole` equal parts, cut off at the 18th decimal
  /// place, so that successive shares add up to the whole exactly.
  ///
  /// - Precondition: `whole` is positive.
  public func share(_ part: Int, of whole: Int) throws(QuantityOverflow) -> Quantity {
    precondition(whole > 0)
    let (each, rest) = attos.quotientAndRemainder(dividingBy: Int128(whole))
    let (product, overflow) = each.multipliedReportingOverflow(by: Int128(part))
    if overflow { throw QuantityOverflow() }
    // The rest is smaller than `whole`, so this product of two `Int`s always fits.
    return try Quantity(attos: product)
      .adding(Quantity(attos: rest * Int128(part) / Int128(whole)))
  }

  public var isWhole: Bool { attos % Quantity.unit == 0 }

  /// The nearest double, or the one beside it: for rates and colours, never for sums. Whole
  /// numbers up to 2^53 are exact.
  public var approximate: Double {
    let (whole, fraction) = attos.quotientAndRemainder(dividingBy: Quantity.unit)
    return Quantity.approximate(whole) + Quantity.approximate(fraction) / 1e18
  }

  /// The nearest double to `attos`, or the one beside it.
  package var approximateAttos: Double { Quantity.approximate(attos) }

  /// The standard library converts 128 bits bit by bit, which took a fifth of a large report.
  private static func approximate(_ number: Int128) -> Double {
    let (magnitude, isNegative) = (number.magnitude, number < 0)
    let high = Double(UInt64(truncatingIfNeeded: magnitude >> 64))
    let double = high * 0x1p64 + Double(UInt64(truncatingIfNeeded: magnitude))
    return isNegative ? -double : double
  }

  public static func < (left: Quantity, right: Quantity) -> Bool { left.attos < right.attos }
}

/// A sum has left the range of what can be counted exactly (about 1.7 · 10^20).
public struct QuantityOverflow: Error, Equatable, CustomStringConvertible {
  public init() {}

  public var description: String {
    "a figure is larger than 170,000,000,000,000,000,000 and cannot be summed exactly; "
      + "look for a damaged number in the input"
  }
}
