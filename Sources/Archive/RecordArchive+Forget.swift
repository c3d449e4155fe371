import Foundation
internal import GRDB
public import Records

extension RecordArchive {
  /// Removes all that was ever told of a record, and keeps it from coming back with the next
  /// snapshot. What is left is a keyed hash of its key.
  ///
  /// Freed pages are overwritten, the log is emptied and the file written anew, so that nothing of
  /// the record stands in the archive's files. Not within a transaction.
  /// - Returns: how many rows were removed; with 0, the key was unknown, and is refused from now
  ///   on all the same.
  /// - Throws: `ArchiveError`.
  @discardableResult
  public func forget(_ key: RecordKey) throws -> Int {
    let removed = try run { db in
      var removed = 0
      try db.inTransaction {
        removed = try Self.remove(key, from: db)
        return .commit
      }
      return removed
    }
    try scrub()
    return removed
  }

  private static func remove(_ key: RecordKey, from db: Database) throws -> Int {
    let digest = try ForgottenKeys(db).digest(key.source, key.id)
    let doomed =
      "SELECT record.id FROM record JOIN source ON source = source.id WHERE key = ? AND name = ?"
    let arguments: StatementArguments = [key.id, key.source]
    try db.execute(
      sql: "UPDATE record SET replaced = NULL WHERE replaced IN (\(doomed))",
      arguments: arguments)
    try db.execute(sql: "DELETE FROM record WHERE id IN (\(doomed))", arguments: arguments)
    let removed = db.changesCount
    try db.execute(
      sql: "DELETE FROM form WHERE NOT EXISTS (SELECT 1 FROM record WHERE form = form.id)")
    // They have hashes of rows, and name rows that are gone.
    try db.execute(sql: "DELETE FROM stretches")
    try db.execute(
      sql: "INSERT INTO forgotten (digest) VALUES (?) ON CONFLICT DO NOTHING",
      arguments: [digest])
    return removed
  }

  /// Leaves no freed byte behind in the file and its log.
  func scrub() throws {
    try run { db in
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      try db.execute(sql: "VACUUM")
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
  }
}
