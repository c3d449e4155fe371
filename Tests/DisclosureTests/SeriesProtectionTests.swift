import Records
import Regions
import Tallies
import Testing

@testable import Disclosure

@Suite("D5: what a series may say next, given what it has said")
struct SeriesProtectionTests {
  private let catalog: RegionCatalog

  init() throws { catalog = try TinyCountry.catalog() }

  /// Displaced people of one place and month, one record for each number.
  private func displaced(_ place: String, month: Int, _ numbers: Int...) throws -> [Record] {
    try numbers.enumerated().map { position, number in
      let day = try #require(Day(year: 2025, month: month, day: 3 + 2 * position))
      return Record(
        key: RecordKey(source: "S", id: "\(place) \(month) \(position)"),
        dates: try #require(DateSpan(first: day, last: day)), measure: .flow,
        content: .movement(
          Movement(
            kind: .displacement, origin: Place(designations: [[Designation(code: place)]]),
            destination: nil, figure: .exactly(number))),
        line: 2)
    }
  }

  private func plan(
    _ records: [Record], by step: Step?, after ledger: Ledger? = nil, isRevision: Bool = true,
    _ policy: Policy = .public
  ) async throws -> ProtectionPlan {
    let report = try TinyCountry.report(records, ReportSettings(step: step))
    return try await ProtectionPlan(
      of: report, catalog: catalog, policy: policy,
      history: ledger.map { History(ledger: $0, isRevision: isRevision) })
  }

  /// What the release says of a place.
  private func told(_ plan: ProtectionPlan, _ place: String) throws -> [String] {
    try Release.protectedRelease(by: plan, catalog: catalog).rows
      .filter { $0.regionID == place && $0.indicator == "displaced" && $0.placeStatus == .region }
      .map { $0.best?.text ?? $0.status.rawValue }
  }

  @Test(
    "a total over more days is withheld where it says how few the days between have",
    arguments: [(3, "withheld"), (9, "69")])
  func totals(added: Int, expected: String) async throws {
    let before =
      try displaced("G1A1", month: 1, 10, 10, 10) + displaced("G1A1", month: 2, 10, 10, 10)
    let first = try await plan(before, by: nil)
    #expect(try told(first, "G1A1") == ["60"])
    let after = try before + displaced("G1A1", month: 3, 1, added - 1)
    let second = try await plan(after, by: nil, after: first.ledger)
    #expect(try told(second, "G1A1") == [expected])
  }

  @Test("a revision that changes nothing can be released, and says what was said")
  func unchanged() async throws {
    let records =
      try displaced("G1A1", month: 1, 2) + displaced("G2A1", month: 3, 4)
      + displaced("G2B1", month: 3, 4)
    let first = try await plan(records, by: .month)
    let said = try told(first, "SY")
    #expect(said.contains("withheld"))
    let second = try await plan(records, by: .month, after: first.ledger)
    #expect(try told(second, "SY") == said)
  }

  @Test("what is withheld on although nothing of it is left stands in the sums as what it is")
  func gone() async throws {
    let others =
      try displaced("G1A2", month: 1, 20, 20, 20) + displaced("G1B1", month: 1, 20, 20, 20)
    let first = try await plan(others + displaced("G1A1", month: 1, 1, 1), by: .month)
    #expect(try told(first, "G1A1") == ["withheld", "withheld"])
    let second = try await plan(others, by: .month, after: first.ledger)
    #expect(try told(second, "G1A1") == ["withheld", "withheld"])
    let report = try TinyCountry.report(others, ReportSettings(step: .month))
    let ledger = try #require(first.ledger)
    let series = Series(History(ledger: ledger, isRevision: true), catalog: catalog)
    let number = try #require(catalog.number(of: "G1A1"))
    let known = Selection(of: report, policy: .public, series: series).figures.figures
      .filter { $0.name.site == .region(number) && $0.name.view == .level(.subdistrict) }
      .map(\.known)
    #expect(known.count == 2)
    for known in known {
      #expect(known.number == .known(.zero) && known.isPrimary && known.mayBeZero)
    }
  }

