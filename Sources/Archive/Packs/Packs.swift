import Digests
import Foundation
internal import GRDB

/// Which rows of an origin are packed, and which are not.
///
/// A row that is alleged or counts now is found by its pack, unless it is among the changed ones or in
/// no pack: those two kinds are asked of the table. The triggers of `Schema` keep that true.
struct Packs {
  /// A pack by its id, and the rows from its first to its last.
  struct Extent {
    let id: Int64
    let rows: ClosedRange<Int64>
  }

  private let origin: Int64
  private(set) var extents: [Extent]

  /// - Parameter origin: its id.
  init(of origin: Int64, in db: Database) throws {
    self.origin = origin
    extents = try Row.fetchAll(
      db, sql: "SELECT id, first, last FROM pack WHERE origin = ? ORDER BY first",
      arguments: [origin]
    ).map { row in
      let (first, last): (Int64, Int64) = (row[1], row[2])
      guard first <= last else { throw ByteReader.Damage() }
      return Extent(id: row[0], rows: first...last)
    }
  }

  /// The ranges of ids that no pack covers, in their order; the last one has no end.
  var gaps: [ClosedRange<Int64>] {
    var gaps: [ClosedRange<Int64>] = []
    var next: Int64 = 1
    for extent in extents {
      if next < extent.rows.lowerBound { gaps.append(next...extent.rows.lowerBound - 1) }
      next = max(next, extent.rows.upperBound + 1)
    }
    return gaps + [next...Int64.max]
  }

  /// Rows that were alleged when they were packed.
  func countAlleged(_ db: Database) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT sum(alleged) FROM pack WHERE origin = ?", arguments: [origin]) ?? 0
  }

  /// The rows of a pack that have changed since it was written.
  func changed(in extent: Extent, _ db: Database) throws -> Set<Int64> {
    Set(
      try Int64.fetchAll(
        try db.cachedStatement(sql: "SELECT record FROM pack_change WHERE pack = ?"),
        arguments: [extent.id]))
  }

  /// Those rows in the order of their ids, with the digests by which they went into the pack.
  func changedDigests(
    in extent: Extent, _ db: Database
  ) throws -> [(id: Int64, digest: ShortDigest)] {
    try Row.fetchAll(
      try db.cachedStatement(
        sql: """
          SELECT record.id, digest FROM pack_change
          CROSS JOIN record ON record.id = pack_change.record WHERE pack = ? ORDER BY record
          """), arguments: [extent.id]
    ).map { row in
      let digest: Data = row[1]
      return (row[0], ShortDigest([UInt8](digest)))
    }
  }

  /// The counted rows of a pack.
  /// - Throws: `ByteReader.Damage` where they are not what they were when they were written.
  static func rows(of extent: Extent, _ db: Database) throws -> PackRows {
    let (digest, bytes) = try part(of: extent, "SELECT digest, rows FROM pack WHERE id = ?", db)
    guard bytes.sha256.elementsEqual(digest.prefix(32)) else { throw ByteReader.Damage() }
    return try PackRows(bytes)
  }

  /// The ids of the alleged rows of a pack and what they are told from others by.
  /// - Throws: `ByteReader.Damage` where they are not what they were when they were written.
  static func forEachPrint(
    of extent: Extent, _ db: Database, _ body: (_ id: Int64, _ print: UInt64) -> Void
  ) throws {
    let (digest, bytes) = try part(
      of: extent, "SELECT digest, prints FROM pack_prints JOIN pack ON id = pack WHERE id = ?", db)
    guard bytes.sha256.elementsEqual(digest.dropFirst(32)) else { throw ByteReader.Damage() }
    try PackRows.forEachPrint(in: bytes, body)
  }

  private static func part(
    of extent: Extent, _ sql: String, _ db: Database
  ) throws -> (digest: Data, bytes: [UInt8]) {
    let found = try Row.fetchCursor(try db.cachedStatement(sql: sql), arguments: [extent.id])
    guard let row = try found.next() else { throw ByteReader.Damage() }
    return (row[0], try row.bytes(1))
  }
}
