import Records

/// Which rows belong to which place and period: one block for each pair that has rows.
///
/// Places and periods are positions in the tables of a report or release. Blocks stand in the
/// order of places and, within a place, of periods.
package struct TallyBlocks: Sendable {
  package struct Block: Sendable {
    package let place: Int32
    package fileprivate(set) var period: Int32
    /// Position of its first row.
    package let start: Int
  }

  package private(set) var blocks: [Block] = []
  /// How many rows there are.
  package private(set) var rowCount = 0
  /// For each place its first block, and at the end the number of blocks.
  private var firstBlocks: [Int] = []

  package init() {}

  /// Adds rows of a block that begins here or is still going on.
  package mutating func append(rows: Int = 1, place: Int, period: Int) {
    if blocks.last.map({ $0.place != place || $0.period != period }) ?? true {
      while firstBlocks.count <= place { firstBlocks.append(blocks.count) }
      blocks.append(Block(place: Int32(place), period: Int32(period), start: rowCount))
    }
    rowCount += rows
  }

  /// Gives periods new numbers in the same order.
  mutating func renumber(periods numbers: [Int]) {
    for block in blocks.indices {
      blocks[block].period = Int32(numbers[Int(blocks[block].period)])
    }
  }

  package var count: Int { blocks.count }

  package func rows(ofBlock block: Int) -> Range<Int> {
    blocks[block].start..<(block + 1 < blocks.count ? blocks[block + 1].start : rowCount)
  }

  package func blocks(ofPlace place: Int) -> Range<Int> {
    let first = place < firstBlocks.count ? firstBlocks[place] : blocks.count
    let end = place + 1 < firstBlocks.count ? firstBlocks[place + 1] : blocks.count
    return first..<end
  }

  package func rows(ofPlace place: Int) -> Range<Int> {
    let blocks = blocks(ofPlace: place)
    guard let last = blocks.last else { return 0..<0 }
    return rows(ofBlock: blocks.lowerBound).lowerBound..<rows(ofBlock: last).upperBound
  }

  /// The block of a place and period, or `nil` where it has no rows; by binary search.
  package func block(place: Int, period: Int) -> Int? {
    let range = blocks(ofPlace: place)
    let block = range.partition { blocks[$0].period >= period }
    return range.contains(block) && blocks[block].period == period ? block : nil
  }

  /// The block that holds a row; by binary search.
  package func block(ofRow row: Int) -> Int {
    (0..<blocks.count).partition { blocks[$0].start > row } - 1
  }
}
