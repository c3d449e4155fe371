import Digests
import Foundation
internal import GRDB
public import Records

extension RecordArchive {
  /// Hands over all records of an origin that count.
  /// - Throws: `ArchiveError`, or what `take` throws.
  public func forEachCounted(
    of origin: ArchivedOrigin, _ take: ([Records.Record], PlainRows) throws -> Void
  ) throws -> CountedRecords {
    try forEachCounted(of: origin, share: 0, of: 1, take)
  }

  /// Hands over one of so many shares of the records of an origin that count; several threads may
  /// each take a share at once.
  ///
  /// Those that count by themselves come as numbers. Memory does not grow with their number.
  /// - Throws: `ArchiveError`, or what `take` throws.
  public func forEachCounted(
    of origin: ArchivedOrigin, share: Int, of count: Int,
    _ take: ([Records.Record], PlainRows) throws -> Void
  ) throws -> CountedRecords {
    try translated {
      let packs = try run { try Packs(of: origin.id, in: $0) }
      var walk = CountedWalk()
      for (position, extent) in packs.extents.enumerated() where position % count == share {
        // Others may have the database meanwhile.
        try walk.add(try run { try walk.load(extent, of: packs, in: $0) })
        try walk.hand(to: take)
      }
      guard share == 0 else { return walk.counted }
      try run { db in
        for gap in packs.gaps { try walk.addUnpacked(of: origin, in: gap, db, take) }
        try walk.addChanged(of: origin, db, take)
      }
      try walk.hand(to: take)
      return walk.counted
    }
  }

  /// Keys of which several rows with different content are alleged: for each key its rows, the one
  /// that counts first, with the names of their files.
  public func contested() throws -> [[(file: String, counts: Bool, record: Records.Record)]] {
    try run { db in
      var groups: [[(file: String, counts: Bool, record: Records.Record)]] = []
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT key, form.bytes, own, line, counts, file.name FROM record
          JOIN form ON form = form.id JOIN file ON file = file.id
          WHERE contested = 1 ORDER BY source, key, counts DESC, file.name, line
          """)
      var last: RecordKey?
      while let row = try rows.next() {
        let (form, own): (Data, Data) = (row[1], row[2])
        let code = RecordCode(form: Array(form), own: Array(own))
        let record = try code.record(id: row[0], line: row[3])
        if record.key != last { groups.append([]) }
        last = record.key
        groups[groups.count - 1].append((row[5], row[4], record))
      }
      return groups
    }
  }
}
