import Records
import Regions
import Testing

@testable import Tallies

/// Rules A4, A2 and T1.
@Suite("Explanations of figures")
struct ExplanationTests {
  private func explain(
    _ files: [InputFile], _ code: RegionID, period: PeriodLabel? = nil, _ stem: Indicator.Stem?,
    _ settings: ReportSettings = ReportSettings()
  ) throws -> [ExplainedFigure] {
    let catalog = try World.catalog.get()
    let number = try #require(catalog.number(of: code))
    let view = catalog[number].level.map(Tally.View.level) ?? .zone
    let selection = FigureSelection(
      view: view, site: .region(number), period: period?.key(in: settings) ?? .coverage,
      indicators: stem.map { [Indicator($0)] } ?? [], catalog: catalog)
    let traced = try ReportRun.explanation(
      files: files.map(\.name), settings: settings, placer: World.placer(),
      wants: { selection.wants($0) }
    ) { take in
      for (number, file) in files.enumerated() { try take(number, file.records, []) }
      return files.map {
        ReportRun.FileFacts(sha256: "", profile: "test", rows: $0.records.count, rejected: 0)
      }
    }
    return try Explanation(selection, of: traced).figures
  }

  private func row(
    _ id: String, _ place: Place = .codes("G4A1"), killed: Int, version: Int64? = nil,
    line: Int, deletes: Bool = false
  ) -> Record {
    var record = Record.incident(
      id, "2025-03-09", place, killed: .exactly(killed), version: version)
    record.line = line
    record.isDeletion = deletes
    return record
  }

  @Test("A2: a replaced row is told with the file and line of the row that counts")
  func replaced() throws {
    let files = [
      InputFile("a.csv", [row("1", killed: 5, version: 1, line: 2), row("2", killed: 1, line: 3)]),
      InputFile("b.csv", [row("1", killed: 7, version: 2, line: 9), row("2", killed: 1, line: 4)]),
    ]
    let figure = try #require(try explain(files, "G4", .killed).first)
    #expect(figure.tally?.best == 8)
    #expect(figure.sum.best == 8 && figure.agreement == .equal)
    #expect(figure.counted.map(\.key.id) == ["2", "1"])
    #expect(figure.replaced.map(\.key.id) == ["1", "2"])
    #expect(figure.replaced.map(\.reason) == [.newerVersion, .sameContent])
    #expect(figure.replaced.map { [$0.file, $0.line] } == [[0, 2], [1, 4]])
    #expect(figure.replaced.map { [$0.winningFile, $0.winningLine] } == [[1, 9], [0, 3]])
  }

  @Test("A2: a row that is deleted, or that a newer version moves away, is told where it was")
  func lostRows() throws {
    let rows = [
      row("1", killed: 5, version: 1, line: 2),
      row("1", killed: 0, version: 2, line: 3, deletes: true),
      row("2", killed: 4, version: 1, line: 4),
      row("2", .codes("G1A1"), killed: 4, version: 2, line: 5),
    ]
    let hama = try #require(try explain([InputFile("a.csv", rows)], "G4", .killed).first)
    #expect(hama.agreement == .noFigure && hama.counted.isEmpty)
    #expect(hama.replaced.map(\.line) == [2, 4])
    #expect(hama.replaced.map(\.reason) == [.deleted, .newerVersion])
    let tartus = try #require(try explain([InputFile("a.csv", rows)], "G1", .killed).first)
    #expect(tartus.counted.map(\.line) == [5])
    #expect(tartus.replaced.map(\.line) == [4])
  }

  @Test("P1, P7: records unspecified above may belong, unless their set of regions leaves no room")
  func unspecifiedAbove() throws {
    let rows = [
      row("here", killed: 1, line: 2), row("in the country", .codes("SY"), killed: 2, line: 3),
      row("in the district", .codes("G4A"), killed: 3, line: 4),
      row("in its set", .codes("G4", "G1"), killed: 4, line: 5),
      row("elsewhere", .codes("G1", "G3"), killed: 5, line: 6),
    ]
    let files = [InputFile("a.csv", rows)]
    let subdistrict = try #require(try explain(files, "G4A1", .killed).first)
    #expect(subdistrict.sum.best == 1)
    #expect(subdistrict.possible.map(\.line) == [3, 4, 5])
    let governorate = try #require(try explain(files, "G4", .killed).first)
    #expect(governorate.sum.best == 4)
    #expect(governorate.possible.map(\.line) == [3, 5])
    let country = try #require(try explain(files, "SY", .killed).first)
    #expect(country.sum.best == 15 && country.possible.isEmpty)
  }

