import Records
import Regions
import Released
import Tallies
import Testing

@testable import Disclosure
@testable import Verification

@Suite("D5: what the rules of a series let somebody conclude, and what they do not")
struct SeriesRuleTests {
  typealias Told = ToldReleases.Told

  private let releases: ToldReleases

  init() throws { releases = try ToldReleases() }

  private let first = [
    Told("D1", 1, 1, 48), Told("D1A", 1, 1, nil), Told("D1B", 1, 1, nil), Told("D2", 1, 1, 30),
  ]

  @Test("a series that tells again what it told, and new months beside, tells nothing more")
  func toldAgain() async throws {
    let one = try releases.release("one", by: .month, after: Ledger(), first)
    let two = try releases.release(
      "two", by: .month, after: one.ledger,
      first + [Told("D1", 2, 2, 52), Told("D1A", 2, 2, nil), Told("D1B", 2, 2, nil)])
    #expect(try await releases.breaches(one, two).isEmpty)
    let verdict = try await ReleaseCheck.verdict(on: [one, two], catalog: releases.catalog)
    #expect(verdict.isOneSeries && verdict.withheld == 6)
  }

  @Test("a total of earlier days that was shown gives the hidden month away")
  func pastTotal() async throws {
    let one = try releases.release(
      "one", by: .month, after: Ledger(),
      [Told("D1A", 1, 1, 20), Told("D1A", 2, 2, 30), Told("D1A", 1, 2, 50)])
    let two = try releases.release(
      "two", by: .month, after: one.ledger, isRevision: true,
      [
        Told("D1A", 1, 1, 20), Told("D1A", 2, 2, 30), Told("D1A", 3, 3, nil),
        Told("D1A", 1, 3, nil),
      ])
    #expect(try await releases.breaches(one, two).isEmpty)
    let open = try releases.release(
      "open", by: .month, after: one.ledger, isRevision: true,
      [Told("D1A", 1, 1, nil), Told("D1A", 2, 2, 30), Told("D1A", 3, 3, 9), Told("D1A", 1, 3, nil)])
    // Withheld at a revision: it has changed, so the old number says nothing of the new one.
    #expect(try await releases.breaches(one, open).isEmpty)
  }

  @Test("two figures that a revision withholds share the little that their sum has grown by")
  func onlyAdded() async throws {
    let one = try releases.release(
      "one", by: .month, after: Ledger(),
      [Told("D1", 1, 1, 90), Told("D1A", 1, 1, 60), Told("D1B", 1, 1, 30)])
    func revision(_ total: Int) throws -> PublicRelease {
      try releases.release(
        "two", by: .month, after: one.ledger, isRevision: true,
        [Told("D1", 1, 1, total), Told("D1A", 1, 1, nil), Told("D1B", 1, 1, nil)])
    }
    // Each has grown by one at least: by 1 to 4 of 5 there are four numbers, of 6 there are five.
    let narrow = try await releases.breaches(one, revision(95))
    #expect(narrow.map(\.range) == [61...64, 31...34])
    #expect(narrow.allSatisfy { $0.kind == .narrow && $0.isJoint })
    #expect(try await releases.breaches(one, revision(96)).isEmpty)
    // Something has become smaller, so records were withdrawn, and nothing follows.
    #expect(try await releases.breaches(one, revision(85)).isEmpty)
  }

  @Test("what is added to several withheld figures together is nothing, or k at least")
  func addedTogether() async throws {
    let levels: [Level] = [.governorate, .subdistrict]
    func told(_ all: Int, _ shown: Int) -> [Told] {
      [
        Told("G", 1, 1, all), Told("D1A", 1, 1, shown), Told("D1B", 1, 1, nil),
        Told("D2A", 1, 1, nil), Told("D2B", 1, 1, 50),
      ]
    }
    let one = try releases.release(
      "one", by: .month, levels: levels, after: Ledger(), told(200, 60))
    for (all, shown, kinds) in [
      (200, 60, []), (210, 67, ["changed D1B", "changed D2A"]), (210, 65, []), (217, 67, []),
      // Something has become smaller there, so that more may have been added than that.
      (208, 55, []),
    ] as [(Int, Int, [String])] {
      let two = try releases.release(
        "two", by: .month, levels: levels, after: one.ledger, isRevision: true, told(all, shown))
      let breaches = try await releases.breaches(one, two)
      #expect(breaches.map { "\($0.kind.rawValue) \($0.region)" } == kinds)
      #expect(breaches.allSatisfy { $0.isJoint })
    }
  }

  @Test("totals over more and more days do not differ by the few of the days between")
  func growingTotals() async throws {
    let one = try releases.release("one", after: Ledger(), [Told("D1A", 1, 2, 40)])
    let none = try releases.release("none", after: one.ledger, [])
    for (total, kinds) in [(40, []), (43, [.changed]), (45, []), (nil, [])]
      as [(Int?, [Verdict.Breach.Kind])]
    {
      let later = try releases.release(
        "later", after: none.ledger, isRevision: true, [Told("D1A", 1, 3, total)])
      #expect(try await releases.breaches(one, none, later).map(\.kind) == kinds)
    }
  }

  @Test("a figure that was withheld and is missing later is told to be a zero")
  func gone() async throws {
    let one = try releases.release("one", by: .month, after: Ledger(), first)
    let two = try releases.release(
      "two", by: .month, after: one.ledger, [Told("D1", 1, 1, 48), Told("D1A", 1, 1, nil)])
    let kinds = try await releases.breaches(one, two).map { "\($0.kind.rawValue) \($0.region)" }
    #expect(kinds.contains("shown D1B"))
  }

  @Test("releases of one series that do not follow one another are refused")
  func order() async throws {
    let one = try releases.release("one", by: .month, after: Ledger(), first)
    let two = try releases.release("two", by: .month, after: one.ledger, first)
    let other = try releases.release(
      "other", by: .month, after: one.ledger, first + [Told("D2B", 1, 1, nil)])
    await #expect(throws: ReleasedFilesError.self) { try await releases.breaches(two, one) }
    await #expect(throws: ReleasedFilesError.self) { try await releases.breaches(two, other) }
  }
}
