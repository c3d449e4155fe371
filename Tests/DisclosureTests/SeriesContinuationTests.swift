import Records
import Regions
import Tallies
import Testing
import Withholding

@testable import Disclosure

@Suite("D5: a series can always go on, and nothing that it withholds is given away by that")
struct SeriesContinuationTests {
  private let catalog: RegionCatalog
  private let coarse: [Level] = [.country, .governorate, .district]
  private let fine: [Level] = [.country, .governorate, .district, .subdistrict]

  init() throws { catalog = try TinyCountry.catalog() }

  /// Displaced people of one place and month, one record for each number.
  private func displaced(
    _ place: String, month: Int, to destination: String? = nil, _ numbers: Int...
  ) throws -> [Record] {
    try numbers.enumerated().map { position, number in
      let day = try #require(Day(year: 2025, month: month, day: 3 + 2 * position))
      return Record(
        key: RecordKey(source: "S", id: "\(place) \(destination ?? "") \(month) \(position)"),
        dates: try #require(DateSpan(first: day, last: day)), measure: .flow,
        content: .movement(
          Movement(
            kind: .displacement, origin: Place(designations: [[Designation(code: place)]]),
            destination: destination.map { Place(designations: [[Designation(code: $0)]]) },
            figure: .exactly(number))),
        line: 2)
    }
  }

  private func plan(
    _ records: [Record], _ levels: [Level], after earlier: ProtectionPlan? = nil,
    isRevision: Bool = true, k: Int = 5
  ) async throws -> ProtectionPlan {
    let report = try TinyCountry.report(records, ReportSettings(step: .month, levels: levels))
    var policy = Policy.public
    policy.primary.threshold = k
    return try await ProtectionPlan(
      of: report, catalog: catalog, policy: policy,
      history: earlier?.ledger.map { History(ledger: $0, isRevision: isRevision) })
  }

  /// What the release says of displaced people in January, by level and place.
  private func january(_ plan: ProtectionPlan) throws -> [String: String] {
    let rows = try Release.protectedRelease(by: plan, catalog: catalog).rows.filter {
      $0.indicator == "displaced" && !$0.isCoverage && $0.period.start == "2025-01-01"
    }
    return Dictionary(
      uniqueKeysWithValues: rows.map {
        (
          "\($0.level) \($0.placeStatus.rawValue) \($0.regionID)",
          $0.best?.text ?? $0.status.rawValue
        )
      })
  }

  @Test(
    "what has gone is withheld at a level that is added as well, so that a revision is not refused")
  func gone() async throws {
    let others =
      try displaced("G1B1", month: 1, 20, 20, 20) + displaced("G1A1", month: 2, 20, 20, 20)
      + displaced("G1C1", month: 1, 20, 20, 20)
    let first = try await plan(others + displaced("G1A1", month: 1, 1, 1), coarse)
    #expect(try january(first)["district region G1A"] == "withheld")
    let second = try await plan(others, fine, after: first)
    #expect(second.waiting.isEmpty)
    let told = try january(second)
    #expect(told["district region G1A"] == "withheld")
    // Missing, it would be a zero, and with it the district above.
    #expect(told["subdistrict unspecified G1A"] == "withheld")
  }

  @Test("an absent figure is a zero to whoever reads the release, and so is what hangs on it")
  func absent() throws {
    let number = try #require(catalog.number(of: "G1A"))
    let days = FigurePeriod(.coverage, first: Day(number: 0), last: Day(number: 30))
    func figure(_ level: Level, _ site: Tally.Site, _ known: KnownFigure) -> JointSystem.Figure {
      (
        FigureName(
          view: .level(level), site: site, period: days, indicator: Indicator(.displaced),
          category: ""), known
      )
    }
    var hidden = KnownFigure(.withheld)
    hidden.mayBeZero = true
    let other = try #require(catalog.number(of: "G1B1"))
    let system = JointSystem(
      catalog: catalog, settings: ReportSettings(levels: [.district, .subdistrict]),
      coverage: days,
      figures: [
        figure(.district, .region(number), hidden),
        figure(.subdistrict, .region(other), KnownFigure(.known(Quantity(9)))),
      ], flows: [], threshold: nil)
    let ties = system.table.sums.filter { $0.parent == 0 }
    #expect(ties.count == 1 && ties.allSatisfy { $0.parts.allSatisfy { $0 >= 2 } })
    #expect(ties.allSatisfy { $0.parts.allSatisfy { system.table.cells[$0].value == 0 } })
  }

