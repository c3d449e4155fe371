import Archive
import Foundation
import JSONText
import Records
import Reports
import Testing

@testable import Updates

@Suite("Periodic updates")
struct NightlyUpdateTests {
  @Test("A release is published once, and again only when something has changed")
  func onlyChanges() async throws {
    let work = try Workplace()
    try work.write(Table.of([Table.row("1", "2025-03-01", killed: 3)]))
    #expect(try await work.update("2026-03-01").result == .published)
    let archive = try work.archiveBytes()
    #expect(try await work.update("2026-03-02").result == .unchanged)
    #expect(try work.archiveBytes() == archive)
    #expect(try work.releaseNames().count == 1)
    try work.write(Table.of([Table.row("1", "2025-03-01", killed: 4)]))
    let outcome = try await work.update("2026-03-03")
    #expect(outcome.result == .published)
    #expect(outcome.sources.map(\.changes.revised) == [1])
    #expect(try work.release().best("A", "killed") == "4")
    #expect(try work.releaseNames().count == 2)
  }

  @Test("What is asked for beside the figures is published although no record has changed")
  func otherFiles() async throws {
    let work = try Workplace()
    try work.write(Table.of([Table.row("1", "2025-03-01", killed: 3)]))
    try await work.update("2026-03-01")
    var formats = ReleaseContext.Formats()
    formats.sequences = [.newline]
    #expect(try await work.update("2026-03-02", formats: formats).result == .published)
    #expect(try work.release()["regions.geojsonl"] != nil)
    #expect(try await work.update("2026-03-03", formats: formats).result == .unchanged)
    let summary = ReleaseDocument(name: "summary.md", content: .bytes { Array("three\n".utf8) })
    let outcome = try await work.update(
      "2026-03-04", documents: [summary], documentsBasis: "en", formats: formats)
    #expect(outcome.result == .published)
    #expect(try work.release()["summary.md"] == Data("three\n".utf8))
    #expect(try work.releaseNames().count == 3)
  }

  @Test("Other bytes that say the same are no change")
  func sameContent() async throws {
    let work = try Workplace()
    let rows = [Table.row("1", "2025-03-01"), Table.row("2", "2025-03-02", "B")]
    try work.write(Table.of(rows))
    try await work.update("2026-03-01")
    try work.write(Table.of(rows.reversed()))
    let outcome = try await work.update("2026-03-02")
    #expect(outcome.result == .unchanged)
    #expect(outcome.sources.map(\.changes.written) == [0])
  }

  @Test("A3: new, revised and deleted records lead to the bytes of a run from scratch")
  func fromScratch() async throws {
    let work = try Workplace()
    try work.write(
      Table.of((1...9).map { Table.row("\($0)", "2025-03-0\($0)", version: 1) }), as: "in/a.csv")
    try work.write(Table.of([Table.row("b1", "2025-04-01", "B")]), as: "in/b.csv")
    try await work.update("2026-03-01")
    try work.write(
      Table.of(
        (3...9).map { Table.row("\($0)", "2025-03-0\($0)", killed: 2, version: $0 % 2 + 1) }
          + [Table.row("10", "2025-02-01", "B", kind: "shelling")]), as: "in/a.csv")
    try work.remove("in/b.csv")
    let outcome = try await work.update("2026-03-02")
    #expect(outcome.sources.map(\.changes.deleted) == [3])
    let release = try work.release()
    #expect(release == (try await work.releaseFromScratch("2026-03-02")))
    #expect(release.best("B", "incidents") == "1")
  }

  @Test("A2: a newer version wins, whatever the order of arrival")
  func newerVersion() async throws {
    let old = Table.of([Table.row("1", "2025-03-01", killed: 5, version: 1)])
    let new = Table.of([Table.row("1", "2025-03-01", killed: 7, version: 2)])
    for order in [[old, new], [new, old]] {
      for configuration in [Workplace.snapshot, Workplace.increment] {
        let work = try Workplace(configuration)
        for (day, text) in order.enumerated() {
          try work.write(text)
          try await work.update("2026-03-0\(day + 1)")
        }
        #expect(try work.release().best("A", "killed") == "7")
      }
    }
  }

  @Test("A2: without a version, the same row wins in every order of arrival, with a finding")
  func noVersion() async throws {
    let rows = [
      Table.row("1", "2025-03-01", killed: 5), Table.row("1", "2025-03-01", killed: 40),
    ].map { Table.of([$0]) }
    var releases: [[String: Data]] = []
    for order in [rows, rows.reversed()] {
      let work = try Workplace(Workplace.increment)
      for (day, text) in order.enumerated() {
        try work.write(text, as: "in/\(rows.firstIndex(of: text) ?? 0).csv")
        try await work.update("2026-03-0\(day + 1)")
      }
      releases.append(try work.release())
      let accounts = String(decoding: try work.bytes("out.internal/accounts.json"), as: UTF8.self)
      #expect(accounts.contains("record/same-id-different-content"))
      #expect(accounts.contains("in/0.csv") && accounts.contains("in/1.csv"))
    }
    #expect(releases[0] == releases[1])
  }

  @Test("A file that only tells what is new takes nothing away")
  func increments() async throws {
    let work = try Workplace(Workplace.increment)
    try work.write(Table.of([Table.row("1", "2025-03-01")]), as: "in/1.csv")
    try await work.update("2026-03-01")
    try work.remove("in/1.csv")
    try work.write(Table.of([Table.row("2", "2025-03-02")]), as: "in/2.csv")
    try await work.update("2026-03-02")
    #expect(try work.release().best("A", "incidents") == "2")
  }

  @Test("A rehearsal tells what would change and writes nothing")
  func rehearsal() async throws {
    let work = try Workplace()
    try work.write(Table.of([Table.row("1", "2025-03-01")]))
    let outcome = try await work.update { $0.isRehearsal = true }
    #expect(outcome.result == .rehearsed)
    #expect(outcome.sources.map(\.changes.new) == [1])
    #expect(!work.exists("archive.sqlite") && !work.exists("out"))
    #expect(!work.exists("last-run.json"))
  }

  @Test("The status file tells how the run ended, in numbers and without content")
  func status() async throws {
    let work = try Workplace()
    try work.write(Table.of([Table.row("1", "2025-03-01", note: "unforgettable")]))
    try await work.update()
    let status = try #require(try LastRun.read(work.path("last-run.json")))
    #expect(status["state"]?.string == "published")
    #expect(status["exit_code"]?.int == 0)
    #expect(status["sources"]?.array?.first?["new"]?.int == 1)
    try work.remove("in/a.csv")
    await #expect(throws: UpdateError.noFiles(source: "field", patterns: ["in/*.csv"])) {
      try await work.update("2026-03-02")
    }
    let failed = try #require(try LastRun.read(work.path("last-run.json")))
    #expect(failed["state"]?.string == "failed")
    #expect(failed["exit_code"]?.int == 66)
  }

  @Test("Old releases are removed as the configuration says")
  func prune() async throws {
    let work = try Workplace("keep_releases = 2\n" + Workplace.snapshot)
    for day in 1...4 {
      try work.write(Table.of([Table.row("1", "2025-03-01", killed: day)]))
      try await work.update("2026-03-0\(day)")
    }
    #expect(try work.releaseNames().map { String($0.prefix(10)) } == ["2026-03-03", "2026-03-04"])
  }
}
