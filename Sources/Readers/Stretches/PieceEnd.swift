/// Where a piece of a file ends, so that it can be read on from there.
public struct PieceEnd: Equatable, Sendable {
  /// Of the first byte behind its rows, and that byte's line.
  public let offset: Int
  public let line: Int
  /// How much of the file had been read when it ended: some of the next row as well.
  public let position: Int

  public init(offset: Int, line: Int, position: Int) {
    self.offset = offset
    self.line = line
    self.position = position
  }

  init(_ piece: Piece) {
    offset = piece.offset + piece.bytes.count
    line = piece.line + piece.lineFeeds
    position = offset + piece.rest.count
  }
}
