public import Records

/// Which protected figures are withheld for their own sake (rule D2).
public struct PrimaryRule: Hashable, Sendable {
  /// Figures above 0 and below this are withheld: k.
  public var threshold: Int
  /// Figures with fewer records are withheld.
  public var leastRecords: Int
  /// Figures of which one record makes up more than this share are withheld.
  public var mostOfOneRecordPercent: Int

  public init(threshold: Int = 5, leastRecords: Int = 2, mostOfOneRecordPercent: Int = 80) {
    self.threshold = threshold
    self.leastRecords = leastRecords
    self.mostOfOneRecordPercent = mostOfOneRecordPercent
  }

  /// For data that reaches people who look for others.
  public static let strict = PrimaryRule(threshold: 10)

  /// Whether the figure must be withheld. Zero is shown.
  ///
  /// - Parameters:
  ///   - best: the figure.
  ///   - records: how many records stand behind it.
  ///   - largest: the largest number that one of them contributes.
  public func withholds(best: Quantity, records: Int, largest: Quantity) -> Bool {
    guard best > .zero else { return false }
    if best < Quantity(threshold) || records < leastRecords { return true }
    // `largest / best > percent / 100`, exactly and without overflow.
    let (whole, rest) = best.attos.quotientAndRemainder(dividingBy: 100)
    let percent = Int128(mostOfOneRecordPercent)
    return largest.attos > whole * percent + rest * percent / 100
  }
}
