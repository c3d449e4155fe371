import Records
import Regions
import Testing

@testable import Tallies

/// Rules P1, A1 and A3, over random mixtures of incidents and movements.
@Suite("Any mixture of records")
struct ConservationTests {
  @Test("A1: all accounts of a random mixture balance", arguments: 1...25 as ClosedRange<UInt64>)
  func balanced(_ seed: UInt64) throws {
    var mixture = Mixture(seed: seed)
    let files = [
      InputFile("a.csv", mixture.records(60)), InputFile("b.csv", mixture.records(40)),
    ]
    // The run itself throws where figures do not add up.
    let report = try Report.of(files, mixture.settings())
    for (input, file) in zip(report.inputs, files) {
      #expect(input.read + input.replaced + input.outOfRange == file.records.count)
    }
    for account in report.accounts {
      let balance = account.balance
      #expect(balance.isBalanced)
      #expect(balance.ties + balance.snapped <= 2 * balance.regions)
    }
  }

  @Test(
    "P1: every record counts once at every level", arguments: 1...20 as ClosedRange<UInt64>)
  func exactlyOnce(_ seed: UInt64) throws {
    var mixture = Mixture(seed: seed)
    // Only events with one key each: then the events of a level are the rows read.
    let records = mixture.records(120).filter { $0.measure == .flow && $0.subject == nil }
    var events: [Record] = []
    for (number, record) in records.enumerated() {
      guard case .incident(let incident) = record.content else { continue }
      let event = Record.incident(
        "\(number)", record.dates.first, to: record.dates.last, incident.place,
        killed: incident.killed)
      events.append(event)
    }
    try #require(events.count > 20)
    let report = try Report.of(events, ReportSettings(category: .kind))
    let killed = try events.reduce(Quantity.zero) { sum, event throws(QuantityOverflow) in
      guard case .incident(let incident) = event.content else { return sum }
      return try sum.adding(incident.killed?.widened?.low ?? incident.killed?.low ?? 0)
    }
    for level in Level.allCases {
      let rows = report.tallies.filter {
        $0.view == .level(level) && $0.category.isEmpty && $0.period == .coverage
      }
      let counted = rows.filter { $0.indicator == Indicator(.incidents) }
      #expect(counted.reduce(0) { $0 + $1.records } == events.count)
      #expect(report.account(.incidents, at: level)?.read == events.count)
      let low = try lows(report, level)
      #expect(low == nil || low == killed)
    }
  }

  /// The sum of all lows of a level, or `nil` where one of them is open.
  private func lows(_ report: Report, _ level: Level) throws -> Quantity? {
    var sum = Quantity.zero
    for tally in report.tallies
    where tally.view == .level(level) && tally.category.isEmpty && tally.period == .coverage
      && tally.indicator == Indicator(.killed)
    {
      guard let low = tally.low else { return nil }
      sum = try sum.adding(low)
    }
    return sum
  }

  @Test(
    "A3: the order of records and files changes nothing",
    arguments: 1...12 as ClosedRange<UInt64>)
  func order(_ seed: UInt64) throws {
    var mixture = Mixture(seed: seed)
    let names = ["a.csv", "b.csv"]
    let files = names.map { InputFile($0, mixture.records(60)) }
    let settings = mixture.settings()
    let expected = try Report.of(files, settings)
    for _ in 0..<2 {
      let shuffled = files.map { InputFile($0.name, $0.records.shuffled(using: &mixture)) }
      #expect(fingerprint(try Report.of(shuffled, settings)) == fingerprint(expected))
    }
  }

  private func text(_ flow: FlowTally) -> String {
    let numbers = [flow.low, flow.best, flow.high, flow.largest].map { $0?.exactText ?? "-" }
    return "\(flow.level) \(flow.origin) \(flow.destination) \(flow.kind) \(flow.unit) "
      + "\(numbers) \(flow.records) \(flow.status)"
  }

  /// Everything that a report says, as text.
  private func fingerprint(_ report: Report) -> [String] {
    report.tallies.map { tally in
      let view = tally.view == .zone ? "zone" : "level"
      return "\(view) \(tally.indicator.name) \(tally.category) \(Report.text(tally))"
    }
      + report.flows.map(text) + report.inputs.map { "\($0)" }
      + report.accounts.map { "\($0)" } + report.zoneAccounts.map { "\($0)" }
      + report.findings.groups.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0)" }
      + report.periods.map { Report.text($0) }
      + report.chosenSources.sorted { $0.key < $1.key }.map { "\($0)" }
      + ["\(String(describing: report.coverage))"]
  }

  @Test("T1: spread over any step, the periods of a flow add up to the coverage exactly")
  func spread() throws {
    var mixture = Mixture(seed: 7)
    // Ranges over several sources do not add up, figures of one source do.
    let records = mixture.records(60).filter { $0.measure == .flow && $0.subject == nil }
    for step in Step.allCases {
      let report = try Report.of(
        records,
        ReportSettings(from: "2024-12-15", to: "2025-02-10", step: step, spanning: .spread))
      var sums: [Cell: Quantity] = [:]
      var open: Set<Cell> = []
      for tally in report.tallies where tally.indicator.kind == .flow {
        let cell = Cell(view: tally.view, site: tally.site, indicator: tally.indicator)
        guard let low = tally.low else {
          open.insert(cell)
          continue
        }
        let signed = tally.period == .coverage ? try Quantity.zero.subtracting(low) : low
        sums[cell] = try (sums[cell] ?? .zero).adding(signed)
      }
      let closed = sums.filter { !open.contains($0.key) }
      try #require(closed.count > 20)
      #expect(closed.values.allSatisfy { $0 == .zero })
    }
  }

  private struct Cell: Hashable {
    let view: Tally.View
    let site: Tally.Site
    let indicator: Indicator
  }
}
