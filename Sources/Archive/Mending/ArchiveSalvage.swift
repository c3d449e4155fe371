import Foundation
internal import GRDB
import Glibc
import Records

/// What could be carried from a damaged archive into a new one.
public struct ArchiveSalvage: Hashable, Sendable {
  /// Rows of records that were carried over.
  public internal(set) var records = 0
  /// Findings about files in force that were carried over.
  public internal(set) var findings = 0
  /// Whether those are all. Where they are not, findings of files that are still there are made again
  /// by the next update, and those of files that are gone are lost.
  public internal(set) var knowsFindings = false
  /// Whether the keys that were forgotten on request are still known. Where they are not, they must
  /// be forgotten again before the next update.
  public internal(set) var knowsForgotten = false
  /// Whether it is still known what was published (rule D5).
  public internal(set) var knowsPublished = false
  /// Names of the tables that could not be read to their end.
  public internal(set) var brokenTables: [String] = []
  /// Where the damaged file stands now.
  public internal(set) var asidePath = ""
}

extension RecordArchive {
  /// Makes a new archive in the place of a damaged one, of all that can still be read of it, and
  /// has the next update read every file anew. The damaged file is set aside.
  ///
  /// At every moment either the old archive or the new one stands at the path.
  /// - Throws: `ArchiveError`; then the old one stands there unchanged.
  public static func rebuild(_ path: String, at time: String) throws -> ArchiveSalvage {
    guard FileManager.default.fileExists(atPath: path) else {
      throw ArchiveError.noSuchFile(path: path)
    }
    let fresh = path + ".rebuilding"
    for suffix in ["", "-wal", "-shm"] { unsafe unlink(fresh + suffix) }
    let archive = try RecordArchive(path: fresh)
    var salvage = ArchiveSalvage()
    try archive.carry(from: path, &salvage, at: time)
    try archive.close()
    salvage.asidePath = try setAside(path)
    guard unsafe rename(fresh, path) == 0 else { throw failure(path) }
    // The log of the damaged file is no part of the new one.
    for suffix in ["-wal", "-shm"] { unsafe unlink(path + suffix) }
    return salvage
  }

  private static func setAside(_ path: String) throws -> String {
    for number in 1...1000 {
      let aside = "\(path).damaged-\(number)"
      if unsafe link(path, aside) == 0 { return aside }
      guard errno == EEXIST else { throw failure(path) }
    }
    throw ArchiveError.inputOutput(path: path, reason: "too many damaged archives are set aside")
  }

  private static func failure(_ path: String) -> ArchiveError {
    .inputOutput(path: path, reason: unsafe String(cString: strerror(errno)))
  }

  // MARK: - Tables

  private static let tables = [
    "setting", "run", "origin", "file", "finding", "source", "form", "record", "forgotten",
    "publication",
  ]

  private func carry(
    from path: String, _ salvage: inout ArchiveSalvage, at time: String
  ) throws {
    let old: DatabaseQueue
    do {
      old = try DatabaseQueue(path: path)
    } catch {
      salvage.brokenTables = Self.tables
      return
    }
    for table in Self.tables {
      let rows = TornTable(name: table, queue: old)
      try run { db in
        try db.execute(sql: "PRAGMA foreign_keys = OFF")
        try db.inTransaction {
          if try !rows.copy(into: db) { salvage.brokenTables.append(table) }
          return .commit
        }
      }
    }
    try old.close()
    try run { try mend($0, &salvage, at: time) }
  }

  /// Takes away what refers to nothing or cannot be decoded, and settles which rows count.
  private func mend(_ db: Database, _ salvage: inout ArchiveSalvage, at time: String) throws {
    try db.inTransaction {
      try removeUndecodable(db)
      try db.execute(sql: Self.removal)
      // Every file that is still there is read again. One that is gone stays in force, if it was,
      // with what was found in it.
      try db.execute(sql: "UPDATE file SET reading = ''")
      try db.execute(sql: "INSERT INTO run (started, changed) VALUES (?, 1)", arguments: [time])
      try Contest.settleAll(run: ArchivedRun(id: db.lastInsertedRowID), in: db)
      salvage.records = try Int.fetchOne(db, sql: "SELECT count(*) FROM record") ?? 0
      salvage.findings =
        try Int.fetchOne(
          db,
          sql: """
            SELECT total(count) FROM finding JOIN file ON file = file.id WHERE in_force = 1
            """) ?? 0
      let broken = salvage.brokenTables
      salvage.knowsFindings = !broken.contains("finding") && !broken.contains("file")
      salvage.knowsForgotten = !broken.contains("forgotten") && !broken.contains("setting")
      salvage.knowsPublished = !broken.contains("setting")
      return .commit
    }
    try db.execute(sql: "PRAGMA foreign_keys = ON")
  }

  private static let removal = """
    DELETE FROM file WHERE origin NOT IN (SELECT id FROM origin)
      OR run NOT IN (SELECT id FROM run);
    DELETE FROM record WHERE source NOT IN (SELECT id FROM source)
      OR origin NOT IN (SELECT id FROM origin) OR file NOT IN (SELECT id FROM file)
      OR since NOT IN (SELECT id FROM run);
    UPDATE record SET replaced = NULL WHERE replaced NOT IN (SELECT id FROM record);
    UPDATE record SET until = since WHERE until NOT IN (SELECT id FROM run);
    DELETE FROM finding WHERE file NOT IN (SELECT id FROM file);
    DELETE FROM form WHERE id NOT IN (SELECT form FROM record);
    UPDATE forgotten SET run = NULL WHERE run NOT IN (SELECT id FROM run);
    UPDATE publication SET run = NULL WHERE run NOT IN (SELECT id FROM run);
    """

  private func removeUndecodable(_ db: Database) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT record.id, key, source.name, version, form.bytes, form.digest, own, record.digest
        FROM record LEFT JOIN form ON form = form.id LEFT JOIN source ON source = source.id
        """)
    var broken: [Int64] = []
    while let row = try rows.next() {
      let (source, form): (String?, Data?) = (row[2], row[4])
      if source == nil || form == nil || Self.problem(of: row) != nil { broken.append(row[0]) }
    }
    for id in broken {
      try db.cachedStatement(sql: "UPDATE record SET replaced = NULL WHERE replaced = ?")
        .execute(arguments: [id])
      try db.cachedStatement(sql: "DELETE FROM record WHERE id = ?").execute(arguments: [id])
    }
  }
}

/// A table of a damaged file, read as far as it goes from either end.
private struct TornTable {
  let name: String
  let queue: DatabaseQueue

  /// - Returns: whether all rows could be read.
  func copy(into db: Database) throws -> Bool {
    for order in ["ASC", "DESC"] where try copy(order, into: db) { return true }
    return false
  }

  private func copy(_ order: String, into db: Database) throws -> Bool {
    let columns = try db.columns(in: name).map(\.name)
    let list = columns.joined(separator: ", ")
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    let key = try db.primaryKey(name).columns.map { "\($0) \(order)" }.joined(separator: ", ")
    let insert = try db.makeStatement(
      sql: "INSERT OR REPLACE INTO \(name) (\(list)) VALUES (\(marks))")
    return try queue.inDatabase { old in
      do {
        let rows = try Row.fetchCursor(
          old, sql: "SELECT \(list) FROM \(name) ORDER BY \(key)")
        while let row = try rows.next() {
          insert.setUncheckedArguments(StatementArguments(row.databaseValues))
          do {
            try insert.execute()
          } catch {
            // A row that the strict table refuses is no row of an archive.
            continue
          }
        }
        return true
      } catch is DatabaseError {
        return false
      }
    }
  }
}
