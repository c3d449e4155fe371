package import Records

/// All tallies of a report in the order of output, in some thirty bytes each.
///
/// Confidential. A tally is put together when it is asked for; going through all of them in
/// their order is quicker than asking for one by its position.
public struct CompactTallies: RandomAccessCollection, Sendable {
  /// A place through a view.
  package struct Place: Hashable, Sendable {
    package let view: Tally.View
    package let site: Tally.Site
  }

  /// What the positions in blocks and cells stand for, in the order of output.
  package let places: [Place]
  package let periods: [PeriodKey]
  package let indicators: [Indicator]
  /// The total, "", first.
  package let categories: [String]
  package let blocks: TallyBlocks
  package let cells: [TallyCell]
  package let quantities: CompactQuantities
  /// The largest best number that one record contributes, for each cell.
  package let largest: [CompactQuantities.Code]
  /// For each cell the day of the latest value in a stock; empty where there is no stock.
  package let latest: [Day?]

  public var startIndex: Int { 0 }
  public var endIndex: Int { cells.count }

  public subscript(position: Int) -> Tally {
    tally(at: position, in: blocks.block(ofRow: position))
  }

  /// Goes through the tallies of some indicators in their order; those of others are not put together.
  package func forEach(of shown: Set<Indicator>, _ body: (_ position: Int, Tally) -> Void) {
    let isAsked = indicators.map(shown.contains)
    guard isAsked.contains(true) else { return }
    for block in 0..<blocks.count {
      for position in blocks.rows(ofBlock: block) where isAsked[cells[position].figure.indicator] {
        body(position, tally(at: position, in: block))
      }
    }
  }

  /// The tallies at some positions, which are in ascending order.
  package func tallies(at positions: [Int]) -> some Sequence<Tally> {
    var (next, block) = (0, 0)
    return AnyIterator {
      guard next < positions.count else { return nil }
      while blocks.rows(ofBlock: block).upperBound <= positions[next] { block += 1 }
      defer { next += 1 }
      return tally(at: positions[next], in: block)
    }
  }

  /// The periods that occur.
  package var occurringPeriods: Set<PeriodKey> {
    Set(Set(blocks.blocks.map(\.period)).map { periods[Int($0)] })
  }

  fileprivate func tally(at position: Int, in block: Int) -> Tally {
    let (cell, block) = (cells[position], blocks.blocks[block])
    let place = places[Int(block.place)]
    return Tally(
      view: place.view, site: place.site, period: periods[Int(block.period)],
      indicator: indicators[cell.figure.indicator], category: categories[cell.figure.category],
      low: quantities[cell.low], best: quantities[cell.best], high: quantities[cell.high],
      isLowOpen: cell.state.isLowOpen, isBestOpen: cell.state.isBestOpen,
      isHighOpen: cell.state.isHighOpen, records: Int(cell.records),
      largest: quantities[largest[position]] ?? .zero, status: Tally.Status(cell.state.status),
      asOf: latest.isEmpty ? nil : latest[position])
  }

  public struct Iterator: IteratorProtocol {
    private let tallies: CompactTallies
    private var position = 0
    private var block = 0
    private var blockEnd: Int

    fileprivate init(_ tallies: CompactTallies) {
      self.tallies = tallies
      blockEnd = tallies.isEmpty ? 0 : tallies.blocks.rows(ofBlock: 0).upperBound
    }

    public mutating func next() -> Tally? {
      guard position < tallies.endIndex else { return nil }
      if position == blockEnd {
        block += 1
        blockEnd = tallies.blocks.rows(ofBlock: block).upperBound
      }
      defer { position += 1 }
      return tallies.tally(at: position, in: block)
    }
  }

  public func makeIterator() -> Iterator { Iterator(self) }
}

extension Tally.Status {
  fileprivate init(_ status: TallyCell.State.Status) {
    switch status {
    case .reported, .withheld, .rounded: self = .reported
    case .zero: self = .zero
    case .notStated: self = .notStated
    case .otherSources: self = .otherSources
    }
  }
}
