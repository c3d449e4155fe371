import Records

/// What all sources of a subject say, side by side: the range of a figure that was taken from
/// one of them.
struct Ranges {
  /// The smallest and greatest number that any source of one subject gives for one cell.
  private struct Range {
    var chosen: Sum?
    var least: Quantity?
    var greatest: Quantity?
    var records = 0

    mutating func take(_ sum: Sum) {
      for number in [sum.knownLow, sum.knownBest].compactMap({ $0 }) {
        least = min(least ?? number, number)
      }
      for number in [sum.knownBest, sum.knownHigh].compactMap({ $0 }) {
        greatest = max(greatest ?? number, number)
      }
    }
  }

  /// Whether the report is broken down by source, so that each source has rows of its own.
  let isBySource: Bool
  /// One range for each subject that reaches a cell.
  private var ranges: [RollUp.Key: [Range]] = [:]
  /// Totals of cells that no chosen source reports.
  private(set) var onlyOthers: [RollUp.Key: Sum] = [:]
  /// In a breakdown by source: what a source says of subjects for which it was not chosen.
  private(set) var bySource: [RollUp.Key: Sum] = [:]

  var isEmpty: Bool { ranges.isEmpty }

  /// How many cells other sources may add.
  var count: Int { onlyOthers.count + bySource.count }

  init(isBySource: Bool) {
    self.isBySource = isBySource
  }

  /// Takes in the sums of all sources of one subject.
  mutating func add(
    _ sources: [(isChosen: Bool, sums: [RollUp.Key: Sum])]
  ) throws(QuantityOverflow) {
    var own: [RollUp.Key: Range] = [:]
    for source in sources {
      for (key, sum) in source.sums {
        guard key.category == Counter.total else {
          if isBySource && !source.isChosen { try bySource[key, default: .empty].add(sum) }
          continue
        }
        own[key, default: Range()].take(sum)
        if source.isChosen { own[key]?.chosen = sum } else { own[key]?.records += sum.records }
      }
    }
    for (key, range) in own where range.records > 0 {
      guard range.chosen == nil else {
        ranges[key, default: []].append(range)
        continue
      }
      let figure = Figure(low: range.least, best: nil, high: range.greatest)
      try onlyOthers[key, default: .empty].add(figure, records: range.records)
    }
  }

  /// The sum with its bounds moved to what the other sources of its subjects say.
  func widen(_ sum: Sum, at key: RollUp.Key) throws(QuantityOverflow) -> Sum {
    guard let ranges = ranges[key] else { return sum }
    var sum = sum
    for range in ranges {
      guard let chosen = range.chosen else { continue }
      if let least = range.least {
        sum.low = try sum.low.subtracting(chosen.low).adding(least)
        sum.missingLow -= chosen.missingLow
      }
      if let greatest = range.greatest {
        sum.high = try sum.high.subtracting(chosen.high).adding(greatest)
        sum.missingHigh -= chosen.missingHigh
      }
    }
    return sum
  }
}
