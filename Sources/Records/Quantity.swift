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
    var (quotient, remainder) = divisor.dividingFullWidth(magnitude)
    let half = divisor / 2
    if remainder > half || (remainder == half && quotient % 2 == 1) { quotient += 1 }
    guard let positive = Int128(exactly: quotient) else { throw QuantityOverflow() }
    return Quantity(attos: isNegative ? -positive : positive)
  }

  /// The share that falls to the first `part` of `whole` equal parts, rounded down at the 18th
  /// decimal place, so that successive shares add up to the whole exactly.
  public func share(_ part: Int, of whole: Int) throws(QuantityOverflow) -> Quantity {
    let (product, overflow) = attos.multipliedReportingOverflow(by: Int128(part))
    if overflow { throw QuantityOverflow() }
    return Quantity(attos: product / Int128(whole))
  }

  public var isWhole: Bool { attos % Quantity.unit == 0 }

  /// The nearest double: for rates and colours, never for sums.
  public var approximate: Double { Double(attos) / 1e18 }

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
