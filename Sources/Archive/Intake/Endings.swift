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
  func end(
    _ unseen: [Int64], contest: inout Contest, in db: Database
  ) throws -> Int {
    var gone = IDSet()
    for id in unseen { gone.insert(id) }
    var ended = 0
    for id in unseen where try end(id, among: gone, contest: &contest, db) { ended += 1 }
    return ended
  }

  private func end(
    _ id: Int64, among unseen: IDSet, contest: inout Contest, _ db: Database
  ) throws -> Bool {
    let find = try db.cachedStatement(
      sql: "SELECT source, key, version FROM record WHERE id = ?")
    guard let row = try Row.fetchOne(find, arguments: [id]) else { return false }
    let (source, key, version): (Int64, String, Int64?) = (row[0], row[1], row[2])
    let told = try versionsTold(source, key, besides: unseen, db)
    if !told.isEmpty, let version, told.allSatisfy({ $0 ?? .min < version }) { return false }
    contest.noteEnded(source, key)
    try db.cachedStatement(
      sql: "UPDATE record SET until = ?, ending = ?, contested = 0 WHERE id = ?"
    ).execute(arguments: [
      run.id, (told.isEmpty ? Ending.missing : .replaced).rawValue, id,
    ])
    return true
  }

  /// The versions of the rows of a key that are told again.
  private func versionsTold(
    _ source: Int64, _ key: String, besides unseen: IDSet, _ db: Database
  ) throws -> [Int64?] {
    let find = try db.cachedStatement(
      sql: """
        SELECT id, version FROM record
        WHERE key = ? AND source = ? AND origin = ? AND until IS NULL
        """)
    find.setUncheckedArguments([key, source, origin.id])
    let rows = try Row.fetchCursor(find)
    var versions: [Int64?] = []
    while let row = try rows.next() {
      if !unseen.contains(row[0]) { versions.append(row[1]) }
    }
    return versions
  }
}
