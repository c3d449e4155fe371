public import Digests

/// A few whole rows of a file that stand behind one another.
///
/// Where a stretch ends depends on what it holds and not on where it stands, so that rows that are
/// put in or taken out change the stretches around them and no others.
public struct Stretch: Sendable {
  /// Of its bytes.
  public let digest: ShortDigest
  /// Line of its first byte, and how many line feeds are in it.
  public let line: Int
  public let lineFeeds: Int
  /// Where it lies in its piece of the file.
  let bytes: Range<Int>
}

/// Some stretches of a file, one behind the other.
public struct StretchPiece: Sendable {
  public let stretches: [Stretch]
  let bytes: [UInt8]
  let isLast: Bool
}
