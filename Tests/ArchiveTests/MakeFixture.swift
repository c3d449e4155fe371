import Foundation
import GRDB
import Records
import Regions
import Testing
@testable import Archive
@Suite("fixture") struct MakeFixture {
  @Test func make() throws {
    let path = "/tmp/edition-1.sqlite"
    _ = try? FileManager.default.removeItem(atPath: path)
    let queue = try DatabaseQueue(path: path)
    try Schema.migrator.migrate(queue, upTo: "1 records")
    try queue.close()
    // full archive to take rows from
    let full = try RecordArchive(path: nil)
    try full.begin()
    let run = try full.startRun(at: "2026-03-01T02:00:00Z")
    var intake = try Intake(full, full.origin(named: "field"), run, isSnapshot: false)
    try intake.begin("incidents.csv")
    func rec(_ id: String, _ killed: Int, del: Bool = false, v: Int64? = nil) -> Records.Record {
      Records.Record(key: RecordKey(source: "S", id: id), version: v, isDeletion: del, dates: DateSpan(Day(year: 2025, month: 3, day: 9)!),
        content: .incident(Incident(place: Place(point: Coordinate(longitude: 36.5, latitude: 34.5)), kind: "raid", killed: Figure(Quantity(killed), .exact))), line: 2)
    }
    try intake.take([rec("1", 1, v: 1), rec("1", 2, v: 2), rec("2", 1), rec("2", 1, del: true), rec("3", 7)])
    try intake.end(ArchivedFile(name: "incidents.csv", sha256: String(repeating: "0", count: 64), bytes: 10, profile: "tracker-incidents", reading: "0.1.0", rows: 5, rejected: 0), [])
    _ = try intake.finish()
    try full.commit()
    try full.run { db in
      try db.execute(sql: "ATTACH '\(path)' AS old")
      for t in ["run","origin","file","source","form","record"] { try db.execute(sql: "INSERT INTO old.\(t) SELECT * FROM main.\(t)") }
      try db.execute(sql: "DETACH old")
    }
  }
}
