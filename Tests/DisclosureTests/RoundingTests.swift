import Records
import Regions
import Rounding
import Tallies
import Testing
import Withholding

@testable import Disclosure

@Suite("Rounding instead of withholding")
struct RoundingTests {
  private static let base = 5

  private static var policy: Policy {
    var policy = Policy.all
    policy.rounding = Policy.Rounding(base: base, mayGoFurther: true)
    return policy
  }

  private func key(_ digit: String = "7") throws -> RoundingKey {
    try #require(RoundingKey(hexadecimal: String(repeating: digit, count: 64)))
  }

  private struct Case {
    let report: Report
    let plan: ProtectionPlan
    let release: Release
  }

  private func rounded(
    _ records: [Record], _ settings: ReportSettings, key: RoundingKey
  ) throws -> Case {
    let report = try TinyCountry.report(records, settings)
    let catalog = try TinyCountry.catalog()
    let plan = try ProtectionPlan(
      rounding: report, catalog: catalog, policy: Self.policy, key: key)
    return Case(
      report: report, plan: plan,
      release: try Release.protectedRelease(by: plan, catalog: catalog))
  }

  private func rounded(
    _ seed: UInt64, count: Range<Int> = 3..<90, key text: String = "7"
  ) throws -> Case {
    var random = MixedRecords(seed: seed)
    let records = random.records(random.number(count))
    return try rounded(records, random.settings(), key: key(text))
  }

  private func treatments(_ plan: ProtectionPlan) -> [Treatment] { Array(plan.rows) + plan.flows }

  // MARK: - What is shown

  @Test(
    "Every protected figure of a random mixture is a multiple of the base, beside what was counted but for few; a zero is a zero; nothing else of it is told",
    arguments: 1...10 as ClosedRange<UInt64>)
  func near(_ seed: UInt64) throws {
    let made = try rounded(seed)
    var (all, further) = (0, 0)
    for (tally, treatment) in zip(made.report.tallies, made.plan.rows) {
      guard tally.indicator.kind != .net, case .rounded(let number) = treatment else {
        #expect(treatment != .whole)
        continue
      }
      let best = try #require(tally.best)
      let distance = max(number, best).attos - min(number, best).attos
      #expect(number.attos % Quantity(Self.base).attos == 0)
      #expect(distance < 2 * Quantity(Self.base).attos)
      if best == .zero { #expect(number == .zero) }
      all += 1
      if distance >= Quantity(Self.base).attos { further += 1 }
    }
    #expect(further * 20 <= all)
    for row in made.release.rows where row.status == .rounded {
      #expect(row.low == nil && row.high == nil && row.records == nil && row.best != nil)
    }
    let exact: [Release.FigureStatus] = [.reported, .zero]
    #expect(!made.release.rows.contains { exact.contains($0.status) && $0.best != nil })
    #expect(made.plan.ledger == nil)
  }

  @Test(
    "All sums and bounds hold between the figures shown, flows and zones among them; and an attacker with linear programs leaves each k values",
    arguments: 41...48 as ClosedRange<UInt64>)
  func additive(_ seed: UInt64) async throws {
    let made = try rounded(seed, count: 3..<50)
    let (rules, numbers) = try shown(made)
    let multiples = numbers.map { $0.map { $0 / Self.base } ?? 0 }
    for rule in rules.rules {
      let total = rule.terms.reduce(0) { $0 + $1.factor * multiples[$1.cell] }
      #expect(rule.isBound ? total >= 0 : total == 0)
    }
    let attack = try await Attack(RoundingTests.known(rules, numbers), threshold: 5)
    #expect(attack.isRepelled)
  }

  /// What a reader of the release has.
  private func shown(_ made: Case) throws -> (rules: RoundedRules, numbers: [Int?]) {
    let selection = Selection(of: made.report, policy: Self.policy)
    var numbers: [FigureName: Int] = [:]
    for (tally, treatment) in zip(made.report.tallies, made.plan.rows) {
      if case .rounded(let number) = treatment {
        numbers[selection.name(of: tally)] = number.roundedUp
      }
    }
    var flows: [FlowName: Int] = [:]
    for (flow, treatment) in zip(made.report.flows, made.plan.flows) {
      if case .rounded(let number) = treatment {
        flows[selection.name(of: flow)] = number.roundedUp
      }
    }
    let figures = selection.figures
    return (
      RoundedRules(
        catalog: try TinyCountry.catalog(), settings: selection.shownSettings,
        coverage: selection.coverage, figures: figures.figures, flows: figures.flows),
      figures.figures.map { numbers[$0.name] } + figures.flows.map { flows[$0.name] }
    )
  }

  /// Every figure less than the base from what is shown, nothing else being known of it.
  private static func known(_ rules: RoundedRules, _ numbers: [Int?]) -> KnownTable {
    var table = KnownTable()
    for cell in rules.system.table.cells.indices {
      let isFigure = numbers.indices.contains(cell) && numbers[cell] != nil
      _ = table.add(isFigure ? .withheld(least: 0) : .unknown())
    }
    for sum in rules.system.table.sums { table.tie(sum.parent, toSumOf: sum.parts) }
    for (cell, number) in numbers.enumerated() {
      guard let number else { continue }
      let reach = table.add(.shown(number + base - 1))
      table.tie(reach, toSumOf: [cell, table.add(.unknown(least: 0, most: 2 * base - 2))])
    }
    return table
  }

  // MARK: - The key

  @Test(
    "The same figures and key give the same roundings in whatever order records come; another key gives others"
  )
  func repeatable() throws {
    var random = MixedRecords(seed: 5)
    let records = random.records(85)
    let settings = ReportSettings(step: .month, category: .kind)
    let one = try rounded(records, settings, key: key())
    let again = try rounded(records.shuffled(using: &random), settings, key: key())
    let other = try rounded(records, settings, key: key("8"))
    #expect(treatments(one.plan) == treatments(again.plan))
    #expect(treatments(one.plan) != treatments(other.plan))
  }

  private func injured(_ numbers: [String: Int]) throws -> [Record] {
    let day = try #require(Day(year: 2025, month: 1, day: 10))
    let none = Figure(low: nil, best: nil, high: nil)
    return numbers.sorted { $0.key < $1.key }.map { place, number in
      Record(
        key: RecordKey(source: "S", id: place), dates: DateSpan(day), measure: .flow,
        content: .incident(
          Incident(
            place: Place(designations: [[Designation(code: place)]]), kind: "raid", killed: none,
            injured: .exactly(number), detained: none)), line: 2)
    }
  }

  private func keys(_ count: Int) throws -> [RoundingKey] {
    try (0..<count).map { number in
      let digits = String(number + 256, radix: 16)
      return try #require(
        RoundingKey(hexadecimal: String(repeating: "0", count: 64 - digits.count) + digits))
    }
  }

