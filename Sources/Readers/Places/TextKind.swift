/// What rows are written in, by the first bytes of a text.
public enum TextKind: Hashable, Sendable {
  /// Delimited text.
  case table
  /// JSON.
  case objects

  /// Whether so many bytes tell.
  public static func isTold(by beginning: [UInt8]) -> Bool {
    beginning.count >= 16 && beginning.contains { $0 > 0x20 && $0 < 0x80 }
  }

  /// - Throws: `ReadError.unsupportedFormat` where the bytes are no text in UTF-8.
  public static func of(_ beginning: [UInt8], file: String) throws(ReadError) -> TextKind {
    try FileKind.check(beginning, file: file)
    return FileKind.isJSON(beginning) ? .objects : .table
  }
}
