import Records
import Regions
import Testing

@testable import Tallies

/// Rules T1 and T3.
@Suite("Periods")
struct TimeTests {
  private func rows(_ from: Day, _ to: Day, _ settings: ReportSettings) throws -> [String] {
    try Report.of([.incident("1", from, to: to, killed: .exactly(6))], settings)
      .rows(.killed)
  }

  // 2025-01-30 is a Thursday, 2025-03-31 a Monday, 2024-12-31 a Tuesday.
  @Test(
    "T1: what does not fit one period is unspecified in the smallest standard period that holds it",
    arguments: [
      ("2025-03-06", "2025-03-06", .month, "month-2025-03-01"),
      ("2025-03-01", "2025-03-31", .month, "month-2025-03-01"),
      ("2024-02-01", "2024-02-29", .month, "month-2024-02-01"),
      // Thursday to Sunday of one week, across the end of January.
      ("2025-01-30", "2025-02-02", .month, "week-2025-01-27?"),
      // One day longer: no week, no month, but one quarter.
      ("2025-01-30", "2025-02-03", .month, "quarter-2025-01-01?"),
      ("2025-03-24", "2025-04-01", .month, "year-2025-01-01?"),
      ("2024-12-20", "2025-01-10", .month, "all?"),
      ("2025-03-06", "2025-03-07", .day, "week-2025-03-03?"),
      ("2025-03-09", "2025-03-10", .day, "month-2025-03-01?"),
      ("2025-03-09", "2025-03-10", .week, "month-2025-03-01?"),
      ("2025-03-30", "2025-04-05", .quarter, "year-2025-01-01?"),
      ("2024-12-31", "2025-01-01", .year, "week-2024-12-30?"),
      ("2025-01-01", "2025-12-31", .year, "year-2025-01-01"),
      ("2024-02-28", "2024-03-01", .quarter, "quarter-2024-01-01"),
    ] as [(Day, Day, Step, String)])
  func hold(_ from: Day, _ to: Day, _ step: Step, _ expected: String) throws {
    let report = try Report.of(
      [.incident("1", from, to: to, killed: .exactly(6))], ReportSettings(step: step))
    #expect(report.rows(.killed) == ["G4 \(expected) 6/6/6 x1"])
    // Inside the coverage it surely is.
    #expect(report.rows(.killed, coverage: true) == ["G4 all 6/6/6 x1"])
  }

  @Test("T1: with spanning start a record counts in the period of its first day")
  func start() throws {
    let settings = ReportSettings(step: .month, spanning: .start)
    #expect(try rows("2025-01-30", "2025-04-03", settings) == ["G4 month-2025-01-01 6/6/6 x1"])
  }

  // Three days of six in January, one leap day among the others: 31 Jan – 1 Mar 2024 are
  // 1 + 29 + 1 = 31 days.
  @Test("T1: with spanning spread the figure is spread evenly over the days")
  func spread() throws {
    let settings = ReportSettings(step: .month, spanning: .spread)
    #expect(
      try rows("2025-01-29", "2025-02-03", settings)
        == ["G4 month-2025-01-01 3/3/3 x1", "G4 month-2025-02-01 3/3/3 x1"])
    let leap = try Report.of(
      [.incident("1", "2024-01-31", to: "2024-03-01", killed: .exactly(62))], settings)
    #expect(
      leap.rows(.killed) == [
        "G4 month-2024-01-01 2/2/2 x1", "G4 month-2024-02-01 58/58/58 x1",
        "G4 month-2024-03-01 2/2/2 x1",
      ])
  }

  @Test("T1: shares that do not divide add up exactly all the same", arguments: [1, 7, 100, 9999])
  func spreadExactly(_ killed: Int) throws {
    let settings = ReportSettings(step: .week, spanning: .spread)
    let report = try Report.of(
      [.incident("1", "2025-01-01", to: "2025-03-13", killed: .exactly(killed))], settings)
    let shares = report.tallies.filter {
      $0.indicator == Indicator(.killed) && $0.view == .level(.governorate)
        && $0.period != .coverage
    }
    // 1 January 2025 is a Wednesday, 13 March a Thursday: eleven weeks are touched.
    #expect(shares.count == 11)
    let sum = try shares.reduce(Quantity.zero) { sum, share throws(QuantityOverflow) in
      try sum.adding(share.best ?? 0)
    }
    #expect(sum == Quantity(killed))
  }

  @Test("T1: a record across the range asked for is unspecified in time, and never lost")
  func straddling() throws {
    let settings = ReportSettings(from: "2025-02-01", to: "2025-02-28", step: .month)
    #expect(
      try rows("2025-01-30", "2025-02-03", settings) == ["G4 quarter-2025-01-01? 6/6/6 x1"])
    let report = try Report.of(
      [.incident("1", "2025-01-30", to: "2025-02-03", killed: .exactly(6))], settings)
    #expect(report.rows(.killed, coverage: true).isEmpty)
    #expect(report.inputs[0].read == 1)
  }

  @Test("T1: of a spread record only the days inside the range count")
  func spreadAcrossRange() throws {
    let settings = ReportSettings(
      from: "2025-02-01", to: "2025-02-28", step: .month, spanning: .spread)
    // Three of six days.
    #expect(try rows("2025-01-29", "2025-02-03", settings) == ["G4 month-2025-02-01 3/3/3 x1"])
  }

  @Test(
    "A1: a record with no day in the range is out of range",
    arguments: ReportSettings.Spanning.allCases)
  func outOfRange(_ spanning: ReportSettings.Spanning) throws {
    let settings = ReportSettings(from: "2025-02-01", to: "2025-02-28", spanning: spanning)
    let report = try Report.of(
      [
        .incident("1", "2025-01-31"), .incident("2", "2025-03-01"), .incident("3", "2025-02-28"),
      ], settings)
    #expect(report.inputs[0].outOfRange == 2)
    #expect(report.rows(.incidents, coverage: true) == ["G4 all 1/1/1 x1"])
  }

  // 2025-03-08 is a Saturday.
  @Test(
    "T3: the week begins on the day that is set",
    arguments: [
      (.monday, "2025-03-08", "2025-03-03"), (.saturday, "2025-03-08", "2025-03-08"),
      (.saturday, "2025-03-07", "2025-03-01"), (.sunday, "2025-03-08", "2025-03-02"),
      (.sunday, "2025-03-09", "2025-03-09"), (.monday, "2024-02-29", "2024-02-26"),
    ] as [(ReportSettings.WeekStart, Day, Day)])
  func weekStart(_ start: ReportSettings.WeekStart, _ day: Day, _ first: Day) throws {
    let report = try Report.of(
      [.incident("1", day)], ReportSettings(step: .week, weekStart: start))
    #expect(report.rows(.incidents) == ["G4 week-\(first) 1/1/1 x1"])
    #expect(report.periods.map(\.first) == [first])
  }

  @Test("the periods of a report follow each other without a gap, also where nothing happened")
  func periods() throws {
    let report = try Report.of(
      [.incident("1", "2024-11-20"), .incident("2", "2025-02-02")], ReportSettings(step: .month))
    #expect(
      report.periods.map { "\($0.first)" }
        == ["2024-11-01", "2024-12-01", "2025-01-01", "2025-02-01"])
    #expect(report.coverage == DateSpan(first: "2024-11-20", last: "2025-02-02"))
  }
}
