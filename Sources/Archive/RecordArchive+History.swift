import Foundation
internal import GRDB
import Records

extension RecordArchive {
  /// Hands over, key by key, what counted after two runs, wherever anything did.
  ///
  /// Memory grows with what records share, not with the records. What was forgotten on request is in
  /// neither.
  /// - Precondition: `before` is not later than `after`.
  /// - Throws: `ArchiveError`, or what `take` throws.
  public func forEachKey(
    from before: ArchivedRun, to after: ArchivedRun, _ take: (KeyHistory) throws -> Void
  ) throws {
    try run { db in
      var walk = try HistoryWalk(db, before: before.id, after: after.id)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT id, key, source, form, own, line, since, until, ending, file, origin
          FROM record WHERE since <= ? ORDER BY key, source
          """, arguments: [after.id])
      while let row = try rows.next() {
        if let history = try walk.add(row) { try take(history) }
      }
      if let history = walk.endKey() { try take(history) }
    }
  }

  /// How many keys were forgotten on request.
  public func forgottenCount() throws -> Int {
    try run { try Int.fetchOne($0, sql: "SELECT count(*) FROM forgotten") ?? 0 }
  }
}

/// Brings the rows of each key together and settles what counted when.
private struct HistoryWalk {
  /// A row with the runs in which it was alleged.
  private struct Alleged {
    let row: ArchivedRow
    let since: Int64
    let until: Int64?
    let ending: Int?

    func isAlleged(after run: Int64) -> Bool { since <= run && (until ?? .max) > run }

    var rival: Contest.Rival {
      Contest.Rival(id: row.id, origin: row.origin, record: row.record)
    }
  }

  private let db: Database
  private let before: Int64
  private let after: Int64
  private let sources: [Int64: String]
  private let files: [Int64: String]
  private let origins: [Int64: String]
  private let times: [Int64: String]
  private var forms = FormCache()
  private var rows: [Alleged] = []

  init(_ db: Database, before: Int64, after: Int64) throws {
    self.db = db
    self.before = before
    self.after = after
    sources = try Self.names(db, "SELECT id, name FROM source")
    files = try Self.names(db, "SELECT id, name FROM file")
    origins = try Self.names(db, "SELECT id, name FROM origin")
    times = try Self.names(db, "SELECT id, started FROM run")
  }

  private static func names(_ db: Database, _ sql: String) throws -> [Int64: String] {
    let rows = try Row.fetchAll(db, sql: sql).map { row -> (Int64, String) in (row[0], row[1]) }
    return Dictionary(rows) { first, _ in first }
  }

  /// - Returns: the key before, where this row is the first of another one.
  mutating func add(_ row: Row) throws -> KeyHistory? {
    let alleged = try alleged(row)
    let isSame = rows.last.map { $0.row.record.key == alleged.row.record.key } ?? true
    let history = isSame ? nil : endKey()
    rows.append(alleged)
    return history
  }

  private mutating func alleged(_ row: Row) throws -> Alleged {
    let own: Data = row[4]
    let (source, file, origin, since): (Int64, Int64, Int64, Int64) = (
      row[2], row[9], row[10], row[6]
    )
    guard sources[source] != nil, let file = files[file], let origin = origins[origin],
      let arrived = times[since]
    else { throw ByteReader.Damage() }
    try forms.load(row[3], in: db)
    let code = RecordCode(form: try forms.bytes(of: row[3]), own: Array(own))
    return Alleged(
      row: ArchivedRow(
        id: row[0], record: try code.record(id: row[1], line: row[5]), origin: origin,
        file: file, arrived: arrived),
      since: since, until: row[7], ending: row[8])
  }

  mutating func endKey() -> KeyHistory? {
    defer { rows.removeAll(keepingCapacity: true) }
    let (old, new) = (winner(after: before), winner(after: after))
    let counted = (old.flatMap(Self.counting), new.flatMap(Self.counting))
    guard let key = (counted.0 ?? counted.1)?.record.key else { return nil }
    return KeyHistory(
      key: key, before: counted.0, after: counted.1,
      end: counted.0 != nil && counted.1 == nil ? end(of: old, by: new) : nil)
  }

  private func winner(after run: Int64) -> Alleged? {
    rows.filter { $0.isAlleged(after: run) }.max { Contest.precedes($0.rival, $1.rival) }
  }

  private static func counting(_ winner: Alleged) -> ArchivedRow? {
    winner.row.record.isDeletion ? nil : winner.row
  }

  private func end(of old: Alleged?, by new: Alleged?) -> KeyHistory.End? {
    if let new { return .withdrawn(by: new.row) }
    guard let until = old?.until, let time = times[until] else { return nil }
    return .missing(noticed: time)
  }
}
