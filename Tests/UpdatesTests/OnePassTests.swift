import Archive
import Foundation
import Readers
import Testing

@testable import Updates

@Suite("Files that are read once")
struct OnePassTests {
  private let table = Table.of((1...9).map { Table.row("\($0)", "2025-03-0\($0)") })
  /// Long after files of the tests were written.
  private var later: Date { Date(timeIntervalSinceNow: 60) }

  private func found(
    _ work: Workplace, unlike lengths: Set<Int>? = [], at time: Date? = nil
  ) throws -> [SourceFile] {
    try SourceFiles.find(["in/*.csv"], work.settings(), unlike: lengths, at: time ?? later)
  }

  @Test("Only a file that no other is as long as, and that has rested, is not hashed first")
  func whichFiles() throws {
    let work = try Workplace()
    try work.write(table)
    let length = table.utf8.count
    #expect(try found(work).map(\.sha256) == [nil])
    // The file system of the tests tells times in fine steps, so a moment is enough.
    #expect(try found(work, at: Date(timeIntervalSinceNow: 1)).map(\.sha256) == [nil])
    let hashed = try [
      found(work, unlike: [length]), found(work, unlike: nil),
      found(work, at: Date(timeIntervalSinceNow: -1)),
    ]
    #expect(hashed.allSatisfy { $0.count == 1 && $0[0].sha256 != nil })
    try work.write(table.replacing("-03-", with: "-04-"), as: "in/b.csv")
    try work.write(table + "\n", as: "in/c.csv")
    #expect(try found(work).map { $0.sha256 == nil } == [false, false, true])
    // Of equal ones the first, as ever.
    try work.write(table, as: "in/b.csv")
    #expect(try found(work).map(\.name) == ["in/a.csv", "in/c.csv"])
  }

  /// Reads the one file of a workplace, which is changed after it was found.
  private func read(
    _ work: Workplace, hashesFirst: Bool, changed change: () throws -> Void
  ) throws -> String {
    let archive = try RecordArchive(path: nil)
    let settings = try work.settings()
    let way = try ReadingWay(settings.sources[0], settings, toolVersion: "0")
    let file = try #require(try found(work, unlike: hashesFirst ? nil : []).first)
    try archive.begin()
    let run = try archive.startRun(at: "2026-03-01T02:00:00Z")
    let intake = try Intake(archive, try archive.origin(named: "field"), run, isSnapshot: true)
    var takers = [FileTaker(intake: intake)]
    let input = try InputFile(path: file.path, settings: way.settings)
    try takers[0].intake.begin(file.name)
    try change()
    return try FileReading(input, file, archive, way).read(into: &takers).sha256
  }

  @Test(
    "A file that changes while it is read is no file, also where it stays as long as it was",
    arguments: [true, false])
  func changes(hashesFirst: Bool) throws {
    let work = try Workplace()
    try work.write(table)
    let sha256 = try read(work, hashesFirst: hashesFirst) {}
    #expect(sha256 == (try SourceFiles.checksum(work.path("in/a.csv")).sha256))
    let other = table.replacing("-03-", with: "-04-")
    let changed = UpdateError.changedWhileRead(file: "in/a.csv")
    #expect(throws: changed) {
      try read(work, hashesFirst: hashesFirst) {
        let handle = try #require(FileHandle(forWritingAtPath: work.path("in/a.csv")))
        // Times are told in steps of some milliseconds; a file that is not hashed has rested.
        Thread.sleep(forTimeInterval: 0.05)
        try handle.write(contentsOf: Data(other.utf8))
        try handle.close()
      }
    }
    try work.write(table)
    #expect(throws: changed) {
      try read(work, hashesFirst: hashesFirst) {
        try work.write(other, as: "other")
        try work.remove("in/a.csv")
        try FileManager.default.moveItem(
          atPath: work.path("other"), toPath: work.path("in/a.csv"))
      }
    }
  }
}