  @Test("where all waits for a revision, the release still tells nothing of its input")
  func silent() async throws {
    let before = try displaced("G1A1", month: 1, 10, 10, 10)
    let first = try await plan(before, by: nil)
    let after = try before + displaced("G1A1", month: 3, 10, 10, 10)
    let second = try await plan(after, by: nil, after: first.ledger, isRevision: false)
    let release = try Release.protectedRelease(by: second, catalog: catalog)
    #expect(release.rows.isEmpty && second.hasProtected)
    #expect(release.accounts.inputs.isEmpty && release.accounts.findings.isEmpty)
  }

  /// Movements that are public where they began, whoever then left the place.
  private static var partlyPublic: Policy {
    var policy = Policy.public
    for stem in [Indicator.Stem.displaced, .evicted, .relocated] {
      policy[Indicator(stem)] = Policy.Decision(.public, "a test")
    }
    return policy
  }

  @Test("public figures that bound protected ones are told again as these are, and anew with them")
  func publicMovements() async throws {
    let policy = Self.partlyPublic
    let before = try displaced("G1A1", month: 1, 10, 10)
    let first = try await plan(before, by: nil, policy)
    #expect(try told(first, "G1A1") == ["20"] && !first.hasProtected)
    let ledger = try #require(first.ledger)
    #expect(ledger.entries.values.allSatisfy(\.isPublic) && !ledger.entries.isEmpty)
    let after = try displaced("G1A1", month: 1, 10, 12)
    let second = try await plan(after, by: nil, after: ledger, isRevision: false, policy)
    #expect(try told(second, "G1A1") == ["20"])
    let third = try await plan(after, by: nil, after: second.ledger, policy)
    #expect(try told(third, "G1A1") == ["22"])
    // Protected from now on, they are withheld where they are small.
    let few = try displaced("G1A1", month: 1, 1, 2) + displaced("G1A2", month: 1, 10, 10)
    let small = try await plan(few, by: nil, policy)
    #expect(try told(small, "G1A1") == ["3"])
    let later = try await plan(few, by: nil, after: small.ledger)
    #expect(try told(later, "G1A1") == ["withheld"] && later.waiting.isEmpty)
  }

  @Test("a policy that protects a part of the movements needs a ledger that notes the rest")
  func untoldMovements() async throws {
    let records = try displaced("G1A1", month: 1, 10, 10)
    let ledger = try Ledger(parsing: Array(LedgerTests.withoutPublic.utf8))
    await #expect(throws: DisclosureError.untoldMovements(policy: "public")) {
      try await plan(records, by: nil, after: ledger, Self.partlyPublic)
    }
    #expect(try await plan(records, by: nil, after: ledger).ledger?.releaseCount == 2)
  }

  @Test("how many people are withheld is told inside only, as the sum of what is withheld")
  func share() async throws {
    let records =
      try displaced("G1A1", month: 1, 1, 1) + displaced("G1A2", month: 1, 20, 20, 20)
      + displaced("G1B1", month: 1, 20, 20, 20)
    let plan = try await plan(records, by: .month)
    let inside = Release.internalReport(
      of: try TinyCountry.report(records, ReportSettings(step: .month)), catalog: catalog,
      besides: plan)
    let share = try #require(
      inside.accounts.withheld.first { $0.level == "subdistrict" && $0.indicator == "displaced" })
    let release = try Release.protectedRelease(by: plan, catalog: catalog)
    let numbers = ["G1A1": 2, "G1A2": 60, "G1B1": 60]
    let withheld = release.rows.filter {
      $0.level == "subdistrict" && $0.indicator == "displaced" && $0.isWithheld && !$0.isCoverage
    }
    #expect((share.figures, share.withheldFigures) == (3, withheld.count))
    let people = withheld.compactMap { numbers[$0.regionID] }.reduce(0, +)
    #expect(people > 2)
    #expect((share.best.text, share.withheldBest.text) == ("122", "\(people)"))
    #expect(release.accounts.withheld.isEmpty)
  }
}
