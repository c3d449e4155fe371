import Records
import Regions
import Testing

@testable import Tallies

/// Rules F1, F3, F5 and F8.
@Suite("Figures")
struct FigureTests {
  private let day: Day = "2025-03-06"

  private func killed(_ figures: [Figure?]) throws -> Report {
    try Report.of(
      figures.enumerated().map { .incident("\($0.offset)", day, killed: $0.element) })
  }

  private func row(_ figures: Figure?...) throws -> [String] {
    try killed(figures).rows(.killed, coverage: true)
  }

  @Test("F1: a range that does not hold all three numbers is widened, kept and listed")
  func widened() throws {
    // UCDP's kind of row: low 5, best 3, high 2.
    let report = try killed([Figure(low: 5, best: 3, high: 2), .exactly(1)])
    #expect(report.rows(.killed, coverage: true) == ["G4 all 3/4/6 x2"])
    #expect(report.findings.count(of: .rangeBroken) == 1)
  }

  @Test("F1: low, best and high are summed apart; a missing bound leaves its sum open")
  func openBounds() throws {
    #expect(try row(Figure(low: 1, best: 2, high: 4), .exactly(10)) == ["G4 all 11/12/14 x2"])
    // "At least 8" has no high, "at most 5" no low.
    #expect(try row(Figure(8, .atLeast), .exactly(2)) == ["G4 all 10/10/- x2"])
    #expect(try row(Figure(5, .atMost), .exactly(2)) == ["G4 all -/7/7 x2"])
    #expect(try row(Figure(1500, .about)) == ["G4 all -/1500/- x1"])
    let open = try killed([Figure(8, .atLeast), .exactly(2)])
    let tally = try #require(open.tallies.first { $0.indicator == Indicator(.killed) })
    #expect(!tally.isLowOpen && !tally.isBestOpen && tally.isHighOpen)
  }

  @Test("F1: a word has no best figure, and the sum with it has none either")
  func words() throws {
    // "Dozens" are at least 24.
    #expect(try row(Figure(nil, .word("dozens"))) == ["G4 all 24/-/- x1"])
    #expect(try row(Figure(nil, .word("dozens")), .exactly(3)) == ["G4 all 27/-/- x2"])
  }

  @Test("F5: zero reported, reported without a number, and not reported are three things")
  func zero() throws {
    #expect(try row(.exactly(0)) == ["G4 all 0/0/0 x1 zero"])
    #expect(try row(Figure(low: nil, best: nil, high: nil)) == ["G4 all -/-/- x1 notStated"])
    #expect(try row(nil) == [])
    #expect(try killed([nil]).rows(.incidents, coverage: true) == ["G4 all 1/1/1 x1"])
  }

  @Test("F5: numbers beside a record without one are not called unstated, only open")
  func partlyStated() throws {
    let unknown = Figure(low: nil, best: nil, high: nil)
    #expect(try row(.exactly(5), unknown) == ["G4 all -/-/- x2"])
    #expect(try row(.exactly(0), .exactly(0)) == ["G4 all 0/0/0 x2 zero"])
    #expect(try row(Figure(low: 0, best: 0, high: 3)) == ["G4 all 0/0/3 x1"])
  }

  @Test("F3: households are an indicator of their own, unless the record states their size")
  func households() throws {
    let report = try Report.of([
      .movement("1", day, origin: .codes("G1"), .exactly(100), unit: .households),
      .movement(
        "2", day, origin: .codes("G1"), .exactly(3), unit: .households,
        size: Quantity(decimal: "5.5".utf8)),
      .movement("3", day, origin: .codes("G1"), .exactly(2)),
    ])
    #expect(
      report.rows(.displaced, unit: .households, coverage: true) == ["G1 all 100/100/100 x1"])
    // 3 × 5.5 + 2 persons.
    #expect(report.rows(.displaced, coverage: true) == ["G1 all 18.5/18.5/18.5 x2"])
  }

  @Test("F3: fractional persons are summed exactly")
  func fractions() throws {
    let tenth = Quantity(decimal: "0.1".utf8)
    #expect(
      try row(Figure(tenth, .exact), Figure(tenth, .exact), Figure(tenth, .exact))
        == ["G4 all 0.3/0.3/0.3 x3"])
  }

  @Test("F8: a sum that can no longer be exact is an error, never a wrong number")
  func overflow() throws {
    let huge = Quantity(attos: .max)
    #expect(throws: ReportError.overflow(QuantityOverflow().description)) {
      try killed([Figure(huge, .exact), .exactly(1)])
    }
  }

  @Test("F2: events and flows add up over time and over regions")
  func additive() throws {
    let report = try Report.of(
      [
        .incident("1", "2025-01-05", .codes("G1A1"), killed: .exactly(1)),
        .incident("2", "2025-02-05", .codes("G1B1"), killed: .exactly(2)),
        .incident("3", "2025-02-06", .codes("G2A1"), killed: .exactly(4)),
      ], ReportSettings(step: .month))
    #expect(
      report.rows(.killed) == [
        "G1 month-2025-01-01 1/1/1 x1", "G1 month-2025-02-01 2/2/2 x1",
        "G2 month-2025-02-01 4/4/4 x1",
      ])
    #expect(report.rows(.killed, at: .country, coverage: true) == ["SY all 7/7/7 x3"])
  }

  @Test("P4, P7: at a finer level than it is known, a figure is unspecified in its region")
  func unspecified() throws {
    let report = try Report.of([
      .incident("1", day, .codes("G1", "G3"), killed: .exactly(1500)),
      .incident("2", day, .codes("G4"), killed: .exactly(2)),
      .incident("3", day, Place(country: "Lebanon"), killed: .exactly(3)),
      .incident("4", day, .at(30, 30), killed: .exactly(4)),
      .incident("5", day, Place(), killed: .exactly(5)),
    ])
    #expect(
      report.rows(.killed, coverage: true) == [
        "G4 all 2/2/2 x1", "?SY all 1500/1500/1500 x1", "!LBN all 3/3/3 x1",
        "outside all 4/4/4 x1", "unplaced all 5/5/5 x1",
      ])
    #expect(
      report.rows(.killed, at: .district, coverage: true).prefix(2) == [
        "?G4 all 2/2/2 x1", "?SY all 1500/1500/1500 x1",
      ])
    #expect(report.zoneRows(.killed) == ["Z2 all 1500/1500/1500 x1"])
    #expect(report.findings.count(of: .noPlace) == 1)
  }

  @Test("a breakdown by kind adds up to the total")
  func categories() throws {
    let report = try Report.of(
      [
        .incident("1", day, killed: .exactly(1), kind: "raid"),
        .incident("2", day, killed: .exactly(2), kind: "raid"), .incident("3", day),
      ], ReportSettings(category: .kind))
    #expect(report.rows(.killed, category: "raid", coverage: true) == ["G4 all 3/3/3 x2"])
    #expect(report.rows(.incidents, category: "raid", coverage: true) == ["G4 all 2/2/2 x2"])
    #expect(report.rows(.incidents, category: "unstated", coverage: true) == ["G4 all 1/1/1 x1"])
    #expect(report.rows(.incidents, coverage: true) == ["G4 all 3/3/3 x3"])
  }

  @Test("only the indicators and levels asked for are shown")
  func selection() throws {
    let report = try Report.of(
      [.incident("1", day, killed: .exactly(1))],
      ReportSettings(levels: [.district, .governorate], indicators: [Indicator(.killed)]))
    #expect(Set(report.tallies.map(\.indicator)) == [Indicator(.killed)])
    #expect(Set(report.tallies.map(\.view)) == [.level(.governorate), .level(.district)])
  }
}
