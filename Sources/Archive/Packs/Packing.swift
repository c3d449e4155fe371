import Foundation
internal import GRDB

/// Packs the rows of an origin that are in no pack yet, and those of packs that have changed much.
struct Packing {
  /// A pack is written anew where more than one of so many of its rows have changed.
  private static let changedShare = 16

  private let origin: ArchivedOrigin
  private let fewestRows: Int

  /// - Parameter fewestRows: fewer rows are left to be asked of the table, which is fast enough.
  init(origin: ArchivedOrigin, fewestRows: Int = 1 << 10) {
    self.origin = origin
    self.fewestRows = fewestRows
  }

  func pack(in db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM pack WHERE origin = ? AND alleged <
        ? * (SELECT count(*) FROM pack_change WHERE pack = pack.id)
        """, arguments: [origin.id, Self.changedShare])
    let gaps = try Packs(of: origin.id, in: db).gaps
    let unpacked = try gaps.map { try count($0, db) }
    guard unpacked.reduce(0, +) >= fewestRows else { return }
    for (gap, count) in zip(gaps, unpacked) where count > 0 { try pack(gap, db) }
  }

  private func count(_ gap: ClosedRange<Int64>, _ db: Database) throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM record WHERE origin = ? AND until IS NULL AND id BETWEEN ? AND ?
        """, arguments: [origin.id, gap.lowerBound, gap.upperBound]) ?? 0
  }

  private func pack(_ gap: ClosedRange<Int64>, _ db: Database) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, counts, key, form, line, own, digest FROM record
        WHERE origin = ? AND until IS NULL AND id BETWEEN ? AND ? ORDER BY id
        """, arguments: [origin.id, gap.lowerBound, gap.upperBound])
    var first = gap.lowerBound
    var writer = PackWriter()
    while let row = try rows.next() {
      let (own, digest): (Data, Data) = (row[5], row[6])
      writer.add(
        PackedRow(
          id: row[0], counts: row[1], key: row[2], form: row[3], line: row[4],
          own: [UInt8](own), digest: [UInt8](digest)))
      guard writer.isFull else { continue }
      try save(writer, from: first, db)
      first = writer.last + 1
      writer = PackWriter()
    }
    if writer.alleged > 0 { try save(writer, from: first, db) }
  }

  private func save(_ writer: PackWriter, from first: Int64, _ db: Database) throws {
    let (rows, prints) = writer.finished()
    try db.execute(
      sql: """
        INSERT INTO pack (origin, first, last, alleged, digest, rows) VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        origin.id, first, writer.last, writer.alleged,
        (rows.sha256 + prints.sha256).blob, rows.blob,
      ])
    try db.execute(
      sql: "INSERT INTO pack_prints (pack, prints) VALUES (?, ?)",
      arguments: [db.lastInsertedRowID, prints.blob])
  }
}
