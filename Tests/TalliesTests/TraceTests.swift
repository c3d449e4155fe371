import Records
import Regions
import Testing

@testable import Tallies

/// Rule A4, over random mixtures of incidents and movements.
@Suite("The records behind a figure")
struct TraceTests {
  @Test(
    "A4: what is told of its records adds up to every figure of a mixture",
    arguments: 1...20 as ClosedRange<UInt64>)
  func everyCell(_ seed: UInt64) throws {
    var mixture = Mixture(seed: seed)
    let files = [
      InputFile("a.csv", mixture.records(60)), InputFile("b.csv", mixture.records(40)),
    ]
    let settings = mixture.settings()
    let traced = try explain(files, settings) { _ in true }
    let (report, records) = (traced.report, traced.records)
    #expect(
      report.tallies.map(\.best) == (try Report.of(files, settings)).tallies.map(\.best),
      "the trace changes no figure")
    let behind = Dictionary(grouping: records, by: \.cell)
    var compared = 0
    for tally in report.tallies
    where tally.indicator.stem != .net && tally.status != .otherSources
      && (tally.category.isEmpty || settings.category != .source)
    {
      let all = behind[tally.cell] ?? []
      let counted = all.filter(\.isCounted)
      #expect(counted.count == tally.records, "\(tally.cell)")
      #expect(try sum(counted.map(\.best)) == tally.best, "\(tally.cell)")
      if !all.contains(where: { $0.standing == .otherSource }) {
        #expect(try sum(counted.map(\.low)) == tally.low)
        #expect(try sum(counted.map(\.high)) == tally.high)
      }
      compared += 1
    }
    #expect(compared > 100)
  }

  @Test("F2: of a stock the value that stands is counted, and the earlier ones are told")
  func stock() throws {
    let early = Record.movement(
      "1", "2025-03-01", destination: .codes("G4A1"), .exactly(10), measure: .stock)
    let late = Record.movement(
      "2", "2025-03-20", destination: .codes("G4A1"), .exactly(30), measure: .stock)
    let records = try explain([InputFile("a.csv", [late, early])], ReportSettings()) {
      $0.view == .level(.country)
    }.records
    #expect(records.map(\.key.id) == ["1", "2"])
    #expect(records.map(\.standing) == [.earlier, .counted])
    #expect(records.map(\.best) == [10, 30])
  }

  private func explain(
    _ files: [InputFile], _ settings: ReportSettings,
    wants: @escaping @Sendable (TracedRecord.Cell) -> Bool
  ) throws -> TracedReport {
    try ReportRun.explanation(
      files: files.map(\.name), settings: settings,
      placer: World.placer(snapMeters: settings.snapMeters), wants: wants
    ) { take in
      for (number, file) in files.enumerated() { try take(number, file.records, []) }
      return files.map { file in
        ReportRun.FileFacts(
          sha256: "", profile: "test", rows: file.records.count, rejected: 0)
      }
    }
  }

  /// `nil` where one is unknown.
  private func sum(_ numbers: [Quantity?]) throws -> Quantity? {
    guard numbers.allSatisfy({ $0 != nil }) else { return nil }
    return try numbers.compactMap { $0 }.reduce(.zero) { try $0.adding($1) }
  }
}

extension Tally {
  fileprivate var cell: TracedRecord.Cell {
    TracedRecord.Cell(
      view: view, site: site, period: period, indicator: indicator, category: category)
  }
}
