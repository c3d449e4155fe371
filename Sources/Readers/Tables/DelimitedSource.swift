import DelimitedText

/// The header and rows of a delimited file.
struct DelimitedSource {
  let names: [String]
  private(set) var bytes: FileBytes
  private var parser = DelimitedParser()
  private var block = RowBlock()
  private var isFirstBlock = true
  private var hasEnded = false

  init(path: String, file: String) throws(ReadError) {
    bytes = try FileBytes(path: path)
    while block.count == 0, !hasEnded {
      let piece = try bytes.next()
      if bytes.count == piece.count { try FileKind.check(piece, file: file) }
      hasEnded = piece.isEmpty
      if hasEnded { parser.finish(into: &block) } else { parser.take(piece, into: &block) }
    }
    guard block.count > 0 else { throw .empty(file: file) }
    if let problem = block.problem(ofRow: 0) {
      throw .unreadable(path: file, reason: "its header: \(problem.description)")
    }
    names = block.texts(ofRow: 0)
  }

  /// The next rows; `nil` at the end.
  mutating func next() throws(ReadError) -> (block: RowBlock, rows: Range<Int>)? {
    if isFirstBlock {
      isFirstBlock = false
      return (block, 1..<block.count)
    }
    if hasEnded { return nil }
    let piece = try bytes.next()
    hasEnded = piece.isEmpty
    if hasEnded { parser.finish(into: &block) } else { parser.take(piece, into: &block) }
    return (block, 0..<block.count)
  }
}

/// What a file is, by its first bytes.
enum FileKind {
  /// - Throws: `unsupportedFormat` where the bytes are no text in UTF-8.
  static func check(_ beginning: [UInt8], file: String) throws(ReadError) {
    for (signature, kind) in signatures where beginning.starts(with: signature) {
      throw .unsupportedFormat(file: file, kind: kind)
    }
  }

  private static let signatures: [([UInt8], String)] = [
    ([0x1F, 0x8B], "a gzip archive"), ([0x50, 0x4B, 0x03, 0x04], "a zip archive or workbook"),
    ([0xFF, 0xFE], "text in UTF-16"), ([0xFE, 0xFF], "text in UTF-16"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook"),
    ([0x28, 0xB5, 0x2F, 0xFD], "a zstd archive"), (Array("SQLite format 3".utf8), "a database"),
    (Array("PAR1".utf8), "a Parquet file"),
  ]

  /// Whether the first sign of the text opens a JSON value.
  static func isJSON(_ beginning: [UInt8]) -> Bool {
    let marks: [UInt8] = [0xEF, 0xBB, 0xBF, 0x1E, 0x20, 0x09, 0x0A, 0x0D]
    let first = beginning.first { !marks.contains($0) }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }
}
