public import Records

/// One figure with the records behind it (rule A4). Confidential, never part of a release.
public struct ExplainedFigure: Sendable {
  /// How the records that are counted and the figure compare.
  public enum Agreement: String, Hashable, Sendable, CaseIterable {
    /// They add up to it.
    case equal
    /// They add up to its best figure; its range is widened by what other sources say.
    case widened
    /// Only sources that were not taken for their subjects speak of it; they give its range.
    case otherSourcesOnly
    /// In a breakdown by source: together with what the source says where another was taken.
    case withOtherSubjects
    /// It is made of other figures (rule F7).
    case derived
    /// There is no figure, only records that may belong to one.
    case noFigure
    /// They do not, which is a defect of the program.
    case unequal
  }

  /// Numbers as records add up to them; `nil` where one of the records states none.
  public struct Amounts: Hashable, Sendable {
    public let low: Quantity?
    public let best: Quantity?
    public let high: Quantity?
  }

  /// The source that was taken for a subject, and those that were not.
  public struct Choice: Hashable, Sendable {
    public let subject: String
    public let taken: String
    public let others: [String]
  }

  public let indicator: Indicator
  /// Empty for the total.
  public let category: String
  /// The figure as in `tallies.csv`; `nil` where there is none.
  public let tally: Tally?
  public let counted: [TracedRecord]
  public let sum: Amounts
  public let agreement: Agreement
  /// Records of sources that were not taken for their subjects.
  public let otherSources: [TracedRecord]
  public let choices: [Choice]
  /// Stocks for which another value stands.
  public let earlier: [TracedRecord]
  /// Rows that do not count, but would be in the figure, or whose key is in it (rule A2).
  public let replaced: [ReplacedRecord]
  /// Records that may belong to the figure but whose place or time is not known well enough.
  public let possible: [TracedRecord]
  /// The figures that a net movement is made of.
  public let terms: [Tally]

  /// Whether there is neither a figure nor a record to tell of.
  var isEmpty: Bool {
    tally == nil && [counted, otherSources, earlier, possible].allSatisfy(\.isEmpty)
      && replaced.isEmpty
  }
}

extension ExplainedFigure.Amounts {
  static func sum(of records: [TracedRecord]) throws(QuantityOverflow) -> Self {
    var sum = Sum()
    for record in records {
      try sum.add(Figure(low: record.low, best: record.best, high: record.high))
    }
    return Self(low: sum.knownLow, best: sum.knownBest, high: sum.knownHigh)
  }

  func equals(_ tally: Tally) -> Bool {
    (low, best, high) == (tally.low, tally.best, tally.high)
  }
}
