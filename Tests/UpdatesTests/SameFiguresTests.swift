import Boundaries
import Disclosure
import Foundation
import Readers
import Reports
import Tallies
import Testing

@testable import Updates

@Suite("An update and a report")
struct SameFiguresTests {
  private static let checkout = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Layouts of several publishers, movements and running totals among them.
  private static let files = [
    "GeoData/examples/incidents.csv", "GeoData/examples/movements.csv",
    "Tests/ReadersTests/Samples/acled.csv", "Tests/ReadersTests/Samples/tracker-incidents.csv",
    "Tests/ReadersTests/Samples/tracker-movements.csv",
  ]

  /// What `nuzuh report` makes of the same files.
  private func reported(_ work: Workplace) async throws -> [String: Data] {
    let settings = try work.settings()
    let files = try FileManager.default.contentsOfDirectory(atPath: work.path("in")).sorted()
    let inputs = try files.map { try InputFile(path: work.path("in/\($0)")) }
    let loaded = try Workplace.boundaries.get()
    let rules = settings.rules
    let placer = Placer(
      catalog: loaded.catalog, index: loaded.index(), names: loaded.names,
      snapMeters: rules.snapMeters)
    let report = try ReportRun.report(files: files, settings: rules, placer: placer) { take in
      try inputs.enumerated().map { position, input in
        let summary = try input.read { try take(position, $0.records, $0.findings) }
        return ReportRun.FileFacts(
          sha256: summary.sha256, profile: summary.profile, rows: summary.rows,
          rejected: summary.rejected)
      }
    }
    let plan = try await ProtectionPlan(of: report, catalog: loaded.catalog, policy: .public)
    try ReleaseWriter(
      release: Release.protectedRelease(by: plan, catalog: loaded.catalog),
      catalog: loaded.catalog,
      context: ReleaseContext(
        created: "2026-03-01T02:00:00Z", toolVersion: "0.0.0", boundaryEdition: loaded.edition,
        licenses: [], attribution: ""), ledger: plan.ledger?.bytes
    ).publish(to: work.path("report"))
    var release: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: work.path("report")) {
      release[name] = try work.bytes("report/\(name)")
    }
    return release
  }

  @Test("From the same files, an update and a report make the same bytes")
  func sameBytes() async throws {
    let work = try Workplace(Workplace.increment)
    for file in Self.files {
      let name = file.split(separator: "/").suffix(2).joined(separator: "-")
      try FileManager.default.copyItem(
        atPath: Self.checkout.appending(path: file).path, toPath: work.path("in/\(name)"))
    }
    // Invented files have dirt in them.
    try await work.update { $0.accepted = ["field"] }
    let release = try work.release()
    let reported = try await reported(work)
    #expect(Set(release.keys) == Set(reported.keys))
    for (name, bytes) in reported { #expect(release[name] == bytes, "\(name)") }
  }

  private static let injured =
    "id,source,date_start,kind,longitude,latitude,killed,injured\n"

  @Test("D5: what was shown is shown again, and the ledger goes on from the current release")
  func ledger() async throws {
    let work = try Workplace()
    func row(_ id: Int, _ month: String, _ injured: Int) -> String {
      // Over the month: figures of less than a week are not shown.
      "\(id),S,2025-\(month)-\(id % 10 + 11),raid,36.5,34.5,1,\(injured)\n"
    }
    let early = (1...9).map { row($0, "03", 20 + $0) }.joined()
    try work.write(Self.injured + early)
    try await work.update("2026-03-01")
    let first = try work.release()
    let before = try Ledger(parsing: [UInt8](#require(first["ledger.jsonl"])))
    let late = early + row(10, "03", 40) + (11...19).map { row($0, "04", 10 + $0) }.joined()
    try work.write(Self.injured + late)
    try await work.update("2026-03-02")
    let second = try work.release()
    let after = try Ledger(parsing: [UInt8](#require(second["ledger.jsonl"])))
    #expect(after.continues(before) && after.releaseCount == 2)
    func march(_ release: [String: Data]) -> [Substring] {
      String(decoding: release["tallies.csv"] ?? Data(), as: UTF8.self).split(separator: "\n")
        .filter { $0.contains("2025-03-01,2025-03-31,period,injured") }
    }
    // The late record waits for a revision.
    #expect(!march(first).isEmpty && march(first) == march(second))
    let outcome = try await work.update("2026-03-03") { $0.isRevision = true }
    #expect(outcome.result == .published)
    #expect(march(try work.release()) != march(first))
  }

  @Test("D5: an older release that is made current again does not undo the ledger")
  func rolledBack() async throws {
    let work = try Workplace()
    let first = (1...9).map { "\($0),S,2025-03-05,raid,36.5,34.5,1,\(20 + $0)\n" }.joined()
    let second = (11...19).map { "\($0),S,2025-04-05,raid,36.5,34.5,1,\(20 + $0)\n" }.joined()
    let third = (21...29).map { "\($0),S,2025-05-05,raid,36.5,34.5,1,\(20 + $0)\n" }.joined()
    try work.write(Self.injured + first)
    try await work.update("2026-03-01")
    try work.write(Self.injured + first + second)
    try await work.update("2026-03-02")
    let published = try Ledger(parsing: [UInt8](#require(try work.release()["ledger.jsonl"])))
    try work.remove("out/current")
    try FileManager.default.createSymbolicLink(
      atPath: work.path("out/current"),
      withDestinationPath: "releases/\(try work.releaseNames()[0])")
    try work.write(Self.injured + first + second + third)
    try await work.update("2026-03-03")
    let now = try Ledger(parsing: [UInt8](#require(try work.release()["ledger.jsonl"])))
    #expect(now.continues(published) && now.releaseCount == 3)
  }
}
