import Foundation

/// Goes through the lines of a file from its beginning, counting them as the readers do: each ends
/// with LF, CRLF or CR.
struct LineWalk {
  private static let pieceSize = 1 << 16
  /// A longer row is unreadable, and nothing in it is looked for.
  private static let longestRow = 1 << 20

  private let handle: FileHandle
  private var piece: [UInt8] = []
  private var position = 0
  private var line = 1
  private var isAtStart = true

  /// `nil` where the file cannot be opened; whoever reads it says so.
  init?(path: String) {
    guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
    self.handle = handle
  }

  /// The bytes of the row that begins on a line, with the line ends inside its quotes; empty where
  /// the file ends before. Lines must be asked for in ascending order.
  mutating func row(at wanted: Int) -> [UInt8] {
    if isAtStart { skipMark() }
    while line < wanted {
      if !skipLine() { return [] }
    }
    guard line == wanted else { return [] }
    var bytes: [UInt8] = []
    var quotes = 0
    repeat {
      let start = bytes.count
      guard takeLine(into: &bytes) else { break }
      quotes += bytes[start...].count { $0 == UInt8(ascii: "\"") }
    } while quotes % 2 == 1 && bytes.count < LineWalk.longestRow
    return bytes
  }

  private mutating func skipMark() {
    isAtStart = false
    _ = fill()
    if piece.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  private mutating func skipLine() -> Bool {
    var hasBytes = false
    while let byte = next() {
      hasBytes = true
      if endsLine(byte) { return true }
    }
    return hasBytes
  }

  private mutating func takeLine(into bytes: inout [UInt8]) -> Bool {
    var hasBytes = false
    while let byte = next() {
      hasBytes = true
      bytes.append(byte)
      if endsLine(byte) { break }
    }
    return hasBytes
  }

  /// Whether a byte ends its line; takes the LF behind a CR along.
  private mutating func endsLine(_ byte: UInt8) -> Bool {
    guard byte == 0x0A || byte == 0x0D else { return false }
    if byte == 0x0D, position < piece.count || fill(), piece[position] == 0x0A { position += 1 }
    line += 1
    return true
  }

  private mutating func next() -> UInt8? {
    guard position < piece.count || fill() else { return nil }
    defer { position += 1 }
    return piece[position]
  }

  /// A file that fails while it is read again only loses the columns of its findings.
  private mutating func fill() -> Bool {
    do {
      piece = [UInt8](try handle.read(upToCount: LineWalk.pieceSize) ?? Data())
    } catch {
      piece = []
    }
    position = 0
    return !piece.isEmpty
  }
}
