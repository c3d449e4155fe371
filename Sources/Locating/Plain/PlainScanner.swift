/// Finds where the rows of delimited text end, and the few of their cells that are asked for.
///
/// A row that the ordinary parser could see in another way is not judged here: its cells are not
/// plain, or the scan stops before it.
struct PlainScanner: Sendable {
  enum Outcome {
    case row
    /// The bytes end before the row does.
    case incomplete
    /// Only the ordinary parser knows where this row ends.
    case unusual
  }

  let separator: UInt8
  /// How many cells a row has.
  let width: Int
  /// Ascending.
  let columns: [Int]
  let maximumRowBytes: Int

  /// Of the last row: where its text ends, and behind its line end.
  private(set) var contentEnd = 0
  private(set) var next = 0
  private(set) var lines = 0
  /// Whether it has as many cells as the header.
  private(set) var isWhole = false
  /// For each of `columns` where its cell lies, quotes and all.
  private(set) var starts: [Int]
  private(set) var ends: [Int]

  init(separator: UInt8, width: Int, columns: [Int], maximumRowBytes: Int = 1 << 20) {
    self.separator = separator
    self.width = width
    self.columns = columns
    self.maximumRowBytes = maximumRowBytes
    starts = [Int](repeating: 0, count: columns.count)
    ends = starts
  }

  mutating func scan(_ bytes: Span<UInt8>, from start: Int) -> Outcome {
    var position = start
    var column = 0
    var place = 0
    var wanted = columns.first ?? .max
    lines = 1
    while true {
      let first = position
      if position < bytes.count, bytes[position] == PlainBytes.quote {
        guard let close = closingQuote(bytes, from: position + 1) else { return .incomplete }
        lines &+= PlainBytes.lineEnds(in: bytes, (position + 1)..<close)
        position = close + 1
      } else {
        position = PlainBytes.endOfField(separator, in: bytes, from: position)
      }
      guard position < bytes.count else { return .incomplete }
      if column == wanted {
        starts[place] = first
        ends[place] = position
        place += 1
        wanted = place < columns.count ? columns[place] : .max
      }
      column &+= 1
      let byte = bytes[position]
      if byte == separator {
        position &+= 1
        continue
      }
      contentEnd = position
      isWhole = column == width
      return end(bytes, at: position, of: start)
    }
  }

  private mutating func end(_ bytes: Span<UInt8>, at position: Int, of start: Int) -> Outcome {
    if bytes[position] == PlainBytes.lineFeed {
      next = position + 1
    } else {
      // Text behind a quote, or a carriage return that may stand alone.
      guard bytes[position] == PlainBytes.carriageReturn else { return .unusual }
      guard position + 1 < bytes.count else { return .incomplete }
      guard bytes[position + 1] == PlainBytes.lineFeed else { return .unusual }
      next = position + 2
    }
    return next - start <= maximumRowBytes ? .row : .unusual
  }

  /// The quote that closes a cell; `nil` where it, or the byte behind it, is not there yet.
  @inline(__always)
  private func closingQuote(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var position = PlainBytes.first(PlainBytes.quote, in: bytes, from: start)
    while position + 1 < bytes.count {
      if bytes[position + 1] != PlainBytes.quote { return position }
      position = PlainBytes.first(PlainBytes.quote, in: bytes, from: position + 2)
    }
    return nil
  }
}
