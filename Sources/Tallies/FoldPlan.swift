import Records

/// How the sums of a group's figures follow from those of its rows' own numbers.
struct FoldPlan {
  struct Line {
    let indicator: Indicator
    /// The figure of a single row, with a mark in the place of each number of its own.
    private let figure: Figure
    private let low: Int?
    private let best: Int?
    private let high: Int?
    /// The sum of a single row, where all of its numbers are small ones: what nearly all are.
    private let small: SmallSum?

    init(_ indicator: Indicator, _ figure: Figure, slot: (Quantity?) -> Int?) {
      self.indicator = indicator
      self.figure = figure
      (low, best, high) = (slot(figure.low), slot(figure.best), slot(figure.high))
      small = Line.small(figure)
    }

    /// Marks are whole numbers that fit, so where low and high are the best number or missing,
    /// they are so in every row.
    private static func small(_ figure: Figure) -> SmallSum? {
      do throws(QuantityOverflow) {
        return SmallSum(try Sum(figure))
      } catch {
        return nil
      }
    }

    func sum(of entry: PlainFold.Entry, in fold: PlainFold) throws(QuantityOverflow) -> CompactSum {
      let records = fold.records(of: entry)
      guard var small else { return CompactSum(try wideSum(of: entry, in: fold)) }
      small.records = records
      if let best {
        small.best = fold.total(best, of: entry)
        small.largest = fold.largest(best, of: entry)
      } else {
        small.best *= UInt64(records)
      }
      return .small(small)
    }

    private func wideSum(
      of entry: PlainFold.Entry, in fold: PlainFold
    ) throws(QuantityOverflow) -> Sum {
      var sum = try Sum(figure, times: Int(fold.records(of: entry)))
      if let low { sum.low = Quantity(whole: fold.total(low, of: entry)) }
      if let high { sum.high = Quantity(whole: fold.total(high, of: entry)) }
      if let best {
        sum.best = Quantity(whole: fold.total(best, of: entry))
        sum.largest = Quantity(whole: UInt64(fold.largest(best, of: entry)))
      }
      return sum
    }
  }

  let lines: [Line]

  /// Numbers that occur nowhere else tell which bound of which figure is which of a row's.
  init(_ group: PlainCount.Group) {
    let marks = group.slots.indices.map { 4_000_000_000 + UInt32($0) }
    let content = PlainRows.Template.filled(group.content, group.slots, with: marks)
    guard case .incident(let probe) = content else {
      lines = []
      return
    }
    lines = probe.figures(of: .flow).map { indicator, figure in
      Line(indicator, figure) { number in
        marks.firstIndex { Quantity(Int($0)) == number }
      }
    }
  }
}

extension Quantity {
  fileprivate init(whole: UInt64) { self.init(attos: Int128(whole) * Quantity.unit) }
}
