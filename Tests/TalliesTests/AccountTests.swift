import Records
import Regions
import Testing

@testable import Tallies

/// Rule A1.
@Suite("Accounts")
struct AccountTests {
  private let day: Day = "2025-03-09"

  @Test("A1: every record is in one of five places, at every level")
  func fivePlaces() throws {
    let places: [Place] = [
      .at(37.11, 35.11), .codes("G4A1"), .codes("G4"), .codes("G1", "G2"),
      Place(country: "Lebanon"), .at(30, 30), Place(),
    ]
    let report = try Report.of(
      places.enumerated().map { .incident("\($0.offset)", day, $0.element) })
    // regions + unspecified at each level; one external, one outside, one unplaced.
    let expected: [(Level, Int, Int)] = [
      (.country, 4, 0), (.governorate, 3, 1), (.district, 2, 2), (.subdistrict, 2, 2),
      (.neighborhood, 1, 3),
    ]
    for (level, regions, unspecified) in expected {
      let account = try #require(report.account(.incidents, at: level))
      #expect((account.read, account.regions) == (7, regions))
      #expect(account.unspecified == unspecified)
      #expect((account.external, account.outside, account.unplaced) == (1, 1, 1))
    }
  }

  @Test("A1: rows are read, rejected, replaced or out of range")
  func rows() throws {
    var file = InputFile(
      "a.csv",
      [
        .incident("1", day), .incident("1", day), .incident("2", "2024-01-01"),
        .incident("3", day),
      ])
    file.rejected = 3
    let report = try Report.of([file], ReportSettings(from: "2025-01-01"))
    let input = report.inputs[0]
    #expect((input.rows, input.read, input.rejected) == (7, 2, 3))
    #expect((input.replaced, input.outOfRange) == (1, 1))
  }

  @Test("A1: accounts are kept by file, and for all files together")
  func byFile() throws {
    let report = try Report.of([
      InputFile("a.csv", [.incident("1", day), .incident("2", day)]),
      InputFile("b.csv", [.incident("3", day, .codes("G9"))]),
    ])
    let accounts = report.accounts.filter { $0.level == .governorate }.map {
      "\($0.file ?? "all") \($0.balance.regions) \($0.balance.unplaced)"
    }
    #expect(accounts == ["all 2 1", "a.csv 2 0", "b.csv 0 1"])
  }

  @Test("P2, P3: ties and snapped points are counted at the levels where they were decided")
  func marks() throws {
    let report = try Report.of([
      .incident("1", day, .at(37, 34.2)), .incident("2", day, .at(36.2, 34.5)),
      .incident("3", day, .at(35.99, 34.25)),
    ])
    let expected: [(Level, ties: Int, snapped: Int)] = [
      (.governorate, 1, 1), (.district, 1, 1), (.subdistrict, 2, 1), (.neighborhood, 0, 0),
    ]
    for (level, ties, snapped) in expected {
      let account = try #require(report.account(.incidents, at: level))
      #expect((account.ties, account.snapped) == (ties, snapped))
    }
  }

  @Test("A1: a file whose rows are not all accounted for throws")
  func lostRows() throws {
    #expect {
      try ReportRun.report(
        files: ["a.csv"], settings: ReportSettings(), placer: World.placer()
      ) { take in
        try take(0, [.incident("1", day)], [])
        return [ReportRun.FileFacts(sha256: "", profile: "test", rows: 3, rejected: 1)]
      }
    } throws: { error in
      error as? ReportError == .unbalanced("of 3 rows in a.csv, 2 are accounted for")
    }
  }

  @Test("A1: figures that do not add up to what came in throw, and name indicator and level")
  func lostFigures() throws {
    let (balances, counted) = try books()
    try balances.check([], balances.make(), totals(counted))
    for level in Level.allCases {
      var short = counted
      let keys = short.keys.filter {
        $0.view == .level(level) && $0.indicator == Indicator(.killed)
          && $0.category == Counter.total
      }
      try #require(!keys.isEmpty)
      for key in keys { short[key]?.best = 4 }
      #expect {
        try balances.check([], balances.make(), totals(short))
      } throws: { error in
        error as? ReportError
          == .unbalanced("killed by \(level.name) adds up to 4, but 5 came in")
      }
    }
  }

  @Test("A1: a figure that is missing altogether throws")
  func missingFigure() throws {
    let (balances, counted) = try books()
    #expect(throws: ReportError.self) { try balances.check([], balances.make(), totals([:])) }
    let noIncidents = counted.filter { $0.key.indicator != Indicator(.incidents) }
    #expect(throws: ReportError.self) {
      try balances.check([], balances.make(), totals(noIncidents))
    }
  }

  @Test("A1: an account whose places do not add up to what was read throws")
  func lostRecord() throws {
    let (balances, counted) = try books()
    var balance = Report.Balance()
    balance.read = 2
    balance.regions = 1
    let account = Report.Account(
      file: "a.csv", level: .district, indicator: Indicator(.killed), balance: balance)
    #expect(throws: ReportError.unbalanced("killed by district in a.csv")) {
      try balances.check([], [account], totals(counted))
    }
  }

  /// The books of one incident with five dead.
  private func books() throws -> (Balances, [RollUp.Key: Sum]) {
    let settings = ReportSettings()
    var counter = Counter(settings: settings, placer: try World.placer(), fileNames: ["a.csv"])
    try counter.add(.incident("1", day, killed: .exactly(5)), file: 0)
    try counter.settle()
    let catalog = try World.catalog.get()
    var rolled = RollUp(catalog: catalog, levels: settings.levels, abroad: counter.abroad)
    for book in counter.books.values { try rolled.add(book) }
    let balances = Balances(
      catalog: catalog, settings: settings, fileNames: ["a.csv"], accounts: counter.accounts,
      rollUp: RollUp(catalog: catalog, levels: settings.levels, abroad: counter.abroad))
    return (balances, rolled.sums)
  }

  private func totals(_ sums: [RollUp.Key: Sum]) throws -> RolledTotals {
    let indicators = Set(sums.keys.map(\.indicator)).sorted()
    var totals = RolledTotals(indicators: indicators)
    for (key, sum) in sums where key.category == Counter.total {
      guard case .level(let level) = key.view else { continue }
      let number = try #require(indicators.firstIndex(of: key.indicator))
      try totals.add(sum, number, at: level, isInside: true, isOverAll: true)
    }
    return totals
  }

  @Test("findings are kept by rule: how many, and the first ten in the order of file and line")
  func findings() {
    var log = FindingLog()
    for line in (1...30).reversed() {
      log.add(Finding(.noPlace, file: line % 2 == 0 ? "a" : "b", line: line, message: ""))
    }
    #expect(log.count(of: .noPlace) == 30)
    #expect(log.groups[.noPlace]?.first.map(\.line) == Array(stride(from: 2, through: 20, by: 2)))
    #expect(log.count(of: .badDate) == 0)
  }
}
