import Records

/// One row of a delimited file as its bytes stand there, quotes and line ends inside them included.
struct RowText {
  struct Cell {
    /// Without its quotes.
    let text: String
    let spot: CellSpot

    func shows(_ value: String) -> Bool { Finding.shown(text) == value }

    /// Whether the cell is a set or a path one of whose places is the value.
    func names(_ value: String) -> Bool {
      text.contains { ";>".contains($0) }
        && text.split { ";>".contains($0) }.contains { Finding.shown(String($0)) == value }
    }
  }

  let line: Int
  let bytes: [UInt8]

  func cells(_ separator: UInt8) -> [Cell] {
    var walk = Walk(separator: separator, line: line)
    for byte in bytes { walk.take(byte) }
    walk.endCell()
    return walk.cells
  }

  /// Goes through the bytes of a row and counts lines and characters.
  private struct Walk {
    let separator: UInt8
    var cells: [Cell] = []
    private var line: Int
    private var column = 1
    private var text: [UInt8] = []
    private var start: CellSpot
    private var isQuoted = false
    private var wasQuote = false
    private var wasReturn = false

    private static let quote = UInt8(ascii: "\"")

    init(separator: UInt8, line: Int) {
      self.separator = separator
      self.line = line
      start = CellSpot(line: line, column: 1)
    }

    mutating func take(_ byte: UInt8) {
      let here = CellSpot(line: line, column: column)
      advance(over: byte)
      if byte == Walk.quote, isQuoted || wasQuote || text.isEmpty {
        isQuoted.toggle()
        // The second of two quotes inside quotes stands for one.
        if wasQuote, isQuoted { text.append(byte) }
        if isQuoted, text.isEmpty { start = CellSpot(line: here.line, column: here.column + 1) }
        wasQuote = !isQuoted
        return
      }
      wasQuote = false
      if byte == separator, !isQuoted {
        endCell()
      } else if isQuoted || (byte != 0x0A && byte != 0x0D) {
        if byte != 0 { text.append(byte) }
      }
    }

    mutating func endCell() {
      cells.append(Cell(text: String(decoding: text, as: UTF8.self), spot: start))
      text = []
      isQuoted = false
      wasQuote = false
      start = CellSpot(line: line, column: column)
    }

    private mutating func advance(over byte: UInt8) {
      let endsLine = byte == 0x0D || (byte == 0x0A && !wasReturn)
      wasReturn = byte == 0x0D
      if endsLine {
        line += 1
        column = 1
      } else if byte != 0x0A, byte & 0xC0 != 0x80 {
        column += 1
      }
    }
  }
}