  @Test("T1: records unspecified in time may belong to a month that their days touch")
  func unspecifiedInTime() throws {
    let rows: [Record] = [
      .incident("march", "2025-03-09", killed: .exactly(1)),
      .incident("across", "2025-03-30", to: "2025-04-02", killed: .exactly(2)),
      .incident("winter", "2025-01-30", to: "2025-02-02", killed: .exactly(4)),
    ]
    let figure = try #require(
      try explain(
        [InputFile("a.csv", rows)], "G4", period: PeriodLabel("2025-03"), .killed,
        ReportSettings(step: .month)
      ).first)
    #expect(figure.counted.map(\.key.id) == ["march"])
    #expect(figure.possible.map(\.key.id) == ["across"])
  }

  @Test("A zone's possible records are those that touch it without lying in it for sure")
  func zones() throws {
    let rows = [
      row("inside", .at(36.95, 35.3), killed: 1, line: 2), row("area", killed: 2, line: 3),
      row("far", .codes("G2B"), killed: 3, line: 4),
    ]
    let figure = try #require(try explain([InputFile("a.csv", rows)], "Z1", .killed).first)
    #expect(figure.counted.map(\.key.id) == ["inside"])
    #expect(figure.possible.map(\.key.id) == ["area"])
  }

  @Test("Of several sources one is counted; the others widen the range and are told")
  func sources() throws {
    let rows: [Record] = [
      .incident("1", "2025-03-09", killed: .exactly(8), source: "A", subject: "s"),
      .incident("2", "2025-03-09", killed: .exactly(5), source: "B", subject: "s"),
    ]
    let figure = try #require(
      try explain(
        [InputFile("a.csv", rows)], "G4", .killed, ReportSettings(prefer: ["B"])
      ).first)
    #expect(figure.counted.map(\.key.source) == ["B"] && figure.sum.best == 5)
    #expect(figure.agreement == .widened && figure.tally?.high == 8)
    #expect(figure.otherSources.map(\.key.source) == ["A"])
    #expect(figure.choices == [.init(subject: "s", taken: "B", others: ["A"])])
  }

  @Test("F2: of a stock the value that stands is the figure, and the earlier one is told")
  func stock() throws {
    let rows: [Record] = [
      .movement("1", "2025-03-01", destination: .codes("G4A1"), .exactly(10), measure: .stock),
      .movement("2", "2025-03-20", destination: .codes("G4A1"), .exactly(30), measure: .stock),
    ]
    let figure = try #require(try explain([InputFile("a.csv", rows)], "G4", .idps).first)
    #expect(figure.agreement == .equal && figure.tally?.asOf == "2025-03-20")
    #expect(figure.counted.map(\.key.id) == ["2"])
    #expect(figure.earlier.map(\.key.id) == ["1"])
  }

  @Test(
    "A4: no figure of a mixture differs from its records", arguments: 1...6 as ClosedRange<UInt64>)
  func everyFigure(_ seed: UInt64) throws {
    var mixture = Mixture(seed: seed)
    let records = mixture.records(60)
    let settings = mixture.settings()
    let traced = try ReportRun.explanation(
      files: ["a.csv"], settings: settings, placer: World.placer(snapMeters: settings.snapMeters),
      wants: { _ in true }
    ) { take in
      try take(0, records, [])
      return [.init(sha256: "", profile: "test", rows: records.count, rejected: 0)]
    }
    let catalog = try World.catalog.get()
    var places: Set<[AnyHashable]> = []
    var explained = 0
    for tally in traced.report.tallies
    where places.insert([tally.view, tally.site, tally.period]).inserted {
      let selection = FigureSelection(
        view: tally.view, site: tally.site, period: tally.period, category: nil, catalog: catalog)
      for figure in try Explanation(selection, of: traced).figures {
        #expect(figure.agreement != .unequal, "\(figure.indicator.name) \(figure.category)")
        explained += 1
      }
    }
    #expect(explained > 50)
  }

  @Test("F7: a net movement is made of other figures; F5: where nothing lies it says so")
  func derivedAndMissing() throws {
    let files = [
      InputFile(
        "a.csv",
        [
          .movement(
            "1", "2025-03-09", origin: .codes("G1"), destination: .codes("G4"), .exactly(6))
        ])
    ]
    let net = try #require(try explain(files, "G4", .net).first)
    #expect(net.agreement == .derived && net.terms.map(\.indicator.stem) == [.arrived])
    #expect(throws: ExplanationError.noSuchIndicator(occurring: [.init(.arrived), .init(.net)])) {
      try explain(files, "G4", .killed)
    }
    #expect(throws: ExplanationError.emptyPlace(periods: [])) { try explain(files, "G2", nil) }
  }

  @Test(
    "A label names the period that reports write it for",
    arguments: [
      ("2025", Step.year, "2025-01-01"), ("2025-Q2", .quarter, "2025-04-01"),
      ("2025-03", .month, "2025-03-01"), ("2025-03-09", .day, "2025-03-09"),
      ("week of monday 2025-03-03", .week, "2025-03-03"),
    ] as [(String, Step, Day)])
  func labels(text: String, step: Step, first: Day) throws {
    let label = try #require(PeriodLabel(text))
    let key = label.key(in: ReportSettings())
    #expect(key == PeriodKey(step: step, first: first, isUnspecified: false))
    let span = step.span(around: first, weekStart: .monday)
    #expect(key.label(of: span, weekStart: .monday) == text)
  }

  @Test("A text that is no label is none", arguments: ["", "25", "2025-13", "2025-Q5", "03-2025"])
  func noLabel(text: String) {
    #expect(PeriodLabel(text) == nil)
  }
}
