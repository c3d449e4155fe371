import Foundation
internal import GRDB
import Records

/// What is wrong with an archive.
public struct ArchiveCheck: Sendable {
  /// One sentence each; empty where all is well. No content of records.
  public internal(set) var problems: [String] = []
  /// Rows of records, those that count, and files seen.
  public internal(set) var records = 0
  public internal(set) var counted = 0
  public internal(set) var files = 0

  /// The most problems that are told.
  static let most = 100

  mutating func add(_ problem: String) {
    if problems.count < Self.most { problems.append(problem) }
  }
}

extension RecordArchive {
  /// Looks whether the file is whole, whether every record can be decoded and says what its digest
  /// says, and whether of each key at most one row counts.
  ///
  /// - Throws: `ArchiveError` where the file is so broken that it cannot even be read to its end.
  public func check() throws -> ArchiveCheck {
    try run { db in
      var check = ArchiveCheck()
      for word in try String.fetchAll(db, sql: "PRAGMA integrity_check(100)") where word != "ok" {
        check.add("the file: \(word)")
      }
      for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
        check.add(
          "table \(row[0] as String): a row refers to one of \(row[2] as String) that is missing")
      }
      check.records = try Int.fetchOne(db, sql: "SELECT count(*) FROM record") ?? 0
      check.counted =
        try Int.fetchOne(db, sql: "SELECT count(*) FROM record WHERE counts = 1") ?? 0
      check.files = try Int.fetchOne(db, sql: "SELECT count(*) FROM file") ?? 0
      try checkContests(db, &check)
      try checkContents(db, &check)
      try checkStretches(db, &check)
      try PackCheck.check(db, &check)
      return check
    }
  }

  private func checkContests(_ db: Database, _ check: inout ArchiveCheck) throws {
    let twice =
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM (SELECT 1 FROM record WHERE counts = 1
          GROUP BY key, source HAVING count(*) > 1)
          """) ?? 0
    if twice > 0 { check.add("\(twice) keys count twice") }
    let ended =
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM record WHERE counts = 1 AND until IS NOT NULL") ?? 0
    if ended > 0 { check.add("\(ended) records count although they have ended") }
  }

  private func checkContents(_ db: Database, _ check: inout ArchiveCheck) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT record.id, key, source.name, version, form.bytes, form.digest, own, record.digest
        FROM record JOIN form ON form = form.id JOIN source ON source = source.id
        """)
    while let row = try rows.next() {
      let problem = Self.problem(of: row)
      if let problem { check.add("record row \(row[0] as Int64): \(problem)") }
    }
  }

  private func checkStretches(_ db: Database, _ check: inout ArchiveCheck) throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT file, digest, bytes, blocks, pieces FROM stretches")
    while let row = try rows.next() {
      let (digest, bytes, blocks, pieces): (Data, Data, Data, Data) = (
        row[1], row[2], row[3], row[4]
      )
      let written = WrittenStretches(
        stretches: Array(bytes), blocks: Array(blocks), pieces: Array(pieces))
      guard written.digest != Array(digest) else { continue }
      check.add("stretches of file \(row[0] as Int64): are not what their digest says")
    }
  }

  static func problem(of row: Row) -> String? {
    let (key, source): (String, String) = (row[1], row[2])
    let version: Int64? = row[3]
    let (form, formDigest): (Data, Data) = (row[4], row[5])
    let (own, digest): (Data, Data) = (row[6], row[7])
    let code = RecordCode(form: Array(form), own: Array(own))
    guard let record = try? code.record(id: key, line: 0) else { return "cannot be decoded" }
    guard record.key.source == source, record.version == version else {
      return "contradicts its columns"
    }
    let coded = CodedRow(
      source: source, id: key, version: version, isDeletion: record.isDeletion, form: 0,
      own: Array(own), line: 0)
    return coded.digest(Array(formDigest)) == Array(digest) ? nil : "is not what its digest says"
  }
}
