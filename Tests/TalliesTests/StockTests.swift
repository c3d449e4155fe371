import Records
import Regions
import Testing

@testable import Tallies

/// Rule F2, for stocks.
@Suite("Stocks")
struct StockTests {
  private func camp(
    _ id: String, _ day: Day, _ people: Int, _ place: Place = .codes("G3A1"),
    published: Day? = nil, kind: Movement.Kind = .displacement
  ) -> Record {
    .movement(
      id, day, kind, destination: place, .exactly(people), published: published, measure: .stock)
  }

  private let months = ReportSettings(step: .month)

  @Test("F2: a period shows the latest value on or before its last day, with its day")
  func latest() throws {
    let report = try Report.of(
      [
        camp("1", "2025-01-10", 100), camp("2", "2025-01-20", 90), camp("3", "2025-03-05", 70),
      ], months)
    #expect(
      report.rows(.idps) == [
        "G3 month-2025-01-01 90/90/90 x1 as of 2025-01-20",
        "G3 month-2025-02-01 90/90/90 x1 as of 2025-01-20",
        "G3 month-2025-03-01 70/70/70 x1 as of 2025-03-05",
      ])
    // Not 260: stocks never add up over time.
    #expect(report.rows(.idps, coverage: true) == ["G3 all 70/70/70 x1 as of 2025-03-05"])
  }

  @Test("F2: the latest values of several sites add up; the day is that of the latest of them")
  func sites() throws {
    let report = try Report.of([
      camp("1", "2025-01-10", 100), camp("2", "2025-01-12", 30, .codes("G3B1")),
      camp("3", "2025-02-01", 40, .codes("G3B1")),
    ])
    #expect(report.rows(.idps, coverage: true) == ["G3 all 140/140/140 x2 as of 2025-02-01"])
    #expect(
      report.rows(.idps, at: .district, coverage: true) == [
        "G3A all 100/100/100 x1 as of 2025-01-10", "G3B all 40/40/40 x1 as of 2025-02-01",
      ])
    #expect(report.zoneRows(.idps) == ["Z2 all 140/140/140 x2 as of 2025-02-01"])
    #expect(report.inputs[0].read == 3)
  }

  @Test("F2: of two values of one day the one published last counts")
  func corrections() throws {
    let values = [
      camp("a", "2025-01-10", 90, published: "2025-01-20"),
      camp("b", "2025-01-10", 100, published: "2025-01-11"),
    ]
    for order in [values, values.reversed()] {
      let report = try Report.of(order)
      #expect(report.rows(.idps, coverage: true) == ["G3 all 90/90/90 x1 as of 2025-01-10"])
    }
  }

  @Test("F2: a value stands in every period asked for, also beyond the last day in the data")
  func untilTheEndOfTheRange() throws {
    let report = try Report.of(
      [camp("1", "2025-02-10", 100)],
      ReportSettings(from: "2025-01-01", to: "2025-03-31", step: .month))
    #expect(
      report.rows(.idps) == [
        "G3 month-2025-02-01 100/100/100 x1 as of 2025-02-10",
        "G3 month-2025-03-01 100/100/100 x1 as of 2025-02-10",
      ])
  }

  @Test("F2: a value from before the range stands until there is a later one")
  func fromBeforeTheRange() throws {
    let report = try Report.of(
      [camp("1", "2024-12-10", 100)],
      ReportSettings(from: "2025-01-01", to: "2025-01-31", step: .month))
    #expect(report.rows(.idps) == ["G3 month-2025-01-01 100/100/100 x1 as of 2024-12-10"])
    #expect(report.inputs[0].read == 1)
  }

  @Test("A1: a value from after the range is out of range")
  func afterTheRange() throws {
    let report = try Report.of(
      [camp("1", "2025-01-10", 100), camp("2", "2025-02-01", 7)],
      ReportSettings(to: "2025-01-31"))
    #expect(report.rows(.idps, coverage: true) == ["G3 all 100/100/100 x1 as of 2025-01-10"])
    #expect(report.inputs[0].outOfRange == 1)
  }

  @Test("F7: people abroad are refugees, people who came back are returnees, never a governorate's")
  func kinds() throws {
    let report = try Report.of([
      camp("1", "2025-01-10", 21_637, .named("Lebanon")),
      camp("2", "2025-01-10", 50, kind: .return),
    ])
    #expect(
      report.rows(.refugees, coverage: true) == ["!LBN all 21637/21637/21637 x1 as of 2025-01-10"])
    #expect(report.rows(.returnees, coverage: true) == ["G3 all 50/50/50 x1 as of 2025-01-10"])
    #expect(report.rows(.idps, coverage: true).isEmpty)
  }

  private func stock(
    _ id: String, _ day: Day, from origin: Place?, in place: Place, _ people: Int
  ) -> Record {
    .movement(id, day, origin: origin, destination: place, .exactly(people), measure: .stock)
  }

  @Test("F2: people of several origins at one place add up on one day, not over days")
  func origins() throws {
    let report = try Report.of(
      [
        stock("1", "2023-12-31", from: .codes("G3"), in: .codes("G1"), 100),
        stock("2", "2023-12-31", from: .codes("G4"), in: .codes("G1"), 20),
        // Those from G4 are not in the next count: they are not there any more.
        stock("3", "2024-12-31", from: .codes("G3"), in: .codes("G1"), 70),
        stock("4", "2024-12-31", from: .codes("G2"), in: .codes("G1"), 5),
      ], ReportSettings(step: .year))
    #expect(
      report.rows(.idps) == [
        "G1 year-2023-01-01 120/120/120 x2 as of 2023-12-31",
        "G1 year-2024-01-01 75/75/75 x2 as of 2024-12-31",
      ])
  }

  // UNHCR, end of 2023: people from Iraq who live in Syria.
  @Test("F7: people from abroad who live in the country are refugees there, not displaced in it")
  func fromAbroad() throws {
    let report = try Report.of([
      stock("1", "2023-12-31", from: .named("Iraq"), in: .named("Syria"), 11_900),
      stock("2", "2023-12-31", from: .named("Syria"), in: .named("Syria"), 7_200_000),
    ])
    #expect(
      report.rows(.refugees, at: .country, coverage: true) == [
        "SY all 11900/11900/11900 x1 as of 2023-12-31"
      ])
    #expect(
      report.rows(.idps, at: .country, coverage: true)
        == ["SY all 7200000/7200000/7200000 x1 as of 2023-12-31"])
  }

  @Test("F7: asylum seekers are an indicator of their own, never added to refugees")
  func asylumSeekers() throws {
    var waiting = stock("1", "2023-12-31", from: .named("Syria"), in: .named("Germany"), 40)
    if case .movement(var movement) = waiting.content {
      movement.status = .asylumSeeker
      waiting.content = .movement(movement)
    }
    let report = try Report.of([
      waiting, stock("2", "2023-12-31", from: .named("Syria"), in: .named("Germany"), 700),
    ])
    #expect(
      report.rows(.asylumSeekers, coverage: true) == ["!DEU all 40/40/40 x1 as of 2023-12-31"])
    #expect(report.rows(.refugees, coverage: true) == ["!DEU all 700/700/700 x1 as of 2023-12-31"])
  }
}

