import Records
import Tallies

/// What the rows of a release are kept in. Shared by all rows that are shown, so that showing
/// one takes no more than counting one reference.
final class ReleaseTable: Sendable {
  struct PlaceKey: Hashable {
    let level: String
    let status: Release.PlaceStatus
    let regionID: String
  }

  let places: [Release.Place]
  let spans: [Release.TimeSpan]
  let indicators: [Release.Indicator]
  let categories: [String]
  let blocks: TallyBlocks
  let cells: [TallyCell]
  let quantities: CompactQuantities
  /// For each cell the day of the latest value in a stock; empty where the
  /// release has no stock.
  let latest: [Day?]
  let placeNumbers: [PlaceKey: Int]
  let traits: Release.Traits

  init(
    places: [Release.Place], spans: [Release.TimeSpan], indicators: [Release.Indicator],
    categories: [String], blocks: TallyBlocks, cells: [TallyCell], quantities: CompactQuantities,
    latest: [Day?]
  ) {
    self.places = places
    self.spans = spans
    self.indicators = indicators
    self.categories = categories
    self.blocks = blocks
    self.cells = cells
    self.quantities = quantities
    self.latest = latest
    traits = Release.Traits(cells, blocks, spans)
    placeNumbers = Dictionary(
      places.enumerated().map {
        (PlaceKey(level: $1.level, status: $1.status, regionID: $1.regionID), $0)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The row of a figure among those of one place and stretch of time.
  func row(
    of figure: TallyCell.Figure, place: Int, span: Int, in rows: Range<Int>
  ) -> Release.Row? {
    let position = rows.partition { cells[$0].figure >= figure }
    guard position < rows.upperBound, cells[position].figure == figure else { return nil }
    return Release.Row(position: position, place: place, span: span, table: self)
  }
}

extension Release {
  /// Rows in the order of output. Going through them in order is quicker than asking for one by
  /// its position.
  public struct Rows: RandomAccessCollection, Sendable {
    let table: ReleaseTable
    let range: Range<Int>

    public var startIndex: Int { range.lowerBound }
    public var endIndex: Int { range.upperBound }

    public subscript(position: Int) -> Row {
      let block = table.blocks.blocks[table.blocks.block(ofRow: position)]
      return Row(
        position: position, place: Int(block.place), span: Int(block.period), table: table)
    }

    public subscript(bounds: Range<Int>) -> Rows {
      precondition(range.lowerBound <= bounds.lowerBound && bounds.upperBound <= range.upperBound)
      return Rows(table: table, range: bounds)
    }

    public func makeIterator() -> Iterator { Iterator(self) }

    public struct Iterator: IteratorProtocol {
      private let table: ReleaseTable
      private let end: Int
      private var position: Int
      private var block: Int
      private var blockEnd: Int

      fileprivate init(_ rows: Rows) {
        table = rows.table
        end = rows.endIndex
        position = rows.startIndex
        block = rows.isEmpty ? 0 : table.blocks.block(ofRow: position)
        blockEnd = rows.isEmpty ? 0 : table.blocks.rows(ofBlock: block).upperBound
      }

      public mutating func next() -> Row? {
        guard position < end else { return nil }
        if position == blockEnd {
          block += 1
          blockEnd = table.blocks.rows(ofBlock: block).upperBound
        }
        defer { position += 1 }
        let (place, span) = (table.blocks.blocks[block].place, table.blocks.blocks[block].period)
        return Row(position: position, place: Int(place), span: Int(span), table: table)
      }
    }
  }
}
