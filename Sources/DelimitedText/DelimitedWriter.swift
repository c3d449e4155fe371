/// Writes rows as delimited text by RFC 4180, with line feeds and quotes only where needed.
///
/// Hand over what has been written with `takeBytes()` now and then, and memory stays small.
public struct DelimitedWriter: Sendable {
  private let separator: UInt8
  private let defusesFormulas: Bool
  private var bytes: [UInt8] = []
  private var fieldCount = 0
  private var rowStart = 0

  /// - Parameters:
  ///   - separator: one ASCII byte.
  ///   - defusesFormulas: whether a text that a spreadsheet would run as a formula (it begins with
  ///     `=` `+` `-` `@`, a tab or a carriage return) gets an apostrophe in front. Numbers stay.
  public init(separator: UInt8 = UInt8(ascii: ","), defusesFormulas: Bool = false) {
    self.separator = separator
    self.defusesFormulas = defusesFormulas
  }

  /// Adds a field with any text. A zero byte in it would be dropped by readers.
  public mutating func append(text: String) {
    beginField()
    let isFormula = text.utf8.first.map(DelimitedWriter.startsFormula) ?? false
    let prefix = defusesFormulas && isFormula ? "'" : ""
    guard needsQuotes(text) else {
      bytes.append(contentsOf: prefix.utf8)
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(ByteSearch.quote)
    bytes.append(contentsOf: prefix.utf8)
    for byte in text.utf8 {
      if byte == ByteSearch.quote { bytes.append(ByteSearch.quote) }
      bytes.append(byte)
    }
    bytes.append(ByteSearch.quote)
  }

  /// Adds a field with a number as it is written, a leading minus and all; `nil` leaves it blank.
  public mutating func append(number: String?) {
    beginField()
    bytes.append(contentsOf: (number ?? "").utf8)
  }

  /// Ends the row. A row of one blank field is written as `""`, as a blank line would be none.
  public mutating func endRow() {
    if fieldCount == 1, bytes.count == rowStart {
      bytes.append(ByteSearch.quote)
      bytes.append(ByteSearch.quote)
    }
    bytes.append(ByteSearch.lineFeed)
    fieldCount = 0
    rowStart = bytes.count
  }

  /// Adds a whole row of texts.
  public mutating func append(row texts: [String]) {
    for text in texts { append(text: text) }
    endRow()
  }

  /// What has been written since the last call; to be called between rows.
  public mutating func takeBytes() -> [UInt8] {
    defer {
      bytes = []
      rowStart = 0
    }
    return bytes
  }

  private mutating func beginField() {
    if fieldCount > 0 { bytes.append(separator) }
    fieldCount += 1
  }

  private func needsQuotes(_ text: String) -> Bool {
    // A text that begins like a byte order mark must not be taken for one.
    text.utf8.first == 0xEF
      || text.utf8.contains {
        $0 == separator || $0 == ByteSearch.quote || $0 == ByteSearch.lineFeed
          || $0 == ByteSearch.carriageReturn
      }
  }

  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch Character(UnicodeScalar(byte)) {
    case "=", "+", "-", "@", "\t", "\r": true
    default: false
    }
  }
}