/// Rules F2 and F4, where a source splits its stocks, or changes the level it reports.
@Suite("Stocks in parts and at several levels")
struct StockPartTests {
  private func people(
    _ id: String, _ day: Day, _ people: Int, at place: Place, from origin: Place? = nil,
    subkind: String = "", subject: String? = "IDPs"
  ) -> Record {
    var record = Record.movement(
      id, day, origin: origin, destination: place, .exactly(people), subject: subject,
      measure: .stock)
    guard case .movement(var movement) = record.content else { return record }
    movement.subkind = subkind
    record.content = .movement(movement)
    return record
  }

  @Test("F2: parts of one day add up, by origin and by type; a later day replaces all of them")
  func parts() throws {
    let report = try Report.of(
      [
        people("1", "2025-01-10", 10, at: .codes("G3"), from: .codes("G1")),
        people("2", "2025-01-10", 20, at: .codes("G3"), from: .codes("G2")),
        people("3", "2025-01-10", 5, at: .codes("G3"), from: .codes("G2"), subkind: "Disaster"),
        people("4", "2025-02-10", 7, at: .codes("G3"), from: .codes("G2")),
      ], ReportSettings(step: .month, category: .subkind))
    #expect(
      report.rows(.idps) == [
        "G3 month-2025-01-01 35/35/35 x3 as of 2025-01-10",
        "G3 month-2025-02-01 7/7/7 x1 as of 2025-02-10",
      ])
    #expect(
      report.rows(.idps, category: "Disaster")
        == ["G3 month-2025-01-01 5/5/5 x1 as of 2025-01-10"])
  }

  @Test("F2: a place is the same whatever name stands beside its code")
  func spellings() throws {
    func place(_ name: String) -> Place {
      Place(designations: [[Designation(level: .governorate, code: "G3", name: name)]])
    }
    let report = try Report.of([
      people("1", "2025-01-10", 10, at: place("Latakia"), subject: nil),
      people("2", "2025-02-10", 8, at: place("Lattakia"), subject: nil),
    ])
    #expect(report.rows(.idps, coverage: true) == ["G3 all 8/8/8 x1 as of 2025-02-10"])
  }

  private let levels: [(Day, Int, String)] = [
    ("2025-01-10", 100, "G3"), ("2025-01-10", 40, "G4"), ("2025-02-10", 60, "G3A"),
    ("2025-02-10", 30, "G3B"), ("2025-03-10", 95, "G3"), ("2025-04-10", 120, "SY"),
  ]

  @Test("F4: the later of two stocks at nested regions of one subject is the one that stands")
  func nested() throws {
    let records = levels.enumerated().map { index, value in
      people("\(index)", value.0, value.1, at: .codes(value.2))
    }
    for order in [records, records.reversed()] {
      let report = try Report.of(order, ReportSettings(step: .month))
      #expect(
        report.rows(.idps, at: .country) == [
          "SY month-2025-01-01 140/140/140 x2 as of 2025-01-10",
          "SY month-2025-02-01 130/130/130 x3 as of 2025-02-10",
          "SY month-2025-03-01 135/135/135 x2 as of 2025-03-10",
          "SY month-2025-04-01 120/120/120 x1 as of 2025-04-10",
        ])
      #expect(report.inputs[0].read == 6)
    }
  }

  @Test("F4: of one day the finer stocks of a subject count, though they come in several files")
  func levelsOfOneDay() throws {
    let day: Day = "2025-01-10"
    let report = try Report.of([
      InputFile("admin0.json", [people("0", day, 140, at: .codes("SY"))]),
      InputFile("admin1.json", [people("1", day, 100, at: .codes("G3"))]),
      InputFile(
        "admin2.json",
        [people("2", day, 60, at: .codes("G4A")), people("3", day, 5, at: .codes("G4B"))]),
    ])
    #expect(
      report.rows(.idps, at: .country, coverage: true)
        == ["SY all 165/165/165 x3 as of 2025-01-10"])
    #expect(report.findings.count(of: .overlappingRow) == 1)
  }

  @Test("F4: a stock somewhere in a region is not the region's own, whose later one holds it")
  func somewhere() throws {
    func inDistrict(_ name: String) -> Place {
      Place(designations: [
        [
          Designation(level: .governorate, code: "G3"),
          Designation(level: .district, name: name),
        ]
      ])
    }
    let values = [
      people("1", "2025-01-10", 100, at: .codes("G3A")),
      people("2", "2025-01-10", 7, at: inDistrict("Nowhere")),
    ]
    let first = try Report.of(values)
    #expect(first.rows(.idps, coverage: true) == ["G3 all 107/107/107 x2 as of 2025-01-10"])
    let later = try Report.of(values + [people("3", "2025-02-10", 90, at: .codes("G3"))])
    #expect(later.rows(.idps, coverage: true) == ["G3 all 90/90/90 x1 as of 2025-02-10"])
  }

  @Test("Stocks without a subject are about people of their own at every level")
  func withoutSubject() throws {
    let report = try Report.of([
      people("1", "2025-01-10", 100, at: .codes("G3"), subject: nil),
      people("2", "2025-02-10", 60, at: .codes("G3A"), subject: nil),
    ])
    #expect(report.rows(.idps, coverage: true) == ["G3 all 160/160/160 x2 as of 2025-02-10"])
  }

  @Test("F7: people of one other country in another are in no stock; who moves there is external")
  func otherCountry() throws {
    let report = try Report.of([
      people("1", "2025-01-10", 100, at: .named("Lebanon"), from: .codes("SY")),
      people("2", "2025-01-10", 500, at: .named("Lebanon"), from: .named("Iraq")),
      people("3", "2025-01-10", 70, at: .codes("SY"), from: .named("Iraq")),
      .movement(
        "4", "2025-01-10", .return, origin: .named("Lebanon"), destination: .named("Iraq"),
        .exactly(9)),
    ])
    #expect(
      report.rows(.refugees, coverage: true) == [
        "?SY all 70/70/70 x1 as of 2025-01-10", "!LBN all 100/100/100 x1 as of 2025-01-10",
      ])
    #expect(report.rows(.idps, at: .country, coverage: true).isEmpty)
    #expect(report.rows(.returned, coverage: true) == ["!IRQ all 9/9/9 x1"])
    #expect(report.findings.count(of: .otherCountry) == 1)
    #expect(report.inputs[0].read == 4)
  }
}

