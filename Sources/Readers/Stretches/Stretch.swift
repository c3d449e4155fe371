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
  /// Where it lies in its piece of the file; `nil` where its bytes were let go, because it is known.
  var bytes: Range<Int>?
}

/// Some stretches behind one another, which end where a stretch ends, and by the same rule: where all
/// of them are known, one look tells.
public struct StretchBlock: Sendable {
  /// Of the digests of its stretches.
  public let digest: ShortDigest
  public internal(set) var stretches: ArraySlice<Stretch>

  /// Line of its first byte.
  public var line: Int { stretches.first?.line ?? 1 }

  /// How many of its bytes are kept.
  var length: Int { stretches.reduce(0) { $0 + ($1.bytes?.count ?? 0) } }
}

/// Some stretches of a file, one behind the other.
public struct StretchPiece: Sendable {
  /// Of all that was read of the file up to this piece's end, and of a rest that belongs to the next
  /// one: two files for which it is the same have had the same pieces so far. `nil` for the rest of a
  /// file whose last row has no end, for which it would be that of the piece before, and where no
  /// checksum is taken.
  public let beginning: ShortDigest?
  /// `nil` for the rest of a file whose last row has no end.
  public let end: PieceEnd?
  /// Line of its first byte.
  public let line: Int
  /// Without those of what is known (see `cutAhead`, `letGo`).
  private(set) var bytes: [UInt8]
  let isLast: Bool
  private let key: SipHash.Key
  /// `nil` where it is left to whoever needs them to cut the piece.
  private var cut: [StretchBlock]?

  /// - Parameter beginning: of the file, as far as it was read for this piece.
  init(_ piece: Piece, beginning: ShortDigest?, key: SipHash.Key) {
    self.beginning = piece.isLast ? nil : beginning
    end = piece.isLast ? nil : PieceEnd(piece)
    self.key = key
    line = piece.line
    bytes = piece.bytes
    isLast = piece.isLast
  }

  /// All of its stretches, in blocks.
  public var blocks: [StretchBlock] {
    if let cut { return cut }
    var cutter = StretchCutter(line: line, key: key)
    // The last line may have no end, and a quote in it may be open: it is not cut.
    return isLast ? cutter.whole(bytes.span) : cutter.cut(bytes.span)
  }

  /// Cuts it, so that it need not be done by whoever asks for its stretches, and lets the bytes of
  /// blocks that are known go: they will not be read.
  mutating func cutAhead(_ isKnown: (ShortDigest) -> Bool) {
    var blocks = blocks
    for position in blocks.indices where isKnown(blocks[position].digest) {
      for stretch in blocks[position].stretches.indices {
        blocks[position].stretches[stretch].bytes = nil
      }
    }
    var kept: [UInt8] = []
    kept.reserveCapacity(blocks.reduce(0) { $0 + $1.length })
    for position in blocks.indices {
      for stretch in blocks[position].stretches.indices {
        guard let part = blocks[position].stretches[stretch].bytes else { continue }
        blocks[position].stretches[stretch].bytes = kept.count..<kept.count + part.count
        kept += bytes[part]
      }
    }
    cut = blocks
    bytes = kept
  }

  /// Lets all its bytes go, because all of it is known: it has no blocks any more.
  mutating func letGo() {
    cut = []
    bytes = []
  }

  /// Whether all of its bytes were let go, so that it can only be recognised: no other piece is without
  /// blocks.
  public var isGone: Bool { cut?.isEmpty ?? false }
}
