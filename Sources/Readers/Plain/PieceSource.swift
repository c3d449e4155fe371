import DelimitedText

/// Some whole rows of a file, if it is sound.
struct Piece: Sendable {
  /// Pieces are numbered in the order of the file, from 0.
  let number: Int
  /// Where its first byte lies in the file, and on which line.
  let offset: Int
  let line: Int
  let lineFeeds: Int
  let isLast: Bool
  var bytes: [UInt8]
  /// What was read behind them, of a row that belongs to the next piece.
  let rest: [UInt8]
}

/// Cuts a file into pieces of whole rows, one after the other; takes their bytes into the file's
/// checksum on the way.
struct PieceSource: Sendable {
  /// Large enough that handing a piece to a thread costs nothing beside reading it, and small
  /// enough for it to stay in the second cache.
  private let size: Int
  /// No row is longer; a longer piece without a place to cut ends the splitting.
  private static let limit = 1 << 22

  private(set) var file: RawFile
  private var rest: [UInt8]
  private var offset: Int
  private var line: Int
  private var number = 0
  private(set) var hasEnded = false

  /// - Parameters:
  ///   - rest: bytes already read that belong to the first piece; a row begins with them.
  ///   - line: theirs.
  ///   - size: how many bytes are read at once.
  init(_ file: RawFile, rest: [UInt8], line: Int, size: Int) {
    self.size = size
    self.file = file
    self.rest = rest
    self.line = line
    offset = file.position - rest.count
  }

  /// The next piece, in a buffer that is used again; `nil` at the end.
  mutating func next(in buffer: consuming [UInt8]) throws(ReadError) -> Piece? {
    guard !hasEnded else { return nil }
    var bytes = buffer
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: rest)
    rest.removeAll(keepingCapacity: true)
    while true {
      guard try file.read(upTo: size, into: &bytes) > 0 else {
        hasEnded = true
        return bytes.isEmpty ? nil : piece(bytes, lineFeeds: 0, isLast: true)
      }
      if let cut = PieceCut(of: bytes.span) {
        rest.append(contentsOf: bytes[cut.end...])
        bytes.removeLast(bytes.count - cut.end)
        return piece(bytes, lineFeeds: cut.lineFeeds, isLast: false)
      }
      guard bytes.count < PieceSource.limit else {
        // Whoever reads it finds that it does not end with a row.
        hasEnded = true
        return piece(bytes, lineFeeds: 0, isLast: false)
      }
    }
  }

  private mutating func piece(_ bytes: [UInt8], lineFeeds: Int, isLast: Bool) -> Piece {
    defer {
      number += 1
      offset += bytes.count
      line += lineFeeds
    }
    return Piece(
      number: number, offset: offset, line: line, lineFeeds: lineFeeds, isLast: isLast,
      bytes: bytes, rest: rest)
  }
}
