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

/// Some stretches behind one another, which end where a stretch ends, and by the same rule: where all
/// of them are known, one look tells.
public struct StretchBlock: Sendable {
  /// Of the digests of its stretches.
  public let digest: ShortDigest
  public let stretches: ArraySlice<Stretch>

  /// Line of its first byte.
  public var line: Int { stretches.first?.line ?? 1 }
}

/// Some stretches of a file, one behind the other.
public struct StretchPiece: Sendable {
  /// Of all that was read of the file up to this piece's end, and of a rest that belongs to the next
  /// one: two files for which it is the same have had the same pieces so far. `nil` for the rest of a
  /// file whose last row has no end, for which it would be that of the piece before.
  public let beginning: ShortDigest?
  /// Line of its first byte.
  public let line: Int
  let bytes: [UInt8]
  let isLast: Bool
  private let key: SipHash.Key
  /// `nil` where it is left to whoever needs them to cut the piece.
  private var cut: [StretchBlock]?

  init(_ piece: Piece, beginning: ShortDigest, key: SipHash.Key) {
    self.beginning = piece.isLast ? nil : beginning
    self.key = key
    line = piece.line
    bytes = piece.bytes
    isLast = piece.isLast
  }

  /// Cuts it, so that it need not be done by whoever asks for its stretches.
  mutating func cutAhead() { cut = blocks }

  /// All of its stretches, in blocks.
  public var blocks: [StretchBlock] {
    if let cut { return cut }
    var cutter = StretchCutter(line: line, key: key)
    // The last line may have no end, and a quote in it may be open: it is not cut.
    return isLast ? cutter.whole(bytes.span) : cutter.cut(bytes.span)
  }
}
