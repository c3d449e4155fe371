import Archive
import Foundation
import Reports
import Testing

@testable import Updates

@Suite("Interrupted updates")
struct InterruptionTests {
  private let first = Table.of([Table.row("1", "2025-03-01")])
  private let second = Table.of([Table.row("1", "2025-03-01"), Table.row("2", "2025-03-02")])

  /// The releases that undisturbed runs leave.
  private func undisturbed() async throws -> (names: [String], release: [String: Data]) {
    let work = try Workplace()
    try work.write(first)
    try await work.update("2026-03-01")
    try work.write(second)
    try await work.update("2026-03-02")
    return (try work.releaseNames(), try work.release())
  }

  @Test("A release that could not be written is made up for by the next run, as it would have been")
  func unwritable() async throws {
    let work = try Workplace()
    try work.write(first)
    try await work.update("2026-03-01")
    try work.write(second)
    // The archive is committed, and the disk is full when the release is written.
    let full = PublishError.inputOutput(path: "page", operation: "write", cause: "disk full")
    await #expect(throws: full) {
      try await work.update(
        "2026-03-02",
        documents: [
          ReleaseDocument(
            name: "page.html", content: .bytes { () throws(PublishError) in throw full })
        ])
    }
    #expect(try work.releaseNames().count == 1)
    let outcome = try await work.update("2026-03-03")
    #expect(outcome.completedInterrupted)
    let expected = try await undisturbed()
    #expect(try work.releaseNames() == expected.names)
    #expect(try work.release() == expected.release)
    #expect(outcome.result == .unchanged)
  }

  @Test("A release that was published without the archive knowing is not published twice")
  func unnoted() async throws {
    let work = try Workplace()
    try work.write(first)
    try await work.update("2026-03-01")
    try work.write(second)
    try await work.update("2026-03-02")
    let last = try work.settings().exclusively { archive in
      let last = try #require(try archive.latestPublication())
      try archive.announce(
        Publication(
          created: last.created, previous: last.previous, basis: last.basis,
          settings: last.settings, edition: last.edition), by: nil)
      return last
    }
    let outcome = try await work.update("2026-03-03")
    #expect(outcome.completedInterrupted)
    #expect(outcome.result == .unchanged)
    #expect(try work.releaseNames() == (try await undisturbed()).names)
    let noted = try work.settings().exclusively { try $0.latestPublication() }
    #expect(noted?.name == last.name && noted?.state == .published)
  }

  @Test("A damaged archive is told, and nothing is published")
  func damaged() async throws {
    let work = try Workplace()
    try work.write(first)
    try await work.update("2026-03-01")
    let release = try work.release()
    try work.write(String(repeating: "no database ", count: 1000), as: "archive.sqlite")
    try work.write(second)
    await #expect {
      try await work.update("2026-03-02")
    } throws: { error in
      guard case ArchiveError.damaged = error else { return false }
      return UpdateFailure(error).exitCode == 65
    }
    #expect(try work.release() == release)
  }

  @Test("A mended archive keeps what was found in files that are gone, and reads the others again")
  func mended() async throws {
    let work = try Workplace(Workplace.increment)
    try work.write(Table.of([Table.row("1", "2025-03-01"), Table.row("2", "no day")]))
    try await work.update("2026-03-01") { $0.accepted = ["field"] }
    try work.remove("in/a.csv")
    try work.write(
      Table.of([Table.row("3", "2025-03-02"), Table.row("4", "no day")]), as: "in/b.csv")
    try await work.update("2026-03-02") { $0.accepted = ["field"] }
    func told() throws -> [String] {
      try work.settings().exclusively { archive in
        let origin = try #require(try archive.origins().first)
        return try archive.filesInForce(of: origin).map { "\($0.name) \($0.rows) \($0.rejected)" }
          + archive.findingsInForce(of: origin).map { "\($0.file) \($0.findings)" }
      }
    }
    let before = try told()
    #expect(before.count == 4)
    let salvage = try work.settings().rebuildArchive(at: "2026-03-03T02:00:00Z")
    #expect(salvage.findings == 2 && salvage.knowsFindings)
    // The file that is there has another name by now.
    try FileManager.default.moveItem(atPath: work.path("in/b.csv"), toPath: work.path("in/c.csv"))
    try await work.update("2026-03-03") { $0.accepted = ["field"] }
    #expect(try told() == before.map { $0.replacing("b.csv", with: "c.csv") })
  }
}
