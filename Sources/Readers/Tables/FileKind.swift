/// What a file is, by its first bytes.
enum FileKind {
  /// - Throws: `unsupportedFormat` where the bytes are no text in UTF-8.
  static func check(_ beginning: [UInt8], file: String) throws(ReadError) {
    for (signature, kind) in signatures where beginning.starts(with: signature) {
      throw .unsupportedFormat(file: file, kind: kind)
    }
  }

  private static let signatures: [([UInt8], String)] = [
    ([0x1F, 0x8B], "gzip inside gzip"),
    ([0xFF, 0xFE], "text in UTF-16"), ([0xFE, 0xFF], "text in UTF-16"),
    ([0x28, 0xB5, 0x2F, 0xFD], "a zstd archive"), (Array("SQLite format 3".utf8), "a database"),
    (Array("PAR1".utf8), "a Parquet file"),
  ]

  /// Whether the bytes are those of a workbook or of something that looks like one: an archive,
  /// or the compound file of older workbooks and of encrypted ones.
  static func isWorkbook(_ beginning: [UInt8]) -> Bool {
    beginning.starts(with: [0x50, 0x4B, 0x03, 0x04])
      || beginning.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
  }

  /// Whether the first sign of the text opens a JSON value.
  static func isJSON(_ beginning: [UInt8]) -> Bool {
    let marks: [UInt8] = [0xEF, 0xBB, 0xBF, 0x1E, 0x20, 0x09, 0x0A, 0x0D]
    let first = beginning.first { !marks.contains($0) }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }
}
