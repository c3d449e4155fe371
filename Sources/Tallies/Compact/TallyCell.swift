/// The numbers of one tally, without its place and period, which are those of its block.
package struct TallyCell: Sendable {
  /// An indicator and a category, by their positions in the tables; in the order of output.
  package struct Figure: Hashable, Sendable, Comparable {
    private static let categoryBits: UInt32 = 26
    /// How many categories a report may have.
    package static let mostCategories = 1 << Int(categoryBits)

    private let value: UInt32

    package init(indicator: Int, category: Int) {
      precondition(category < Figure.mostCategories)
      value = UInt32(indicator) << Figure.categoryBits | UInt32(category)
    }

    package var indicator: Int { Int(value >> Figure.categoryBits) }
    /// 0 for the total over all categories.
    package var category: Int { Int(value & (1 << Figure.categoryBits - 1)) }

    package static func < (left: Figure, right: Figure) -> Bool { left.value < right.value }
  }

  /// What is known of a figure, and which of its numbers are open.
  package struct State: Hashable, Sendable {
    package enum Status: UInt8, Sendable {
      case reported
      case zero
      case notStated
      case otherSources
      case withheld
      case rounded
    }

    private let bits: UInt8

    package init(
      _ status: Status, isLowOpen: Bool = false, isBestOpen: Bool = false, isHighOpen: Bool = false
    ) {
      bits =
        status.rawValue | (isLowOpen ? 8 : 0) | (isBestOpen ? 16 : 0) | (isHighOpen ? 32 : 0)
    }

    package var status: Status { Status(rawValue: bits & 7) ?? .withheld }
    package var isLowOpen: Bool { bits & 8 != 0 }
    package var isBestOpen: Bool { bits & 16 != 0 }
    package var isHighOpen: Bool { bits & 32 != 0 }
  }

  package internal(set) var figure: Figure
  package internal(set) var low: CompactQuantities.Code
  package internal(set) var best: CompactQuantities.Code
  package internal(set) var high: CompactQuantities.Code
  /// Records behind the figure; 0 where it is withheld.
  package let records: UInt32
  package let state: State

  package init(
    figure: Figure, low: CompactQuantities.Code, best: CompactQuantities.Code,
    high: CompactQuantities.Code, records: UInt32, state: State
  ) {
    self.figure = figure
    self.low = low
    self.best = best
    self.high = high
    self.records = records
    self.state = state
  }

  /// The cell where positions in the list of numbers have changed.
  func shifted(_ shift: Int32) -> TallyCell {
    TallyCell(
      figure: figure, low: low.shifted(shift), best: best.shifted(shift),
      high: high.shifted(shift), records: records, state: state)
  }

  /// The cell with nothing but its place in the order.
  package var withheld: TallyCell {
    TallyCell(
      figure: figure, low: .none, best: .none, high: .none, records: 0, state: State(.withheld))
  }
}
