import DelimitedText

/// The header and rows of a delimited file.
struct DelimitedSource: RowSource {
  /// How the table lies in its file.
  struct Layout: Hashable, Sendable {
    /// `nil` to find it by the first row.
    var separator: UInt8?
    /// Rows above the header, such as a title.
    var rowsAbove = 0
  }

  private(set) var names: [String] = []
  var bytes: FileBytes
  var parser: DelimitedParser
  private var block = RowBlock()
  private var firstRow = 0
  private var isFirstBlock = true
  private var hasEnded = false

  /// - Parameter leavesQuotes: whether rows are settled by whoever reads them.
  init(
    path: String, file: String, layout: Layout = Layout(), leavesQuotes: Bool = false,
    pieceSize: Int = FileBytes.pieceSize
  ) throws(ReadError) {
    bytes = try FileBytes(path: path, pieceSize: pieceSize)
    parser = DelimitedParser(
      separator: layout.separator, rowsAboveHeader: layout.rowsAbove, leavesQuotes: leavesQuotes)
    var above = layout.rowsAbove
    while names.isEmpty, !hasEnded {
      try fill()
      if above < block.count {
        try takeHeader(above, file: file)
      } else {
        above -= block.count
      }
    }
    guard !names.isEmpty else { throw .empty(file: file) }
  }

  private mutating func takeHeader(_ row: Int, file: String) throws(ReadError) {
    block.settle(row: row)
    if let problem = block.problem(ofRow: row) {
      throw .unreadable(path: file, reason: "its header: \(problem.description)")
    }
    names = block.texts(ofRow: row)
    firstRow = row + 1
  }

  private mutating func fill() throws(ReadError) {
    var piece = parser.lendBuffer(of: &block)
    do throws(ReadError) {
      hasEnded = try !bytes.next(into: &piece)
    } catch {
      // What is left of a row before stays unread.
      parser.take(bytes: piece, into: &block)
      throw error
    }
    parser.take(bytes: piece, into: &block, isLast: hasEnded)
  }

  mutating func next() throws(ReadError) -> RowPiece? {
    guard let rows = try advance() else { return nil }
    return RowPiece(block: block, rows: rows)
  }

  /// Hands over the next rows in place, so that they can be settled; `false` at the end.
  mutating func next(_ each: (inout RowBlock, Range<Int>) throws -> Void) throws -> Bool {
    guard let rows = try advance() else { return false }
    try each(&block, rows)
    return true
  }

  private mutating func advance() throws(ReadError) -> Range<Int>? {
    if isFirstBlock {
      isFirstBlock = false
      return firstRow..<block.count
    }
    if hasEnded { return nil }
    try fill()
    return 0..<block.count
  }

  /// The first rows as texts, without regard to what is a header, and their lines.
  static func beginning(
    path: String, separator: UInt8?, rows: Int
  ) throws(ReadError) -> (rows: [HeaderCandidate], separator: UInt8?) {
    var bytes = try FileBytes(path: path)
    var parser = DelimitedParser(separator: separator, rowsAboveHeader: rows)
    var block = RowBlock()
    var found: [HeaderCandidate] = []
    var hasEnded = false
    while found.count < rows, !hasEnded {
      let piece = try bytes.next()
      hasEnded = piece.isEmpty
      if hasEnded { parser.finish(into: &block) } else { parser.take(piece, into: &block) }
      for row in 0..<block.count where found.count < rows {
        let texts = block.problem(ofRow: row) == nil ? block.texts(ofRow: row) : []
        found.append(HeaderCandidate(texts: texts, line: block.line(ofRow: row)))
      }
    }
    return (found, parser.separator)
  }
}

/// A row near the beginning of a file that may be its header.
struct HeaderCandidate {
  /// Empty where the row cannot be read.
  let texts: [String]
  let line: Int
}
