import Foundation
import GRDB
import Records
import Testing

@testable import Archive

@Suite("Rows beside those that are told again")
struct NeighborPrintsTests {
  /// The ids and prints of an origin's alleged rows, as the table has them.
  private func rows(_ origin: ArchivedOrigin, _ db: Database) throws -> [(id: Int64, print: UInt64)]
  {
    try Row.fetchAll(
      db, sql: "SELECT id, digest FROM record WHERE origin = ? AND until IS NULL ORDER BY id",
      arguments: [origin.id]
    ).map { ($0[0], fingerprint($0[1] as Data)) }
  }

  @Test("A row is found behind the one before it, whatever other origins told between")
  func found() throws {
    let archive = try RecordArchive(path: nil)
    for part in 0..<20 {
      for name in ["a", "b"] {
        try take(
          (0..<30).map { Sample.incident("\(name)\(part)-\($0)") }, into: archive,
          isSnapshot: false, origin: name, fewestPacked: 600)
      }
    }
    let origin = try archive.origin(named: "a")
    try archive.run { db in
      let rows = try rows(origin, db)
      try #require(rows.count == 600)
      var prints = try NeighborPrints(of: origin, in: db)
      for (before, row) in zip(rows, rows.dropFirst()) {
        #expect(try prints.id(of: row.print, from: before.id + 1, in: db) == row.id)
        // What stands before is not looked for.
        #expect(try prints.id(of: before.print, from: before.id + 1, in: db) == nil)
      }
      #expect(try prints.id(of: rows[107].print, from: rows[100].id, in: db) == rows[107].id)
      #expect(try prints.id(of: rows[108].print, from: rows[100].id, in: db) == nil)
      #expect(try prints.id(of: rows[0].print, from: .max, in: db) == nil)
    }
  }

  @Test("What has changed since it was packed, or is in no pack, is left to be looked up")
  func changed() throws {
    let archive = try RecordArchive(path: nil)
    let records: [Records.Record] = (0..<40).map { Sample.incident("\($0)") }
    try take(records, into: archive, fewestPacked: 40)
    let origin = try archive.origin(named: "o")
    let before = try archive.run { try rows(origin, $0) }
    // Number 3 is gone and number 7 is another.
    let others =
      records.filter { $0.key.id != "3" && $0.key.id != "7" }
      + [Sample.incident("7", killed: 9), Sample.incident("x")]
    try take(others, into: archive, fewestPacked: 1000)
    try archive.run { db in
      var prints = try NeighborPrints(of: origin, in: db)
      for (number, row) in before.enumerated() {
        let found = try prints.id(of: row.print, from: row.id, in: db)
        #expect(found == ([3, 7].contains(number) ? nil : row.id))
      }
      for row in try rows(origin, db).suffix(2) {
        #expect(try prints.id(of: row.print, from: row.id, in: db) == nil)
      }
    }
  }

  @Test("Rows that are told again beside others are seen once each, and nothing is written anew")
  func seen() throws {
    let archive = try RecordArchive(path: nil)
    let records: [Records.Record] = (0..<200).map { Sample.incident("\($0)") }
    try take(records, into: archive, fewestPacked: 1)
    for kept in [records, Array(records[50...]), Array(records[50...].reversed())] {
      let before = try counted(archive).count
      let changes = try take(kept, into: archive, fewestPacked: 1)
      #expect(changes.written == 0 && changes.deleted == before - kept.count)
      #expect(try counted(archive).count == kept.count)
    }
  }
}