/// Rule F2, for running totals.
@Suite("Cumulative series")
struct CumulativeTests {
  private func total(
    _ id: String, _ day: Day, _ killed: Figure, _ place: Place = .codes("G3"),
    source: String = "SOHR"
  ) -> Record {
    .incident(
      id, "2025-03-06", to: day, place, killed: killed, source: source, measure: .cumulative)
  }

  // SOHR's series for Latakia: 683 by 12 March, 735 by 13 March (issue 2).
  @Test("F2: successive totals become flows by their differences")
  func differences() throws {
    let report = try Report.of(
      [total("2", "2025-03-13", .exactly(735)), total("1", "2025-03-12", .exactly(683))],
      ReportSettings(step: .day))
    #expect(
      report.rows(.killed) == [
        "G3 month-2025-03-01? 683/683/683 x1", "G3 day-2025-03-13 52/52/52 x1",
      ])
    #expect(report.rows(.killed, coverage: true) == ["G3 all 735/735/735 x2"])
    // A running total is no event.
    #expect(report.rows(.incidents, coverage: true).isEmpty)
  }

  @Test("F2: a total that falls is a finding and adds nothing, nor does what makes up for it")
  func falling() throws {
    let report = try Report.of(
      [100, 90, 95, 120, 130].enumerated().map { index, number in
        total("\(index)", Day("2025-03-10").adding(index), .exactly(number))
      }, ReportSettings(step: .day))
    #expect(report.findings.count(of: .cumulativeFell) == 2)
    #expect(report.rows(.killed, coverage: true) == ["G3 all 130/130/130 x5"])
    #expect(
      report.rows(.killed).dropFirst() == [
        "G3 day-2025-03-11 0/0/0 x1 zero", "G3 day-2025-03-12 0/0/0 x1 zero",
        "G3 day-2025-03-13 20/20/20 x1", "G3 day-2025-03-14 10/10/10 x1",
      ])
  }

  @Test("F2: places and sources have series of their own")
  func apart() throws {
    let report = try Report.of([
      total("1", "2025-03-12", .exactly(683)),
      total("2", "2025-03-12", .exactly(433), .codes("G1")),
      total("3", "2025-03-13", .exactly(466), .codes("G1")),
      total("4", "2025-03-13", .exactly(5), source: "SNHR"),
    ])
    #expect(
      report.rows(.killed, coverage: true)
        == ["G1 all 466/466/466 x2", "G3 all 688/688/688 x2"])
  }

  @Test("F1: the difference of totals that are not exact has no bounds")
  func inexact() throws {
    let report = try Report.of([
      total("1", "2025-03-12", Figure(100, .atLeast)), total("2", "2025-03-13", .exactly(150)),
    ])
    #expect(report.rows(.killed, coverage: true) == ["G3 all -/150/- x2"])
  }

  @Test("A1: the part of a series before the range is out of range; its rise inside counts")
  func range() throws {
    let report = try Report.of(
      [total("1", "2025-03-12", .exactly(683)), total("2", "2025-03-13", .exactly(735))],
      ReportSettings(from: "2025-03-13"))
    #expect(report.rows(.killed, coverage: true) == ["G3 all 52/52/52 x1"])
    #expect(report.inputs[0].outOfRange == 1)
  }
}