  @Test("a level that would give away what was told before waits, and all else is told")
  func waits() async throws {
    let records =
      try displaced("G1A1", month: 1, 3, 3) + displaced("G1B1", month: 1, 20, 20, 20)
      + displaced("G1B1", month: 2, 20, 20, 20) + displaced("G1A1", month: 2, 20, 20, 20)
    let first = try await plan(records, coarse)
    #expect(try january(first)["district region G1A"] == "6")
    // Under the new k six people are too few, but their district has been told.
    let second = try await plan(records, fine, after: first, k: 7)
    let told = try january(second)
    #expect(told["district region G1A"] == "6")
    #expect(told.keys.allSatisfy { !$0.hasPrefix("subdistrict") })
    let january = second.waiting.groups.keys.filter { $0.period.kind == .period }
    #expect(january.map(\.period.first) == [Day(year: 2025, month: 1, day: 1)])
    let release = try Release.protectedRelease(by: second, catalog: catalog)
    #expect(release.rows.contains { $0.level == "subdistrict" && $0.period.start == "2025-02-01" })
    #expect(
      release.accounts.settings.contains { $0.name == "waits" && $0.value.contains("2025-01") })
  }

  @Test("totals over all days wait before any period does, and periods one after another")
  func totalsFirst() async throws {
    let months = try [1, 2, 3].flatMap { try displaced("G1A1", month: $0, 20, 20, 20) }
    let first = try await plan(months, coarse)
    let ledger = try #require(first.ledger)
    var series = try #require(
      Series(History(ledger: ledger, isRevision: true), catalog: catalog))
    let names = ledger.entries.keys.sorted().compactMap(series.keys.figure).filter {
      $0.view == .level(.country) && $0.indicator == Indicator(.displaced)
    }
    let coverage = try #require(names.map(\.period).first { $0.kind == .coverage })
    let system = JointSystem(
      catalog: catalog, settings: ReportSettings(step: .month, levels: coarse),
      coverage: coverage, figures: names.map { ($0, KnownFigure(.known(Quantity(60)))) }, flows: [],
      threshold: nil)
    // As if the total and all of the months were to blame.
    let failures = Array(names.indices)
    var waiting: [Int] = []
    while try series.letWait(failures, of: system, most: 1) {
      waiting.append(series.waiting.groups.count)
      if waiting.count == 1 {
        #expect(series.waiting.groups.keys.map(\.period) == [coverage])
      }
    }
    #expect(waiting == [1, 2, 3, 4])
  }

  @Test("a revision withholds more rather than tell that a few were added to those withheld")
  func addedTogether() async throws {
    let levels: [Level] = [.governorate, .subdistrict]
    let before =
      try displaced("G1A1", month: 1, 1, 1) + displaced("G1A2", month: 1, 20, 20, 20)
      + displaced("G1B1", month: 1, 20, 20, 20) + displaced("G1B2", month: 1, 30, 30, 30)
      + displaced("G1C1", month: 1, 30, 30, 30) + displaced("G1B1", month: 2, 20, 20, 20)
    let first = try await plan(before, levels)
    let after =
      try before + displaced("G1A1", month: 1, to: "SY", 3)
      + displaced("G1C1", month: 1, to: "SY", 8)
    let second = try await plan(after, levels, after: first)
    let (old, new) = (try january(first), try january(second))
    func number(_ told: [String: String], _ key: String) -> Int? { told[key].flatMap { Int($0) } }
    let total = "governorate region G1"
    let grown = try #require(number(new, total)) - (try #require(number(old, total)))
    #expect(grown == 11)
    let shown = new.keys.filter { $0.hasPrefix("subdistrict") && number(new, $0) != nil }
    let told = shown.reduce(0) { $0 + (number(new, $1) ?? 0) - (number(old, $1) ?? 0) }
    #expect(grown - told == 0 || grown - told >= 5)
  }

  @Test("what belongs to an earlier count is not told again beside a later one")
  func counts() async throws {
    let levels: [Level] = [.governorate, .district]
    let others = try displaced("G1B1", month: 1, 30, 30) + displaced("G1A1", month: 2, 30, 30)
    let before = try others + displaced("G1A1", month: 1, 30, 30)
    let first = try await plan(before, [.district, .subdistrict])
    #expect(try january(first)["subdistrict region G1A1"] == "60")
    let after = try others + displaced("G1A1", month: 1, 30, 30, 30)
    let second = try await plan(after, levels, after: first)
    let third = try await plan(
      after, levels + [.subdistrict], after: second, isRevision: false)
    let told = try january(third)
    #expect(told["district region G1A"] == "90" && told["governorate region G1"] == "150")
    #expect(told.keys.allSatisfy { !$0.hasPrefix("subdistrict") })
    let fourth = try await plan(after, levels + [.subdistrict], after: third)
    #expect(try january(fourth)["subdistrict region G1A1"] == "90")
    // A period of which a revision says nothing was not counted anew.
    let february = try await plan(
      displaced("G1A1", month: 2, 30, 30), [.district, .subdistrict], after: first)
    let again = try await plan(
      before, [.district, .subdistrict], after: february, isRevision: false)
    #expect(try january(again)["subdistrict region G1A1"] == "60")
  }

  @Test("what a revision has told to be a zero by its silence does not come back")
  func vanished() async throws {
    let stays =
      try displaced("G1B1", month: 1, 20, 20, 20)
      + displaced("G1B1", month: 2, 20, 20, 20)
    let first = try await plan(stays + displaced("G1A1", month: 1, 20, 20, 20), coarse)
    #expect(try january(first)["district region G1A"] == "60")
    let second = try await plan(stays, coarse, after: first)
    let third = try await plan(stays, coarse, after: second, isRevision: false)
    for later in [second, third] {
      let told = try january(later)
      #expect(told["district region G1A"] == nil && told["country region SY"] == "60")
    }
  }

  @Test("the day of a stock does not tell what an earlier period would be, which waits")
  func stockDays() async throws {
    func present(_ day: Int, _ place: String, _ number: Int) throws -> Record {
      let day = try #require(Day(year: 2025, month: 1, day: day))
      return Record(
        key: RecordKey(source: "S", id: "\(place) \(day)"), dates: DateSpan(day), measure: .stock,
        content: .movement(
          Movement(
            kind: .displacement, origin: nil,
            destination: Place(designations: [[Designation(code: place)]]),
            figure: .exactly(number))),
        line: 2)
    }
    func days(_ records: [Record], after earlier: ProtectionPlan?, isRevision: Bool) async throws
      -> (plan: ProtectionPlan, february: [String: String?])
    {
      var settings = ReportSettings(step: .month, levels: [.district])
      settings.from = Day(year: 2025, month: 1, day: 1)
      settings.to = Day(year: 2025, month: earlier == nil ? 1 : 2, day: 28)
      var policy = Policy.public
      (policy.primary.leastRecords, policy.primary.mostOfOneRecordPercent) = (1, 100)
      let plan = try await ProtectionPlan(
        of: try TinyCountry.report(records, settings), catalog: catalog, policy: policy,
        history: earlier?.ledger.map { History(ledger: $0, isRevision: isRevision) })
      let rows = try Release.protectedRelease(by: plan, catalog: catalog).rows.filter {
        $0.indicator == "idps" && $0.level == "district" && !$0.isCoverage
          && $0.period.start == "2025-02-01"
          && $0.best?.text == "40"
      }
      return (plan, Dictionary(uniqueKeysWithValues: rows.map { ($0.regionID, $0.asOf) }))
    }
    let first = try await days([present(10, "G1B1", 60)], after: nil, isRevision: false)
    let late = try [present(10, "G1B1", 60), present(20, "G1A1", 40)]
    let second = try await days(late, after: first.plan, isRevision: false)
    #expect(second.february == ["G1A": nil])
    let third = try await days(late, after: second.plan, isRevision: true)
    #expect(third.february == ["G1A": "2025-01-20"])
  }

  @Test("flows of the same days are told again after their record was withdrawn")
  func flows() async throws {
    let stays =
      try displaced("G2A1", month: 1, to: "G1", 20, 20, 20)
      + displaced("G2A1", month: 2, to: "G1", 20, 20, 20)
    let goes = try displaced("G1A1", month: 1, to: "G2", 20, 20, 20)
    let first = try await plan(stays + goes, coarse)
    let second = try await plan(stays, coarse, after: first, isRevision: false)
    func flows(_ plan: ProtectionPlan) throws -> [String] {
      try Release.protectedRelease(by: plan, catalog: catalog).flows.map {
        "\($0.level) \($0.originID) \($0.destinationID) \($0.best?.text ?? $0.status.rawValue)"
      }
    }
    #expect(try flows(first).contains("governorate G1 G2 60"))
    #expect(try flows(second) == flows(first))
  }
}
