import Records

/// The exact sum of figures, kept apart for low, best and high (rule F1).
///
/// Missing numbers are counted, not replaced: a sum with one missing bound is open there.
struct Sum: Hashable, Sendable {
  var low = Quantity.zero
  var best = Quantity.zero
  var high = Quantity.zero
  var missingLow = 0
  var missingBest = 0
  var missingHigh = 0
  var records = 0
  /// The largest best number that one record contributes: whether a record dominates the sum
  /// (rule D2) must be known wherever parts of it are put together.
  var largest = Quantity.zero

  static let empty = Sum()

  init() {}

  init(_ figure: Figure) throws(QuantityOverflow) { try add(figure) }

  mutating func add(_ figure: Figure, records count: Int = 1) throws(QuantityOverflow) {
    try Sum.add(figure.low, to: &low, missing: &missingLow)
    try Sum.add(figure.best, to: &best, missing: &missingBest)
    try Sum.add(figure.high, to: &high, missing: &missingHigh)
    records += count
    largest = max(largest, figure.best ?? .zero)
  }

  mutating func add(_ other: Sum) throws(QuantityOverflow) {
    low = try low.adding(other.low)
    best = try best.adding(other.best)
    high = try high.adding(other.high)
    missingLow += other.missingLow
    missingBest += other.missingBest
    missingHigh += other.missingHigh
    records += other.records
    largest = max(largest, other.largest)
  }

  /// The sum of so many figures that are all the same.
  init(_ figure: Figure, times count: Int) throws(QuantityOverflow) {
    try add(figure)
    (missingLow, missingBest, missingHigh) = (
      missingLow * count, missingBest * count, missingHigh * count
    )
    records = count
    low = try low.times(count)
    best = try best.times(count)
    high = try high.times(count)
  }

  /// Of the sum of one figure, the part that falls into a share of its days.
  func part(_ share: PeriodShare) throws(QuantityOverflow) -> Sum {
    guard !share.isWhole else { return self }
    let figure = Figure(low: knownLow, best: knownBest, high: knownHigh)
    return try Sum(figure.part(share))
  }

  private static func add(
    _ number: Quantity?, to sum: inout Quantity, missing: inout Int
  ) throws(QuantityOverflow) {
    guard let number else {
      missing += 1
      return
    }
    sum = try sum.adding(number)
  }

  var knownLow: Quantity? { missingLow == 0 ? low : nil }
  var knownBest: Quantity? { missingBest == 0 ? best : nil }
  var knownHigh: Quantity? { missingHigh == 0 ? high : nil }
}

extension Figure {
  /// The part of the figure that falls into a share of its days.
  func part(_ share: PeriodShare) throws(QuantityOverflow) -> Figure {
    guard !share.isWhole else { return self }
    return Figure(
      low: try Figure.part(of: low, share), best: try Figure.part(of: best, share),
      high: try Figure.part(of: high, share), qualifier: qualifier)
  }

  /// The difference of two running shares, so that all parts add up to the whole exactly.
  private static func part(
    of number: Quantity?, _ share: PeriodShare
  ) throws(QuantityOverflow) -> Quantity? {
    guard let number else { return nil }
    let until = try number.share(share.days.upperBound, of: share.dayCount)
    return try until.subtracting(number.share(share.days.lowerBound, of: share.dayCount))
  }
}

extension Quantity {
  fileprivate func times(_ count: Int) throws(QuantityOverflow) -> Quantity {
    let (product, overflow) = attos.multipliedReportingOverflow(by: Int128(count))
    if overflow { throw QuantityOverflow() }
    return Quantity(attos: product)
  }
}
