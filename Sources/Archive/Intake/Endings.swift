internal import GRDB

/// Ends what a snapshot does not tell again.
struct Endings {
  /// Why a row is no longer alleged.
  enum Ending: Int {
    /// The snapshot has no row with its key any more.
    case missing = 1
    /// The snapshot has another row with its key.
    case replaced = 2
  }

  let origin: ArchivedOrigin
  let run: ArchivedRun

  /// - Parameter unseen: ids of the rows that were told before and not again.
  /// - Returns: how many are no longer alleged. Newer versions than those told now stay: an older
  ///   snapshot must not undo a newer one.
  mutating func end(
    _ unseen: [Int64], contest: inout Contest, in db: Database
  ) throws -> Int {
    guard !unseen.isEmpty else { return 0 }
    try db.execute(sql: "CREATE TEMP TABLE unseen (id INTEGER PRIMARY KEY)")
    defer { try? db.execute(sql: "DROP TABLE unseen") }
    for id in unseen {
      try db.cachedStatement(sql: "INSERT INTO unseen VALUES (?)").execute(arguments: [id])
    }
    var ended = 0
    for id in unseen where try end(id, contest: &contest, db) { ended += 1 }
    return ended
  }

  private func end(_ id: Int64, contest: inout Contest, _ db: Database) throws -> Bool {
    let find = try db.cachedStatement(
      sql: "SELECT source, key, version FROM record WHERE id = ?")
    guard let row = try Row.fetchOne(find, arguments: [id]) else { return false }
    let source: Int64 = row[0]
    let key: String = row[1]
    let version: Int64? = row[2]
    let rivals = try db.cachedStatement(
      sql: """
        SELECT count(*), max(version) FROM record
        WHERE key = ? AND source = ? AND origin = ? AND until IS NULL
        AND id NOT IN (SELECT id FROM unseen)
        """)
    let told = try Row.fetchOne(rivals, arguments: [key, source, origin.id])
    let count: Int = told?[0] ?? 0
    let newest: Int64? = told?[1]
    if count > 0, let version, version > newest ?? .min { return false }
    contest.noteEnded(source, key)
    try db.cachedStatement(
      sql: "UPDATE record SET until = ?, ending = ?, contested = 0 WHERE id = ?"
    ).execute(arguments: [
      run.id, (count > 0 ? Ending.replaced : .missing).rawValue, id,
    ])
    return true
  }
}
