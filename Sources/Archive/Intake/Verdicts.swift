internal import GRDB

/// What has been decided about rows, until it is written.
struct Verdicts {
  /// Alleged rows that count or are contested otherwise than before.
  var changed: [(id: Int64, counts: Bool, isContested: Bool)] = []
  /// Rows that counted and are no longer alleged.
  var uncounted: [Int64] = []
  /// Rows that count now, with those that counted before.
  var replaced: [(id: Int64, before: Int64)] = []

  func write(to db: Database) throws {
    for row in changed {
      try db.cachedStatement(sql: "UPDATE record SET counts = ?, contested = ? WHERE id = ?")
        .execute(arguments: [row.counts, row.isContested, row.id])
    }
    try db.execute(
      sql: "UPDATE record SET counts = 0 WHERE id IN (SELECT value FROM json_each(?))",
      arguments: [RowIDs.json(uncounted)])
    try writeReplaced(db)
  }

  private func writeReplaced(_ db: Database) throws {
    guard !replaced.isEmpty else { return }
    try db.execute(sql: "CREATE TEMP TABLE settled (id INTEGER PRIMARY KEY, before INTEGER)")
    defer { try? db.execute(sql: "DROP TABLE settled") }
    for row in replaced {
      try db.cachedStatement(sql: "INSERT INTO settled VALUES (?, ?)")
        .execute(arguments: [row.id, row.before])
    }
    try db.execute(
      sql: """
        UPDATE record SET replaced = (SELECT before FROM settled WHERE settled.id = record.id)
        WHERE id IN (SELECT id FROM settled)
        """)
  }
}

/// Many row ids as one argument of a statement, which takes them apart by `json_each`.
enum RowIDs {
  static func json(_ ids: [Int64]) -> String {
    "[\(ids.map(String.init).joined(separator: ","))]"
  }
}
