import Records
import Regions
import Tallies
import Testing

@testable import Disclosure

@Suite("The internal release")
struct InternalReleaseTests {
  private let catalog: RegionCatalog

  init() throws {
    catalog = try RegionCatalog(
      country: Self.region("SY", .country, "Syria", parent: nil),
      regions: [
        Self.region("SY05", .governorate, "Hama", parent: "SY"),
        Self.region("SY06", .governorate, "Latakia", parent: "SY"),
      ])
  }

  private static func region(
    _ id: RegionID, _ level: Level, _ name: String, parent: RegionID?
  ) -> Region {
    Region(
      id: id, kind: .level(level), name: name, parent: parent, country: "SY", boundary: .empty,
      areaSquareKilometers: 1, labelPoint: Coordinate(longitude: 0, latitude: 0))
  }

  private func incident(
    _ id: String, _ place: Place, killed: Figure? = nil, from: Day? = nil, to: Day? = nil
  ) throws -> Record {
    let day = try #require(Day(year: 2025, month: 3, day: 8))
    return Record(
      key: RecordKey(source: "S", id: id),
      dates: try #require(DateSpan(first: from ?? day, last: to ?? day)),
      content: .incident(Incident(place: place, killed: killed)), line: 7)
  }

  private func release(
    _ records: [Record], _ settings: ReportSettings = ReportSettings()
  ) throws -> Release {
    let placer = Placer(
      catalog: catalog, index: RegionIndex(catalog), names: RegionNames(catalog))
    let report = try ReportRun.report(
      files: ["a.csv"], settings: settings, placer: placer
    ) { take in
      try take(0, records, [])
      return [
        ReportRun.FileFacts(
          sha256: "5e", profile: "test", rows: records.count, rejected: 0)
      ]
    }
    return Release.internalReport(of: report, catalog: catalog)
  }

  private func row(
    _ release: Release, _ indicator: String, at level: String = "governorate",
    _ status: Release.PlaceStatus = .region
  ) throws -> Release.Row {
    try #require(
      release.rows.first {
        $0.indicator == indicator && $0.level == level && $0.placeStatus == status
      })
  }

  private func coded(_ code: String) -> Place { Place(designations: [[Designation(code: code)]]) }

  @Test("shows every tally as it is, with names in place of numbers")
  func rows() throws {
    let release = try release([
      incident("1", coded("SY05"), killed: Figure(low: Quantity(1), best: Quantity(2), high: nil))
    ])
    #expect(release.protection == .internal)
    let killed = try row(release, "killed")
    #expect((killed.regionID, killed.regionName, killed.parentID) == ("SY05", "Hama", "SY"))
    #expect((killed.low?.text, killed.best?.text, killed.high?.text) == ("1", "2", nil))
    #expect((killed.isLowOpen, killed.isBestOpen, killed.isHighOpen) == (false, false, true))
    #expect((killed.records, killed.status, killed.isCoverage) == (1, .reported, true))
    #expect((killed.period.start, killed.period.end) == ("2025-03-08", "2025-03-08"))
    #expect(release.indicators.map(\.name) == ["incidents", "killed"])
    #expect(release.indicators.map(\.unit) == ["events", "persons"])
  }

  @Test("F5: zero, without a number, and not reported stay apart")
  func states() throws {
    let release = try release([
      incident("1", coded("SY05"), killed: .exactly(0)),
      incident("2", coded("SY06"), killed: Figure(low: nil, best: nil, high: nil)),
    ])
    let killed = release.rows.filter { $0.indicator == "killed" && $0.level == "governorate" }
    #expect(killed.map(\.regionID) == ["SY05", "SY06"])
    #expect(killed.map(\.status) == [.zero, .notStated])
    #expect(killed.map(\.best?.text) == ["0", nil])
  }

  @Test("P1: each of the five places has its status and its id")
  func places() throws {
    let release = try release([
      incident("1", coded("SY05")), incident("2", Place(country: "SY")),
      incident("3", Place(country: "Lebanon")), incident("4", coded("ABROAD")),
      incident("5", Place(point: Coordinate(longitude: 0, latitude: 0))), incident("6", Place()),
    ])
    let shown = release.rows.filter { $0.level == "governorate" }
      .map { "\($0.placeStatus.rawValue) \($0.regionID) \($0.regionName)" }
    #expect(
      shown == [
        "region SY05 Hama", "unspecified SY Syria", "external ABROAD Abroad, unspecified",
        "external LBN Lebanon", "outside  Outside", "unplaced  Unplaced",
      ])
  }

  // 2025-03-08 is a Saturday.
  @Test(
    "T3: a period's label says what it is, and a week's on which day it begins",
    arguments: [
      (.day, .monday, "2025-03-08", "2025-03-08"),
      (.week, .monday, "week of monday 2025-03-03", "2025-03-03"),
      (.week, .saturday, "week of saturday 2025-03-08", "2025-03-08"),
      (.month, .monday, "2025-03", "2025-03-01"), (.quarter, .monday, "2025-Q1", "2025-01-01"),
      (.year, .monday, "2025", "2025-01-01"),
    ] as [(Step, ReportSettings.WeekStart, String, String)])
  func labels(
    _ step: Step, _ weekStart: ReportSettings.WeekStart, _ label: String, _ start: String
  ) throws {
    let release = try release(
      [incident("1", coded("SY05"))], ReportSettings(step: step, weekStart: weekStart))
    let row = try #require(release.rows.first { !$0.isCoverage })
    #expect((row.period.label, row.period.start, row.timeStatus) == (label, start, .period))
    #expect(release.step == step.name)
    #expect(release.periods.map(\.label) == [label])
  }

  @Test("T1: what crosses the periods is unspecified in time, in the days that hold it")
  func unspecifiedTime() throws {
    let from = try #require(Day(year: 2025, month: 1, day: 30))
    let release = try release(
      [incident("1", coded("SY05"), from: from, to: from.adding(10))],
      ReportSettings(step: .month))
    let row = try #require(release.rows.first { !$0.isCoverage })
    #expect(row.timeStatus == .unspecified)
    #expect((row.period.start, row.period.end) == ("2025-01-01", "2025-03-31"))
  }

  @Test("A1: accounts and findings are told, and the settings used are named")
  func accounts() throws {
    let release = try release(
      [incident("1", coded("SY05")), incident("2", coded("SY99"))],
      ReportSettings(weekStart: .sunday, snapMeters: 12.5))
    let input = try #require(release.accounts.inputs.first)
    #expect((input.rows, input.read, input.sha256) == (2, 2, "5e"))
    let all = try #require(
      release.accounts.levels.first { $0.file.isEmpty && $0.level == "governorate" })
    #expect((all.balance.read, all.balance.regions, all.balance.unplaced) == (2, 1, 1))
    let finding = try #require(
      release.accounts.findings.first { $0.rule == "place/unknown-code" })
    #expect((finding.count, finding.severity, finding.first.first?.line) == (1, "warning", 7))
    let settings = Dictionary(
      release.accounts.settings.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    #expect(settings["week_start"] == "sunday" && settings["spanning"] == "hold")
    #expect(settings["snap_meters"] == "12.5" && settings["time_zone"] == "Asia/Damascus")
  }
}
