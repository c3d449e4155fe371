public import Digests
internal import GRDB

/// Reading a file by stretches of rows, of which those that are known need not be read.
extension Intake {
  /// Called behind `begin`; a file that is read in the ordinary way does without.
  ///
  /// - Parameter basis: what the records of a stretch depend on beside its bytes.
  public mutating func beginStretches(basis: String) {
    stretches = StretchTable(basis: basis)
    memory.beginStretches(basis: basis)
  }

  /// Which parts of the file are known, because one of the files in force has them.
  public var knownParts: KnownParts { memory.knownParts }

  /// Takes a part of the file, without its rows, if one of the files in force has it: a stretch or a
  /// block anywhere, a piece where all before it is the same as well.
  ///
  /// - Returns: what reading it came to, as if it were one stretch; `nil` where it must be read, or its
  ///   parts may still be known one by one.
  public mutating func recognize(_ part: FilePart) throws -> RecognizedStretch? {
    let found: StretchFinder.Found?
    do {
      found = try memory.recognize(part)
    } catch {
      throw ArchiveError.damaged(
        path: archive.path ?? "memory", reason: "a stretch cannot be decoded")
    }
    guard let found else { return nil }
    let entry = found.entry
    stretches?.take(found)
    changes.told += entry.rows - entry.rejected
    changes.recognized += entry.rows
    changes.forgotten += entry.forgotten
    return RecognizedStretch(
      rows: entry.rows, rejected: entry.rejected,
      remarks: entry.remarks.map { ($0.rule, $0.line) })
  }

  /// Ends a stretch whose records have been taken, so that it will be recognised.
  public mutating func end(_ stretch: StretchOutcome) { stretches?.end(stretch) }

  /// Ends a block whose stretches have been taken one by one.
  ///
  /// - Parameter digest: by which it will be recognised.
  public mutating func endBlock(_ digest: ShortDigest) { stretches?.endBlock(digest) }

  /// Ends a piece whose blocks have been taken.
  ///
  /// - Parameter hasBeginning: whether the digest of the file's beginning is known; else it is told later
  ///   by `beginPiece`, of all such pieces in their order.
  public mutating func endPiece(_ piece: KnownPiece, hasBeginning: Bool = true) {
    stretches?.endPiece(piece, hasBeginning: hasBeginning)
  }

  public mutating func beginPiece(_ beginning: ShortDigest) { stretches?.begin(beginning) }
}
