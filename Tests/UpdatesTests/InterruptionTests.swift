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
}
