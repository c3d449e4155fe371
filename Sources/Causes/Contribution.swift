public import Records
public import Tallies

/// What a record adds to a figure.
public struct Contribution: Hashable, Sendable {
  public let standing: TracedRecord.Standing
  /// `nil` where the record states no such number.
  public let low: Quantity?
  public let best: Quantity?
  public let high: Quantity?

  /// What of the best figure is in the sum: nothing, where the record is only beside it.
  var counted: Quantity? { standing == .counted ? best : .zero }

  /// The same with its sign turned, as departures are part of a net movement.
  func negated() throws(QuantityOverflow) -> Contribution {
    Contribution(
      standing: standing, low: try high.map(Self.negative), best: try best.map(Self.negative),
      high: try low.map(Self.negative))
  }

  private static func negative(_ number: Quantity) throws(QuantityOverflow) -> Quantity {
    try Quantity.zero.subtracting(number)
  }

  /// Both together: a record may arrive in a region and leave it in one figure.
  func adding(_ other: Contribution) throws(QuantityOverflow) -> Contribution {
    Contribution(
      standing: standing == .counted ? standing : other.standing,
      low: try Self.sum(low, other.low), best: try Self.sum(best, other.best),
      high: try Self.sum(high, other.high))
  }

  private static func sum(
    _ left: Quantity?, _ right: Quantity?
  ) throws(QuantityOverflow) -> Quantity? {
    guard let left, let right else { return nil }
    return try left.adding(right)
  }
}
