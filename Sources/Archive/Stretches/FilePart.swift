public import Digests

/// A part of a file by what it is recognised by.
public enum FilePart: Sendable {
  /// By the digest of its bytes.
  case stretch(ShortDigest)
  /// By the digest of its stretches' digests.
  case block(ShortDigest)
  /// By the digest of the file from its first byte to the end of the piece.
  case piece(ShortDigest)
}
