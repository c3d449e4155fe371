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

  /// Takes a stretch that one of the files in force has, without its rows.
  ///
  /// - Returns: what reading it came to; `nil` where it must be read.
  public mutating func recognize(_ digest: ShortDigest) throws -> RecognizedStretch? {
    try take(known { memory throws(ByteReader.Damage) in try memory.recognize(digest) })
  }

  /// Takes a block of stretches, without its rows, if one of the files in force has it.
  ///
  /// - Returns: what reading it came to, as if it were one stretch; `nil` where its stretches may still
  ///   be known one by one.
  public mutating func recognizeBlock(_ digest: ShortDigest) throws -> RecognizedStretch? {
    try take(known { memory throws(ByteReader.Damage) in try memory.recognizeBlock(digest) })
  }

  /// Beginnings of the file with which one of the files in force begins.
  public var knownBeginnings: Set<ShortDigest> { memory.knownBeginnings }

  /// Takes a piece of the file, without its rows, if one of the files in force says the same from its
  /// first byte to the end of the piece.
  ///
  /// - Returns: what reading it came to, as if it were one stretch; `nil` where it is not known.
  public mutating func recognizePiece(_ beginning: ShortDigest) throws -> RecognizedStretch? {
    try take(known { memory throws(ByteReader.Damage) in try memory.recognizePiece(beginning) })
  }

  private mutating func take(_ found: StretchFinder.Found?) -> RecognizedStretch? {
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

  private mutating func known(
    _ find: (inout OriginMemory) throws(ByteReader.Damage) -> StretchFinder.Found?
  ) throws -> StretchFinder.Found? {
    do {
      return try find(&memory)
    } catch {
      throw ArchiveError.damaged(
        path: archive.path ?? "memory", reason: "a stretch cannot be decoded")
    }
  }

  /// Ends a stretch whose records have been taken, so that it will be recognised.
  public mutating func end(_ stretch: StretchOutcome) { stretches?.end(stretch) }

  /// Ends a block whose stretches have been taken one by one.
  ///
  /// - Parameter digest: by which it will be recognised.
  public mutating func endBlock(_ digest: ShortDigest) { stretches?.endBlock(digest) }

  /// Ends a piece whose blocks have been taken.
  ///
  /// - Parameter beginning: digest of the file from its first byte to the end of the piece.
  public mutating func endPiece(_ beginning: ShortDigest) { stretches?.endPiece(beginning) }
}
