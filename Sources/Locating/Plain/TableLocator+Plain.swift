import DelimitedText
import Readers
import Tallies

/// Plain rows go past the parser, in lanes of their own.
extension TableLocator {
  /// So many rows are read the ordinary way first: among them rows of hashtags can stand, which
  /// are told from data by where they stand.
  static let ordinaryRows = 25

  /// Whether few cells tell the place of a row.
  var isPlain: Bool { table?.reader.cells != nil && summary.rows >= Self.ordinaryRows }

  /// A lane for each of some threads; nothing may be held.
  func lanes(_ count: Int) -> [PlainLane]? {
    guard let table, let cells = table.reader.cells else { return nil }
    let worker = PlainWorker(
      cells, parser: parser, reader: table.reader, rowPlacer: rowPlacer, tail: table.tail)
    let lane = PlainLane(worker, separator: table.separator, width: table.width)
    return [PlainLane](repeating: lane, count: count)
  }

  /// Bytes of a row that has not ended; `nil` where they cannot be given back.
  var heldCount: Int? { isRowOpen ? nil : parser.heldCount }

  /// Gives these bytes back.
  mutating func giveBack() -> [UInt8]? { isRowOpen ? nil : parser.giveBack() }

  /// Takes over the rows of a lane, and reads those that it has left out.
  mutating func take(
    _ lane: inout PlainLane, of bytes: [UInt8]
  ) throws -> [PlainPipe.Chunk] {
    for (status, count) in zip(PlaceStatus.allCases, lane.counts) where count > 0 {
      summary.count(status, rows: count)
    }
    let first = parser.line
    let made = lane.output.take()
    guard !lane.deferred.isEmpty else {
      parser.line = first + lane.lines
      return [made]
    }
    var text: [UInt8] = []
    text.reserveCapacity(made.count + 4_096)
    var position = 0
    for deferred in lane.deferred {
      text += made.bytes[position..<deferred.place]
      position = deferred.place
      parser.line = first + deferred.lines
      try take(Array(bytes[deferred.rows]), into: &text)
    }
    text += made.bytes[position..<made.count]
    parser.line = first + lane.lines
    return [(text, text.count)]
  }
}
