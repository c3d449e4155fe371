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
  private(set) var bytes: FileBytes
  private var parser: DelimitedParser
  private var block = RowBlock()
  private var firstRow = 0
  private var isFirstBlock = true
  private var hasEnded = false

  init(path: String, file: String, layout: Layout = Layout()) throws(ReadError) {
    bytes = try FileBytes(path: path)
    parser = DelimitedParser(separator: layout.separator, rowsAboveHeader: layout.rowsAbove)
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
    if let problem = block.problem(ofRow: row) {
      throw .unreadable(path: file, reason: "its header: \(problem.description)")
    }
    names = block.texts(ofRow: row)
    firstRow = row + 1
  }

  private mutating func fill() throws(ReadError) {
    let piece = try bytes.next()
    hasEnded = piece.isEmpty
    if hasEnded { parser.finish(into: &block) } else { parser.take(piece, into: &block) }
  }

  mutating func next() throws(ReadError) -> RowPiece? {
    if isFirstBlock {
      isFirstBlock = false
      return RowPiece(block: block, rows: firstRow..<block.count)
    }
    if hasEnded { return nil }
    try fill()
    return RowPiece(block: block, rows: 0..<block.count)
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
