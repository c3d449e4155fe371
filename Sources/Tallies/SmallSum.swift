import Records

/// A sum of whole numbers, all of them known, whose bounds are each missing throughout or the
/// number itself.
struct SmallSum: Hashable {
  struct Bounds: OptionSet, Hashable {
    let rawValue: UInt8
    static let low = Bounds(rawValue: 1)
    static let high = Bounds(rawValue: 2)
  }

  var best: UInt64
  var largest: UInt32
  var records: UInt32
  /// Those that are the number itself.
  var bounds: Bounds

  init(best: UInt64, largest: UInt32, records: UInt32, bounds: Bounds) {
    self.best = best
    self.largest = largest
    self.records = records
    self.bounds = bounds
  }

  /// `nil` where the sum is of another kind.
  init?(_ sum: Sum) {
    guard sum.missingBest == 0, let records = UInt32(exactly: sum.records),
      let best = SmallSum.whole(sum.best), let largest = SmallSum.whole(sum.largest)
    else { return nil }
    var bounds: Bounds = []
    if sum.missingLow == 0, sum.low == sum.best {
      bounds.insert(.low)
    } else if sum.missingLow != sum.records || sum.low != .zero {
      return nil
    }
    if sum.missingHigh == 0, sum.high == sum.best {
      bounds.insert(.high)
    } else if sum.missingHigh != sum.records || sum.high != .zero {
      return nil
    }
    // A sum of nothing would have both: its bounds are neither missing nor given.
    guard sum.records > 0 else { return nil }
    self.init(best: UInt64(best), largest: largest, records: records, bounds: bounds)
  }

  /// `false`, and unchanged, where the two are not sums of the same kind.
  mutating func add(_ other: SmallSum) -> Bool {
    let (records, manyRecords) = self.records.addingReportingOverflow(other.records)
    let (best, isLarge) = self.best.addingReportingOverflow(other.best)
    guard bounds == other.bounds, !manyRecords, !isLarge else { return false }
    (self.records, self.best, largest) = (records, best, max(largest, other.largest))
    return true
  }

  private static func whole(_ quantity: Quantity) -> UInt32? {
    let (whole, rest) = quantity.attos.quotientAndRemainder(dividingBy: Quantity.unit)
    return rest == 0 ? UInt32(exactly: whole) : nil
  }

  var sum: Sum {
    var sum = Sum()
    sum.best = Quantity(attos: Int128(best) * Quantity.unit)
    sum.largest = Quantity(Int(largest))
    sum.records = Int(records)
    if bounds.contains(.low) { sum.low = sum.best } else { sum.missingLow = sum.records }
    if bounds.contains(.high) { sum.high = sum.best } else { sum.missingHigh = sum.records }
    return sum
  }
}

/// A sum in the form in which it takes the least.
enum CompactSum {
  case small(SmallSum)
  case wide(Sum)

  init(_ sum: Sum) { self = SmallSum(sum).map(CompactSum.small) ?? .wide(sum) }

  mutating func add(_ other: CompactSum) throws(QuantityOverflow) {
    if case .small(var mine) = self, case .small(let its) = other, mine.add(its) {
      self = .small(mine)
      return
    }
    var sum = sum
    try sum.add(other.sum)
    self = CompactSum(sum)
  }

  var sum: Sum {
    switch self {
    case .small(let small): small.sum
    case .wide(let sum): sum
    }
  }
}
