import Digests
import Threads

/// What lies behind the beginning of a file, piece by piece.
public struct StretchTail {
  let pieces: ReadAhead<PieceSource, StretchPiece>

  /// The next piece, without a beginning; `nil` at the end of the file.
  public func next() throws -> StretchPiece? { try pieces.next() }
}

extension StretchReading {
  /// Reads what lies behind a piece, while another thread still reads the file up to there and takes
  /// its checksum; `read` reads stretches of both.
  ///
  /// - Parameter end: of a piece of a file that had the same beginning. Whether this one has shows
  ///   when its pieces have come by `next`, and so must all that were read here.
  /// - Returns: `nil` where the file is shorter.
  /// - Throws: `ReadError`.
  public func tail(behind end: PieceEnd) throws -> StretchTail? {
    let length = end.position - end.offset
    guard let openFile, (0...Self.mostKept).contains(length) else { return nil }
    var file = openFile.withoutChecksum(from: end.offset)
    var rest: [UInt8] = []
    while rest.count < length {
      let got = try file.read(upTo: length - rest.count, into: &rest)
      guard got > 0 else { return nil }
    }
    let source = PieceSource(file, rest: rest, line: end.line, size: Self.pieceSize)
    let known = expectation.shared.wait()
    return StretchTail(
      pieces: ReadAhead(source, most: Self.mostKept / Self.pieceSize) { [key] source in
        guard let next = try source.nextWhole() else { return nil }
        var piece = StretchPiece(next, beginning: nil, key: key)
        piece.cutAhead(known.block)
        return piece
      })
  }
}

extension PieceSource {
  /// The next piece; `nil` at the end.
  /// - Throws: `StretchReading.Impossible` where it is not cut behind a row; `ReadError`.
  mutating func nextWhole() throws -> Piece? {
    guard let piece = try next(in: []) else { return nil }
    guard piece.isLast || piece.lineFeeds > 0 else { throw StretchReading.Impossible() }
    return piece
  }
}
