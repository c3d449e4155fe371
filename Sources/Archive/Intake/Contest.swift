import Foundation
internal import GRDB
import Records

/// Settles which of the rows alleged for a key counts (rule A2), for the keys that a run touched.
///
/// All of them are read by one statement and written by a few: some for each key took twice as long.
struct Contest {
  struct Rival {
    let id: Int64
    /// Name of its origin, which decides between rows that say the same.
    let origin: String
    let record: Records.Record
  }

  /// Whether the row on the right counts rather than the one on the left (rule A2).
  static func precedes(_ left: Rival, _ right: Rival) -> Bool {
    left.record.isReplaced(by: right.record)
      ?? ((right.origin, right.id) < (left.origin, left.id))
  }

  /// Where more rows are new, only keys of which several rows are alleged are looked at.
  let mostSingle: Int
  let run: ArchivedRun
  private var written: [Int64] = []
  private var writtenCount = 0
  private var ended: [Int64] = []

  init(run: ArchivedRun, mostSingle: Int = 1 << 17) {
    self.run = run
    self.mostSingle = mostSingle
  }

  /// - Parameter id: of a row of this run.
  mutating func note(_ id: Int64) {
    writtenCount += 1
    if written.count < mostSingle { written.append(id) }
  }

  /// - Parameter ids: of rows that are no longer alleged.
  mutating func noteEnded(_ ids: [Int64]) { ended += ids }

  mutating func settle(in db: Database, _ changes: inout IntakeChanges) throws {
    try Self.withKeys(db) {
      try Self.addKeys(of: ended, db)
      if written.count < mostSingle {
        try Self.addKeys(of: written, db)
        try settleKeys(db, &changes)
      } else {
        try db.execute(
          sql: """
            INSERT OR IGNORE INTO touched SELECT key, source FROM record WHERE until IS NULL
            GROUP BY key, source HAVING count(*) > 1
            """)
        // What stands alone counts already, as it was written.
        changes.new += writtenCount - (try count(Self.touchedRows, db))
        try settleKeys(db, &changes)
        changes.new -= try count(Self.loneDeletions, db)
      }
    }
    written = []
    ended = []
  }

  /// Settles every key of the archive anew.
  static func settleAll(run: ArchivedRun, in db: Database) throws {
    try db.execute(sql: "UPDATE record SET counts = 0, contested = 0")
    try withKeys(db) {
      try db.execute(
        sql: "INSERT OR IGNORE INTO touched SELECT key, source FROM record WHERE until IS NULL")
      var changes = IntakeChanges()
      try Contest(run: run).settleKeys(db, &changes)
    }
  }

  // MARK: - The keys

  private static let touchedRows =
    "SELECT count(*) FROM touched CROSS JOIN record USING (key, source) WHERE since = ?"

  /// Deletions of keys that nothing else was ever told of.
  private static let loneDeletions = """
    SELECT count(*) FROM record WHERE since = ? AND counts = 0 AND NOT EXISTS (
    SELECT 1 FROM touched WHERE touched.key = record.key AND touched.source = record.source)
    """

  private func count(_ sql: String, _ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: sql, arguments: [run.id]) ?? 0
  }

  private static func withKeys(_ db: Database, _ body: () throws -> Void) throws {
    try db.execute(
      sql: """
        CREATE TEMP TABLE touched (
        key TEXT, source INTEGER, PRIMARY KEY (key, source)) WITHOUT ROWID
        """)
    defer { try? db.execute(sql: "DROP TABLE touched") }
    try body()
  }

  private static func addKeys(of rows: [Int64], _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO touched SELECT key, source FROM record
        WHERE id IN (SELECT value FROM json_each(?))
        """, arguments: [RowIDs.json(rows)])
  }

  // MARK: - Key by key

  /// A row of a key as it stands in the archive.
  private struct Standing {
    let id: Int64
    let version: Int64?
    let since: Int64
    let isAlleged: Bool
    let counts: Bool
    let isContested: Bool
  }

  private func settleKeys(_ db: Database, _ changes: inout IntakeChanges) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT key, source, record.id, version, since, until IS NULL, counts, contested
        FROM touched CROSS JOIN record USING (key, source) ORDER BY key, source
        """)
    var verdicts = Verdicts()
    var last: (key: String, source: Int64)?
    var all: [Standing] = []
    while let row = try rows.next() {
      let (key, source): (String, Int64) = (row[0], row[1])
      if let last, last != (key, source) {
        try settle(all, of: last, db, &verdicts, &changes)
        all.removeAll(keepingCapacity: true)
      }
      last = (key, source)
      all.append(
        Standing(
          id: row[2], version: row[3], since: row[4], isAlleged: row[5], counts: row[6],
          isContested: row[7]))
    }
    if let last { try settle(all, of: last, db, &verdicts, &changes) }
    try verdicts.write(to: db)
  }

  private func settle(
    _ all: [Standing], of key: (key: String, source: Int64), _ db: Database,
    _ verdicts: inout Verdicts, _ changes: inout IntakeChanges
  ) throws {
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
      verdicts.changed.append((row.id, counts, isContested))
    }
    for row in all where row.counts && !row.isAlleged { verdicts.uncounted.append(row.id) }
    let before = all.first { $0.counts && $0.since < run.id }
    tell(counting, before?.id, &verdicts, &changes)
  }

  /// The row that counts; `nil` where none does.
  private func counting(
    _ alleged: [Standing], of key: (key: String, source: Int64), _ db: Database
  ) throws -> Standing? {
    // One that counts has no deletion in it, and stands alone: it need not be read.
    if alleged.count == 1, alleged[0].counts { return alleged[0] }
    guard !alleged.isEmpty else { return nil }
    let winner = try rivals(for: key, db).max(by: Self.precedes)
    guard let winner, !winner.record.isDeletion else { return nil }
    return alleged.first { $0.id == winner.id }
  }

  private func tell(
    _ now: Standing?, _ before: Int64?, _ verdicts: inout Verdicts,
    _ changes: inout IntakeChanges
  ) {
    switch (before, now) {
    case (nil, nil): break
    case (nil, _?): changes.new += 1
    case (_?, nil): changes.deleted += 1
    case (let before?, let now?):
      guard before != now.id else { return }
      changes.revised += 1
      if now.version == nil { changes.revisedWithoutVersion += 1 }
      verdicts.replaced.append((now.id, before))
    }
  }

  private func rivals(
    for key: (key: String, source: Int64), _ db: Database
  ) throws -> [Rival] {
    let find = try db.cachedStatement(
      sql: """
        SELECT record.id, origin.name, form.bytes, own, line FROM record
        JOIN form ON form = form.id JOIN origin ON origin = origin.id
        WHERE key = ? AND source = ? AND until IS NULL
        """)
    return try Row.fetchAll(find, arguments: [key.key, key.source]).map { row in
      let (form, own): (Data, Data) = (row[2], row[3])
      let code = RecordCode(form: Array(form), own: Array(own))
      let record = try code.record(id: key.key, line: row[4])
      return Rival(id: row[0], origin: row[1], record: record)
    }
  }
}
