import Foundation
internal import GRDB

/// Runs, the sources of the configuration, and the files that they brought.
extension RecordArchive {
  /// - Parameter time: when the run began, ISO 8601.
  public func startRun(at time: String) throws -> ArchivedRun {
    try run { db in
      try db.execute(sql: "INSERT INTO run (started) VALUES (?)", arguments: [time])
      return ArchivedRun(id: db.lastInsertedRowID)
    }
  }

  /// The source of a name, which is made where it is new.
  public func origin(named name: String) throws -> ArchivedOrigin {
    try run { db in
      try db.execute(
        sql: "INSERT INTO origin (name) VALUES (?) ON CONFLICT DO NOTHING", arguments: [name])
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT * FROM origin WHERE name = ?", arguments: [name])
      else { throw ArchiveError.damaged(path: path ?? "memory", reason: "a source is missing") }
      return Self.origin(row)
    }
  }

  /// All sources, in the order of their names.
  public func origins() throws -> [ArchivedOrigin] {
    try run { db in
      try Row.fetchAll(db, sql: "SELECT * FROM origin ORDER BY name").map(Self.origin)
    }
  }

  private static func origin(_ row: Row) -> ArchivedOrigin {
    let columns: String? = row["columns"]
    return ArchivedOrigin(
      id: row["id"], name: row["name"], profile: row["profile"],
      columns: columns.map { $0.split(separator: "\u{1F}").map(String.init) },
      rejectedPercent: row["rejected_percent"])
  }

  /// Notes what an origin is like now, for the next run to compare.
  public func update(
    _ origin: ArchivedOrigin, profile: String, columns: [String]?, rejectedPercent: Double
  ) throws {
    try run { db in
      try db.execute(
        sql: "UPDATE origin SET profile = ?, columns = ?, rejected_percent = ? WHERE id = ?",
        arguments: [
          profile, columns?.joined(separator: "\u{1F}"), rejectedPercent, origin.id,
        ])
    }
  }

  /// The files whose rows an origin goes by now.
  public func filesInForce(of origin: ArchivedOrigin) throws -> [ArchivedFile] {
    try run { db in
      try Row.fetchAll(
        db,
        sql: "SELECT * FROM file WHERE origin = ? AND in_force = 1 ORDER BY name, sha256",
        arguments: [origin.id]
      ).map { row in
        ArchivedFile(
          name: row["name"], sha256: row["sha256"], bytes: row["bytes"], profile: row["profile"],
          reading: row["reading"], rows: row["rows"], rejected: row["rejected"])
      }
    }
  }

  /// What was found in the files that an origin goes by now, with their names.
  public func findingsInForce(
    of origin: ArchivedOrigin
  ) throws -> [(file: String, findings: ArchivedFindings)] {
    try run { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT file.name, rule, count, lines FROM finding JOIN file ON finding.file = file.id
          WHERE origin = ? AND in_force = 1 ORDER BY file.name, file.sha256, rule
          """, arguments: [origin.id]
      ).map { row in
        let lines: Data = row["lines"]
        return (
          row["name"],
          ArchivedFindings(
            rule: row["rule"], count: row["count"], lines: try Self.lines(Array(lines)))
        )
      }
    }
  }

  private static func lines(_ bytes: [UInt8]) throws -> [Int] {
    var reader = ByteReader(bytes)
    var lines: [Int] = []
    while !reader.isAtEnd { lines.append(Int(truncatingIfNeeded: try reader.number())) }
    return lines
  }
}
