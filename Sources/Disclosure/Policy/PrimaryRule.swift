public import Records

/// Which protected figures are withheld for their own sake (rule D2).
public struct PrimaryRule: Hashable, Sendable {
  /// Figures above 0 and below this are withheld: k. Every withheld figure keeps at least this
  /// many possible values.
  public var threshold: Int
  /// Figures with fewer records are withheld.
  public var leastRecords: Int
  /// Figures of which one record makes up more than this share are withheld.
  public var mostOfOneRecordPercent: Int

  /// Figures from here on are not withheld for the sake of their records; `nil` for none. One row
  /// of a survey may count a whole district, where nobody is found by it.
  public var recordsMatterBelow: Int?

  public init(
    threshold: Int = 5, leastRecords: Int = 2, mostOfOneRecordPercent: Int = 80,
    recordsMatterBelow: Int? = nil
  ) {
    self.recordsMatterBelow = recordsMatterBelow
    self.threshold = threshold
    self.leastRecords = leastRecords
    self.mostOfOneRecordPercent = mostOfOneRecordPercent
  }

  /// Whether the figure must be withheld. Zero is shown.
  ///
  /// - Parameters:
  ///   - best: the figure.
  ///   - records: how many records stand behind it.
  ///   - largest: the largest number that one of them contributes.
  public func withholds(best: Quantity, records: Int, largest: Quantity) -> Bool {
    guard best > .zero else { return false }
    if best < Quantity(threshold) { return true }
    if let recordsMatterBelow, best >= Quantity(recordsMatterBelow) { return false }
    if records < leastRecords { return true }
    // `largest / best > percent / 100`, exactly and without overflow.
    let (whole, rest) = best.attos.quotientAndRemainder(dividingBy: 100)
    let percent = Int128(mostOfOneRecordPercent)
    return largest.attos > whole * percent + rest * percent / 100
  }
}
