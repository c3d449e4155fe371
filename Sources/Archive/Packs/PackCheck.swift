import Foundation
internal import GRDB

/// Whether packs say what the table of records says.
enum PackCheck {
  static func check(_ db: Database, _ check: inout ArchiveCheck) throws {
    for origin in try Int64.fetchAll(db, sql: "SELECT id FROM origin") {
      let packs = try Packs(of: origin, in: db)
      for extent in packs.extents {
        guard let problem = try problem(of: extent, origin, packs, db) else { continue }
        check.add(
          "pack of rows \(extent.rows.lowerBound) to \(extent.rows.upperBound): \(problem)")
      }
    }
  }

  private static func problem(
    of extent: Packs.Extent, _ origin: Int64, _ packs: Packs, _ db: Database
  ) throws -> String? {
    let changed = try packs.changed(in: extent, db)
    do {
      var rows = try Packs.rows(of: extent, db)
      var counted: Set<Int64> = []
      while let row = try rows.next() { counted.insert(row.id) }
      var alleged: [Int64: UInt64] = [:]
      try Packs.forEachPrint(of: extent, db) { alleged[$0] = $1 }
      return try contradicts(extent, origin, counted, alleged, changed, db)
        ? "is not what the records are" : nil
    } catch is ByteReader.Damage {
      return "is not what its digest says, or cannot be decoded"
    }
  }

  /// Compares a pack with the records in its range, but for those noted as changed.
  private static func contradicts(
    _ extent: Packs.Extent, _ origin: Int64, _ counted: Set<Int64>,
    _ alleged: [Int64: UInt64], _ changed: Set<Int64>, _ db: Database
  ) throws -> Bool {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, counts, digest FROM record
        WHERE origin = ? AND until IS NULL AND id BETWEEN ? AND ?
        """, arguments: [origin, extent.rows.lowerBound, extent.rows.upperBound])
    var met = 0
    while let row = try rows.next() {
      let (id, counts): (Int64, Bool) = (row[0], row[1])
      guard !changed.contains(id) else { continue }
      met += 1
      guard counted.contains(id) == counts, alleged[id] == fingerprint(row[2] as Data) else {
        return true
      }
    }
    return met != alleged.keys.filter { !changed.contains($0) }.count
  }
}
