import Foundation
internal import GRDB
import Records

/// Settles which of the rows alleged for a key counts (rule A2), for the keys that a run touched.
struct Contest {
  private struct Key: Hashable {
    let source: Int64
    let id: String
  }

  struct Rival {
    let id: Int64
    /// Name of its origin, which decides between rows that say the same.
    let origin: String
    let record: Records.Record
  }

  /// A row of a key as it stands in the archive.
  private struct Standing {
    let id: Int64
    let version: Int64?
    let since: Int64
    let isAlleged: Bool
    let counts: Bool
    let isContested: Bool
  }

  /// Whether the row on the right counts rather than the one on the left (rule A2).
  static func precedes(_ left: Rival, _ right: Rival) -> Bool {
    left.record.isReplaced(by: right.record)
      ?? ((right.origin, right.id) < (left.origin, left.id))
  }

  /// More keys than these are found by one pass over the index.
  let mostSingle: Int
  let run: ArchivedRun
  private var touched: Set<Key> = []
  private var ended: Set<Key> = []
  private var touchedCount = 0

  init(run: ArchivedRun, mostSingle: Int = 1 << 17) {
    self.run = run
    self.mostSingle = mostSingle
  }

  mutating func note(_ source: Int64, _ key: String) {
    touchedCount += 1
    guard touched.count < mostSingle else { return }
    touched.insert(Key(source: source, id: key))
  }

  mutating func noteEnded(_ source: Int64, _ key: String) {
    ended.insert(Key(source: source, id: key))
  }

  mutating func settle(in db: Database, _ changes: inout IntakeChanges) throws {
    if touched.count < mostSingle {
      // In the order of the index, in which neighbours lie together.
      let keys = touched.union(ended).sorted { ($0.id, $0.source) < ($1.id, $1.source) }
      for key in keys { try settle(key, db, &changes) }
    } else {
      // What stands alone counts already, as it was written.
      let repeated = try Self.repeated(db).union(ended)
      changes.new += touchedCount
      for key in repeated {
        changes.new -= try Self.count(of: key, writtenIn: run, db)
        try settle(key, db, &changes)
      }
      changes.new -= try deletions(besides: repeated, db)
    }
    touched = []
    ended = []
  }

  /// Settles every key of the archive anew.
  static func settleAll(run: ArchivedRun, in db: Database) throws {
    try db.execute(sql: "UPDATE record SET counts = 0, contested = 0")
    let keys = try Row.fetchAll(
      db, sql: "SELECT DISTINCT source, key FROM record WHERE until IS NULL"
    ).map { Key(source: $0[0], id: $0[1]) }
    var changes = IntakeChanges()
    let contest = Contest(run: run)
    for key in keys { try contest.settle(key, db, &changes) }
  }

  private static func repeated(_ db: Database) throws -> Set<Key> {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT source, key FROM record WHERE until IS NULL
        GROUP BY key, source HAVING count(*) > 1
        """)
    return Set(rows.map { Key(source: $0[0], id: $0[1]) })
  }

  private static func count(of key: Key, writtenIn run: ArchivedRun, _ db: Database) throws -> Int {
    try Int.fetchOne(
      try db.cachedStatement(
        sql: "SELECT count(*) FROM record WHERE key = ? AND source = ? AND since = ?"),
      arguments: [key.id, key.source, run.id]) ?? 0
  }

  /// Deletions of keys that nothing else was ever told of.
  private func deletions(besides known: Set<Key>, _ db: Database) throws -> Int {
    let rows = try Row.fetchAll(
      db, sql: "SELECT source, key FROM record WHERE since = ? AND counts = 0",
      arguments: [run.id])
    return rows.filter { !known.contains(Key(source: $0[0], id: $0[1])) }.count
  }

  // MARK: - One key

  private func settle(_ key: Key, _ db: Database, _ changes: inout IntakeChanges) throws {
    let all = try standings(of: key, db)
    if all.count == 1, all[0].isAlleged, all[0].since == run.id {
      // Nothing else was ever told of it: it counts, or not, as it was written.
      changes.new += all[0].counts ? 1 : 0
      return
    }
    let alleged = all.filter(\.isAlleged)
    let counting = try counting(alleged, of: key, db)
    for row in alleged {
      let (counts, isContested) = (row.id == counting?.id, alleged.count > 1)
      guard (row.counts, row.isContested) != (counts, isContested) else { continue }
      try db.cachedStatement(sql: "UPDATE record SET counts = ?, contested = ? WHERE id = ?")
        .execute(arguments: [counts, isContested, row.id])
    }
    for row in all where row.counts && !row.isAlleged {
      try db.cachedStatement(sql: "UPDATE record SET counts = 0 WHERE id = ?")
        .execute(arguments: [row.id])
    }
    let before = all.first { $0.counts && $0.since < run.id }
    try tell(counting, before?.id, db, &changes)
  }

  private func standings(of key: Key, _ db: Database) throws -> [Standing] {
    let find = try db.cachedStatement(
      sql: """
        SELECT id, version, since, until IS NULL, counts, contested FROM record
        WHERE key = ? AND source = ?
        """)
    find.setUncheckedArguments([key.id, key.source])
    let rows = try Row.fetchCursor(find)
    var all: [Standing] = []
    while let row = try rows.next() {
      all.append(
        Standing(
          id: row[0], version: row[1], since: row[2], isAlleged: row[3], counts: row[4],
          isContested: row[5]))
    }
    return all
  }

  /// The row that counts; `nil` where none does.
  private func counting(
    _ alleged: [Standing], of key: Key, _ db: Database
  ) throws -> Standing? {
    // One that counts has no deletion in it, and stands alone: it need not be read.
    if alleged.count == 1, alleged[0].counts { return alleged[0] }
    guard !alleged.isEmpty else { return nil }
    let winner = try rivals(for: key, db).max(by: Self.precedes)
    guard let winner, !winner.record.isDeletion else { return nil }
    return alleged.first { $0.id == winner.id }
  }

  private func tell(
    _ now: Standing?, _ before: Int64?, _ db: Database, _ changes: inout IntakeChanges
  ) throws {
    switch (before, now) {
    case (nil, nil): break
    case (nil, _?): changes.new += 1
    case (_?, nil): changes.deleted += 1
    case (let before?, let now?):
      guard before != now.id else { return }
      changes.revised += 1
      if now.version == nil { changes.revisedWithoutVersion += 1 }
      try db.cachedStatement(sql: "UPDATE record SET replaced = ? WHERE id = ?")
        .execute(arguments: [before, now.id])
    }
  }

  private func rivals(for key: Key, _ db: Database) throws -> [Rival] {
    let find = try db.cachedStatement(
      sql: """
        SELECT record.id, origin.name, form.bytes, own, line FROM record
        JOIN form ON form = form.id JOIN origin ON origin = origin.id
        WHERE key = ? AND source = ? AND until IS NULL
        """)
    return try Row.fetchAll(find, arguments: [key.id, key.source]).map { row in
      let (form, own): (Data, Data) = (row[2], row[3])
      let code = RecordCode(form: Array(form), own: Array(own))
      let record = try code.record(id: key.id, line: row[4])
      return Rival(id: row[0], origin: row[1], record: record)
    }
  }
}
