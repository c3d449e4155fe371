public import Digests

/// Which blocks and pieces of a file are known, for a thread that reads ahead.
public struct KnownParts: Sendable {
  let index: BlockIndex

  public func hasBlock(_ digest: ShortDigest) -> Bool { index.block(digest) != nil }

  /// - Parameter beginning: digest of the file from its first byte to the end of the piece.
  public func hasPiece(_ beginning: ShortDigest) -> Bool { index.piece(beginning) != nil }

  /// All pieces of the known file whose first one ends with a beginning; none where there is no such
  /// file.
  public func pieces(from beginning: ShortDigest) -> [KnownPiece] { index.pieces(from: beginning) }
}
