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
    guard let known = try known(digest) else { return nil }
    let entry = known.entry
    stretches?.take(known.bytes)
    changes.told += entry.rows - entry.rejected
    changes.recognized += entry.rows
    changes.forgotten += entry.forgotten
    return RecognizedStretch(
      rows: entry.rows, rejected: entry.rejected,
      remarks: entry.remarks.map { ($0.rule, $0.line) })
  }

  private mutating func known(_ digest: ShortDigest) throws -> StretchFinder.Found? {
    do {
      return try memory.recognize(digest)
    } catch {
      throw ArchiveError.damaged(
        path: archive.path ?? "memory", reason: "a stretch cannot be decoded")
    }
  }

  /// Ends a stretch whose records have been taken, so that it will be recognised.
  public mutating func end(_ stretch: StretchOutcome) { stretches?.end(stretch) }
}
