public import Records
import Threads

/// The records of an origin that count, handed over to as many threads as ask for them.
///
/// Each thread takes a pack after another, so that none is done long before the others; what is in no
/// pack is taken first.
public final class CountedShares: Sendable {
  private let archive: RecordArchive
  private let origin: ArchivedOrigin
  private let packs: Packs
  /// What is in no pack, and then the packs.
  private let pieces: Numbering

  init(_ archive: RecordArchive, _ origin: ArchivedOrigin) throws {
    self.archive = archive
    self.origin = origin
    packs = try archive.run { try Packs(of: origin.id, in: $0) }
    pieces = Numbering(count: 1 + packs.extents.count)
  }

  /// Hands over records that nobody has taken yet, until all are; several threads may ask at once.
  ///
  /// Those that count by themselves come as numbers. Memory does not grow with their number.
  /// - Returns: what this thread has taken.
  /// - Throws: `ArchiveError`, or what `take` throws.
  public func forEach(
    _ take: ([Records.Record], PlainRows) throws -> Void
  ) throws -> CountedRecords {
    try archive.translated {
      var walk = CountedWalk()
      while let piece = pieces.take() {
        if piece == 0 {
          try addUnpacked(to: &walk, take)
        } else {
          // Others may have the database meanwhile.
          let extent = packs.extents[piece - 1]
          try walk.add(try archive.run { try walk.load(extent, of: packs, in: $0) })
        }
        try walk.hand(to: take)
      }
      return walk.counted
    }
  }

  private func addUnpacked(to walk: inout CountedWalk, _ take: CountedWalk.Take) throws {
    try archive.run { db in
      for gap in packs.gaps { try walk.addUnpacked(of: origin, in: gap, db, take) }
      try walk.addChanged(of: origin, db, take)
    }
  }
}
