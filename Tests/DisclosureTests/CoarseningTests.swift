import Records
import Regions
import Tallies
import Testing
import Withholding

@testable import Disclosure

@Suite("Advice where a report cannot be protected")
struct CoarseningTests {
  private func incident(_ id: Int, _ place: String, _ day: Int, _ injured: Int) throws -> Record {
    let start = try #require(Day(year: 2025, month: 1, day: 1))
    let none = Figure(low: nil, best: nil, high: nil)
    return Record(
      key: RecordKey(source: "S", id: "\(id)"), dates: DateSpan(start.adding(day)), measure: .flow,
      content: .incident(
        Incident(
          place: Place(designations: [[Designation(code: place)]]), kind: "raid", killed: none,
          injured: .exactly(injured), detained: none)), line: 2)
  }

  private func movement(_ id: Int, _ origin: String, _ destination: String, _ number: Int) throws
    -> Record
  {
    let start = try #require(Day(year: 2025, month: 1, day: 1))
    func place(_ code: String) -> Place { Place(designations: [[Designation(code: code)]]) }
    return Record(
      key: RecordKey(source: "S", id: "m\(id)"), dates: DateSpan(start.adding(7 * id)),
      measure: .flow,
      content: .movement(
        Movement(
          kind: .displacement, subkind: "", origin: place(origin),
          destination: place(destination), figure: .exactly(number), unit: .persons)), line: 2)
  }

  /// Departures are public and flows out of one place add up to them, so a small flow cannot be
  /// hidden at any level that shows flows.
  private var leaky: Policy {
    var policy = Policy.all
    policy[Indicator(.departed)] = Policy.Decision(.public, "a test")
    policy[Indicator(.displaced)] = Policy.Decision(.public, "a test")
    return policy
  }

  private func refusal(
    _ records: [Record], _ settings: ReportSettings, _ policy: Policy, history: History? = nil,
    budget: WithholdingBudget = .standard
  ) async throws -> (blames: [DisclosureError.Blame], advice: CoarseningAdvice)? {
    let report = try TinyCountry.report(records, settings)
    do {
      _ = try await ProtectionPlan.advised(
        of: report, catalog: TinyCountry.catalog(), policy: policy, history: history,
        budget: budget
      ) { try TinyCountry.report(records, $0) }
      return nil
    } catch DisclosureError.unprotected(let blames, let advice) {
      return (blames, try #require(advice))
    }
  }

  @Test("A level that gives figures away is named, and the coarser one that was shown to do")
  func coarserLevel() async throws {
    let records = try [
      movement(1, "G1A1", "G1B1", 2), movement(2, "G1A1", "G1B1", 1),
      movement(3, "G1A1", "G2A1", 40),
      movement(4, "G1A2", "G2A1", 50), movement(5, "G2A1", "G1A1", 60),
      movement(6, "G1A2", "G2A2", 45), movement(7, "G2A2", "G1A1", 45),
      movement(8, "G1A1", "G2A1", 30), movement(9, "G2A1", "G1A1", 35),
    ]
    let refused = try #require(
      try await refusal(records, ReportSettings(levels: [.governorate, .district]), leaky))
    #expect(!refused.blames.isEmpty)
    let option = try #require(refused.advice.options.first)
    #expect(option.coarsening.level == .governorate)
    #expect(option.lostLevels == [.district])
    #expect((0...100).contains(refused.advice.lostPercent(option)))
    let words = DisclosureError.unprotected(refused.blames, refused.advice).description
    #expect(words.contains("finest_level = \"governorate\""))
    #expect(words.contains("% lost"))
    // It would do indeed.
    let report = try TinyCountry.report(
      records, option.coarsening.settings(ReportSettings(levels: [.governorate, .district])))
    let plan = try await ProtectionPlan(
      of: report, catalog: TinyCountry.catalog(), policy: option.coarsening.policy(leaky))
    #expect(plan.share == option.share)
  }

  @Test("Where nothing coarser would do, that is said")
  func nothingWouldDo() async throws {
    let records = try [movement(1, "G1A1", "G2A1", 2), movement(2, "G1A1", "G2A1", 1)]
    let refused = try #require(
      try await refusal(records, ReportSettings(levels: [.governorate]), leaky))
    #expect(refused.advice.options.isEmpty)
    #expect(refused.advice.description.hasPrefix("None of "))
  }

  @Test("What is given up goes by what it is worth to a reader, and no number of a figure")
  func order() throws {
    var random = MixedRecords(seed: 11)
    let settings = ReportSettings(step: .week, category: .kind)
    let one = try TinyCountry.report(random.records(100), settings)
    func order(_ change: (KnownFigure) -> KnownFigure) -> [Coarsening] {
      var figures = Selection(of: one, policy: .all).figures
      for position in figures.figures.indices {
        figures.figures[position].known = change(figures.figures[position].known)
      }
      return CoarseningChoices(settings: settings, policy: .all, keepsPeriods: false)
        .ordered(figures)
    }
    let choices = order { $0 }
    let others = order { _ in KnownFigure(.known(Quantity(3)), isPrimary: true) }
    #expect(choices == others)
    #expect(choices.count > 30 && Set(choices).count == choices.count)
    #expect(!choices.contains(Coarsening()))
    // More given up never comes before less.
    for (position, choice) in choices.enumerated() {
      #expect(!choices[..<position].contains { choice.isPart(of: $0) })
    }
  }

  @Test("D5: a series keeps its step, so another is not advised")
  func series() throws {
    var random = MixedRecords(seed: 11)
    let settings = ReportSettings(step: .week)
    let report = try TinyCountry.report(random.records(50), settings)
    let choices = CoarseningChoices(settings: settings, policy: .all, keepsPeriods: true)
      .ordered(Selection(of: report, policy: .all).figures)
    #expect(!choices.isEmpty && choices.allSatisfy { $0.periods == .kept })
  }

  @Test("Two reports that differ only inside withheld figures are refused in the same words")
  func nonInterference() async throws {
    func words(_ numbers: [Int]) async throws -> String {
      let records = try [
        movement(1, "G1A1", "G1B1", numbers[0]), movement(2, "G1A1", "G1B1", numbers[1]),
        movement(3, "G1A1", "G2A1", 40), movement(4, "G1A2", "G2A1", 50),
        movement(5, "G2A1", "G1A1", 60), movement(6, "G2A1", "G1A1", 33),
        movement(7, "G1A1", "G2A1", 35),
      ]
      let refused = try await refusal(
        records, ReportSettings(levels: [.governorate, .district]), leaky)
      let (blames, advice) = try #require(refused)
      return DisclosureError.unprotected(blames, advice).description
    }
    #expect(try await words([2, 1]) == words([1, 2]))
    #expect(try await words([2, 1]) == words([1, 1]))
  }
}
