import Foundation
internal import GRDB
public import Records

/// Takes the rows of one origin into an archive: what is known already costs a look-up, what is
/// new is written, and at the end it is settled which row of each key counts (rule A2).
///
/// An origin that tells everything each time (a *snapshot*) stops alleging what it does not tell
/// again; one that tells only what is new goes on alleging all that it has told.
public struct Intake: Sendable {
  let archive: RecordArchive
  private let origin: ArchivedOrigin
  private let run: ArchivedRun
  private let isSnapshot: Bool
  var memory: OriginMemory
  /// Of the file that is being read, where it is read by stretches.
  var stretches: StretchTable?
  private var coder = RowCoder()
  private var sources = SourceTable()
  private var forgotten: ForgottenKeys
  private var file: Int64 = 0
  private var contest: Contest
  private let packing: Packing
  public internal(set) var changes = IntakeChanges()

  /// - Parameter isSnapshot: whether the files that follow are all that the origin has to tell.
  public init(
    _ archive: RecordArchive, _ origin: ArchivedOrigin, _ run: ArchivedRun, isSnapshot: Bool
  ) throws {
    try self.init(
      archive, origin, run, isSnapshot: isSnapshot, contest: Contest(run: run),
      packing: Packing(origin: origin))
  }

  init(
    _ archive: RecordArchive, _ origin: ArchivedOrigin, _ run: ArchivedRun, isSnapshot: Bool,
    contest: Contest, packing: Packing
  ) throws {
    self.archive = archive
    self.origin = origin
    self.run = run
    self.isSnapshot = isSnapshot
    self.contest = contest
    self.packing = packing
    forgotten = try archive.run { try ForgottenKeys($0) }
    memory = try archive.run {
      try OriginMemory(origin, run, isSnapshot: isSnapshot, in: $0)
    }
    changes.before = memory.countBefore
  }

  // MARK: - Files

  /// Begins a file; what it held is told when it ends.
  public mutating func begin(_ name: String) throws {
    coder.beginFile()
    stretches = nil
    file = try archive.run { db in
      try db.execute(
        sql: """
          INSERT INTO file (origin, name, sha256, bytes, profile, reading, rows, rejected, run,
          in_force) VALUES (?, ?, '', 0, '', '', 0, 0, ?, 1)
          """, arguments: [origin.id, name, run.id])
      return db.lastInsertedRowID
    }
  }

  public mutating func end(_ facts: ArchivedFile, _ findings: [ArchivedFindings]) throws {
    try archive.run { db in
      try db.execute(
        sql: """
          UPDATE file SET in_force = 0 WHERE origin = ?1 AND id <> ?2 AND in_force = 1
          AND (name = ?3 OR sha256 = ?4)
          """, arguments: [origin.id, file, facts.name, facts.sha256])
      try db.execute(
        sql: """
          UPDATE file SET sha256 = ?, bytes = ?, profile = ?, reading = ?, rows = ?, rejected = ?
          WHERE id = ?
          """,
        arguments: [
          facts.sha256, facts.bytes, facts.profile, facts.reading, facts.rows, facts.rejected,
          file,
        ])
      try dropStretches(db)
      try stretches?.save(as: file, tellsAll: isSnapshot, in: db)
      for finding in findings {
        var lines = ByteWriter()
        for line in finding.lines { lines.add(UInt64(max(0, line))) }
        try db.execute(
          sql: "INSERT INTO finding (file, rule, count, lines) VALUES (?, ?, ?, ?)",
          arguments: [file, finding.rule, finding.count, lines.bytes.blob])
      }
    }
  }

  // MARK: - Rows

  public mutating func take(_ records: [Records.Record]) throws {
    guard !records.isEmpty else { return }
    try archive.run { db in
      for record in records { try take(coder.row(of: record), in: db) }
    }
  }

  public mutating func take(_ rows: PlainRows) throws {
    guard !rows.isEmpty else { return }
    try archive.run { db in
      var number = 0
      for row in 0..<rows.count {
        try take(coder.row(row, firstNumber: number, of: rows), in: db)
        number += rows.templates[Int(rows.template[row])].slots.count
      }
    }
  }

  private mutating func take(_ row: CodedRow, in db: Database) throws {
    let digest = row.digest(coder.forms.digest(row.form))
    changes.told += 1
    if let known = try memory.see(row, digest, in: db) {
      stretches?.note(known)
      return
    }
    if forgotten.contains(row.source, row.id) {
      changes.forgotten += 1
      stretches?.noteForgotten()
      return
    }
    let source = try sources.id(of: row.source, in: db)
    let form = try coder.forms.id(row.form, in: db)
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO record (origin, source, key, version, form, own, digest, file, line, since,
        counts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    insert.setUncheckedArguments([
      origin.id, source, row.id, row.version, form, row.own.blob,
      digest.blob, file, row.line, run.id, row.isDeletion ? 0 : 1,
    ])
    try insert.execute()
    memory.insert(digest, id: db.lastInsertedRowID)
    stretches?.note(db.lastInsertedRowID)
    contest.note(db.lastInsertedRowID)
    changes.written += 1
  }

  // MARK: - The end

  /// Settles what the origin no longer tells, and which row of each key counts.
  public mutating func finish() throws -> IntakeChanges {
    let unseen = isSnapshot ? memory.unseen : []
    var ended = 0
    try archive.run { db in
      try dropStretches(db)
      ended = try Endings(origin: origin, run: run).end(unseen, contest: &contest, in: db)
      try contest.settle(in: db, &changes)
      try packing.pack(in: db)
    }
    changes.after = changes.before + changes.written - ended
    return changes
  }

  /// Files of earlier runs: a snapshot's are all told anew.
  private func putOutOfForce(_ db: Database) throws {
    try db.execute(
      sql: "UPDATE file SET in_force = 0 WHERE origin = ? AND run <> ? AND in_force = 1",
      arguments: [origin.id, run.id])
  }

  /// Those of files that are no longer in force, which are in memory as far as they are needed. Before
  /// others are written, so that they take the same pages, which else would all be written twice.
  private func dropStretches(_ db: Database) throws {
    if isSnapshot { try putOutOfForce(db) }
    try db.execute(
      sql: "DELETE FROM stretches WHERE file NOT IN (SELECT id FROM file WHERE in_force = 1)")
  }
}
