import Foundation
import Testing

@testable import Updates

@Suite("Suspicious sources")
struct SuspicionTests {
  private let ten = (1...10).map { Table.row("\($0)", "2025-03-01") }

  /// Ten rows are published, then the text follows, which must be refused until it is accepted.
  private func expectRefusal(
    of text: String, after first: String? = nil, _ kind: SourceSuspicion.Kind
  ) async throws {
    let work = try Workplace()
    try work.write(first ?? Table.of(ten))
    try await work.update("2026-03-01")
    let (archive, release) = (try work.archiveBytes(), try work.release())
    try work.write(text)
    await #expect {
      try await work.update("2026-03-02")
    } throws: { error in
      guard case UpdateError.suspicious(let all) = error else { return false }
      return all.map(\.kind) == [kind] && UpdateFailure(error).exitCode == 65
    }
    #expect(try work.archiveBytes() == archive)
    #expect(try work.release() == release)
    let outcome = try await work.update("2026-03-03") { $0.accepted = ["field"] }
    #expect(outcome.result == .published)
    #expect(try await work.update("2026-03-04").result == .unchanged)
  }

  @Test("A source that shrinks by more than half stops the release")
  func shrunk() async throws {
    try await expectRefusal(of: Table.of(Array(ten.prefix(4))), .shrunk(before: 10, now: 4))
  }

  @Test("A source that shrinks by half is let through")
  func halved() async throws {
    let work = try Workplace()
    try work.write(Table.of(ten))
    try await work.update("2026-03-01")
    try work.write(Table.of(Array(ten.prefix(5))))
    #expect(try await work.update("2026-03-02").result == .published)
  }

  @Test("A source whose columns change stops the release")
  func columns() async throws {
    let text = Table.of(ten + [Table.row("11", "2025-03-01")])
      .replacing("witness", with: "phone")
    try await expectRefusal(of: text, .columns(gone: ["witness"], added: ["phone"]))
  }

  @Test("A source of which over 5 % of the rows are rejected stops the release")
  func rejected() async throws {
    let rows = (1...19).map { Table.row("\($0)", "2025-03-01") }
    let bad = Table.row("bad", "no day")
    try await expectRefusal(of: Table.of(rows + [bad, bad]), .rejected(2, of: 21))
    let work = try Workplace()
    try work.write(Table.of(rows + [bad]))
    let outcome = try await work.update()
    #expect(outcome.result == .published && outcome.needsPerson)
  }

  @Test("A source that the configuration names no longer is not dropped unseen")
  func unnamed() async throws {
    let work = try Workplace()
    try work.write(Table.of(ten))
    try await work.update("2026-03-01")
    work.configuration = Workplace.snapshot.replacing("\"field\"", with: "\"office\"")
    await #expect {
      try await work.update("2026-03-02")
    } throws: { error in
      guard case UpdateError.suspicious(let all) = error else { return false }
      return all.map(\.kind) == [.unnamed(rows: 10)] && all.map(\.source) == ["field"]
    }
    // The same records, from the source that is named now.
    try await work.update("2026-03-03") { $0.accepted = ["field"] }
    #expect(try work.release().best("A", "incidents") == "10")
  }
}