  @Test("Over many keys a figure is on average near what was counted")
  func unbiased() throws {
    let records = try injured(["G1A1": 1, "G1A2": 2, "G1B1": 3, "G2A1": 7, "G3A1": 11])
    let report = try TinyCountry.report(
      records, ReportSettings(levels: [.governorate, .subdistrict]))
    let catalog = try TinyCountry.catalog()
    var sums = Array(repeating: 0.0, count: report.tallies.count)
    let keys = try keys(120)
    for key in keys {
      let plan = try ProtectionPlan(
        rounding: report, catalog: catalog, policy: Self.policy, key: key)
      for (position, (tally, treatment)) in zip(report.tallies, plan.rows).enumerated() {
        guard case .rounded(let number) = treatment, let best = tally.best else { continue }
        sums[position] += number.approximate - best.approximate
      }
    }
    // The deviation of one rounding is at most 2.5, so that of the mean of 120 at most 0.23.
    for sum in sums { #expect(abs(sum / Double(keys.count)) < 1.1) }
  }

  @Test(
    "Two reports whose figures were rounded alike give the same release, whatever was counted, low and high and records among it"
  )
  func sameRelease() throws {
    let settings = ReportSettings(levels: [.governorate, .subdistrict])
    var one = try injured(["G1A1": 1, "G1A2": 3, "G2A1": 6])
    let others = try injured(["G1A1": 4, "G1A2": 0, "G2A1": 9])
    // The same number in two records, and a range that is told.
    one.append(contentsOf: try injured(["G2A2": 2]))
    let two = others + (try injured(["G2A2": 3]))
    var releases: [[Treatment]: Release] = [:]
    for key in try keys(40) {
      let made = try rounded(one, settings, key: key)
      releases[treatments(made.plan)] = made.release
    }
    var matches = 0
    for key in try keys(40) {
      let made = try rounded(two, settings, key: key)
      guard let twin = releases[treatments(made.plan)] else { continue }
      matches += 1
      #expect(made.release.rows.map(told) == twin.rows.map(told))
      #expect(made.release.flows == twin.flows)
    }
    #expect(matches > 5)
  }

  private func told(_ row: Release.Row) -> [String] {
    [
      row.level, row.regionID, "\(row.placeStatus)", row.period.start, row.indicator, row.category,
      "\(row.status)", row.low?.text ?? "", row.best?.text ?? "", row.high?.text ?? "",
      row.records.map(String.init) ?? "", row.asOf ?? "",
    ]
  }

  // MARK: - What is refused

  @Test(
    "A policy that rounds is refused where releases go on from one another, and one that withholds where figures are to be rounded"
  )
  func refusedSeries() async throws {
    var random = MixedRecords(seed: 3)
    let report = try TinyCountry.report(random.records(20), ReportSettings())
    let catalog = try TinyCountry.catalog()
    await #expect(throws: DisclosureError.roundedSeries(Self.policy.name)) {
      try await ProtectionPlan(of: report, catalog: catalog, policy: Self.policy)
    }
    let key = try key()
    #expect(throws: DisclosureError.self) {
      try ProtectionPlan(rounding: report, catalog: catalog, policy: Policy.all, key: key)
    }
  }

  @Test("A public figure that counts the same movements as rounded ones is refused by name")
  func refusedPublic() throws {
    var random = MixedRecords(seed: 3)
    let report = try TinyCountry.report(random.records(60), ReportSettings())
    var policy = Self.policy
    policy[Indicator(.departed)] = Policy.Decision(.public, "a test")
    let (catalog, key) = (try TinyCountry.catalog(), try key())
    let error = #expect(throws: DisclosureError.self) {
      try ProtectionPlan(rounding: report, catalog: catalog, policy: policy, key: key)
    }
    #expect(error?.description.contains("departed") ?? false)
  }

  @Test("A key is 64 hexadecimal digits, and a new one is one")
  func keyText() throws {
    #expect(RoundingKey(hexadecimal: RoundingKey.newText()) != nil)
    #expect(RoundingKey.newText() != RoundingKey.newText())
    for text in ["", "7", String(repeating: "7", count: 63), String(repeating: "g", count: 64)] {
      #expect(RoundingKey(hexadecimal: text) == nil)
    }
  }
}
