/// Reading a text in pieces of whole rows, each by itself.
extension DelimitedParser {
  /// Whether nothing is left of the pieces taken, so that a row begins with the next byte.
  public var isBetweenRows: Bool { tail.isEmpty && !isSkippingLine && !isAtStart }

  /// Bytes that are left of the pieces taken; `nil` where some of them were dropped, so that they
  /// cannot be counted.
  public var rest: [UInt8]? { nullOffsets.isEmpty && !isSkippingLine ? tail : nil }

  /// Line of the next byte to be read.
  public var nextLine: Int { line }

  /// The same parser behind the header, at the beginning of a row elsewhere in the text.
  public func moved(toLine line: Int) -> DelimitedParser {
    var parser = self
    parser.line = line
    parser.tail = []
    parser.tailCount = 0
    parser.nullOffsets = []
    parser.passedNulls = 0
    parser.isSkippingLine = false
    return parser
  }
}

extension RowBlock {
  /// Takes the block's bytes away, to be used again as a buffer; the block is empty then.
  public mutating func takeBuffer() -> [UInt8] {
    var buffer: [UInt8] = []
    swap(&buffer, &bytes)
    removeAll()
    return buffer
  }

  /// One row as a block of its own, settled.
  public func settledCopy(ofRow index: Int) -> RowBlock {
    var copy = RowBlock()
    copy.beginRow(line: line(ofRow: index), problem: problem(ofRow: index))
    let row = rows[index]
    for column in 0..<fieldCount(ofRow: index) {
      let range = fieldRange(row: index, column: column)
      let isQuoted = range.lowerBound > 0 && bytes[range.lowerBound - 1] == ByteSearch.quote
      guard isQuoted, row.isClean, row.hasDoubledQuotes else {
        copy.appendField(bytes[range])
        continue
      }
      var isSecond = false
      copy.appendField(
        bytes[range].filter { byte in
          isSecond = byte == ByteSearch.quote && !isSecond
          return byte != ByteSearch.quote || isSecond
        })
    }
    copy.rows[0].isDamaged = row.isDamaged
    copy.rows[0].hasNullBytes = row.hasNullBytes
    return copy
  }
}
