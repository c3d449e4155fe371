import Records
import Regions
import Tallies
import Testing

@testable import Disclosure

@Suite("The rows of a release")
struct ReleaseTableTests {
  private let catalog: RegionCatalog
  private let report: Report

  /// Two governorates in three months, with fractions from a spread over days, and two kinds.
  init() throws {
    let catalog = try RegionCatalog(
      country: Self.region("SY", .country, parent: nil),
      regions: [
        Self.region("SY05", .governorate, parent: "SY"),
        Self.region("SY06", .governorate, parent: "SY"),
      ])
    var records: [Record] = []
    for (number, code) in ["SY05", "SY06", "SY06", "SY05"].enumerated() {
      let first = try #require(Day(year: 2025, month: 1 + number % 3, day: 20))
      let span = try #require(DateSpan(first: first, last: first.adding(number * 6)))
      let incident = Incident(
        place: Place(designations: [[Designation(code: code)]]),
        kind: ["raid", "siege"][number % 2],
        killed: .exactly(7 + number))
      records.append(
        Record(
          key: RecordKey(source: "S", id: "\(number)"), dates: span, content: .incident(incident),
          line: number + 2))
    }
    self.catalog = catalog
    let placer = Placer(catalog: catalog, index: RegionIndex(catalog), names: RegionNames(catalog))
    report = try ReportRun.report(
      files: ["a.csv"],
      settings: ReportSettings(step: .month, category: .kind, spanning: .spread), placer: placer
    ) { [records] take in
      try take(0, records, [])
      return [ReportRun.FileFacts(sha256: "", profile: "t", rows: records.count, rejected: 0)]
    }
  }

  private static func region(_ id: RegionID, _ level: Level, parent: RegionID?) -> Region {
    Region(
      id: id, kind: .level(level), name: id.code, parent: parent, country: "SY", boundary: .empty,
      areaSquareKilometers: 1, labelPoint: Coordinate(longitude: 0, latitude: 0))
  }

  private func release(withholding hidden: Set<Int> = []) -> Release {
    var builder = ReleaseBuilder(report: report, catalog: catalog, protection: .internal)
    builder.withholdsRow = { hidden.contains($0) }
    return builder.make()
  }

  private static func text(_ row: Release.Row) -> String {
    let numbers = [row.low, row.best, row.high].map { $0?.text ?? "-" }.joined(separator: "/")
    return "\(row.level) \(row.regionID) \(row.period.label) \(row.indicator) \(row.category)"
      + " \(numbers) \(row.records ?? -1) \(row.status)"
  }

  @Test("each row says what the tally at its position says") func tallies() {
    let release = release()
    #expect(release.rows.count == report.tallies.count && report.tallies.count > 40)
    for (row, tally) in zip(release.rows, report.tallies) {
      #expect(row.indicator == tally.indicator.name && row.category == tally.category)
      #expect(row.low?.text == tally.low?.text() && row.best?.text == tally.best?.text())
      #expect(row.high?.text == tally.high?.text() && row.records == tally.records)
      #expect(row.isCoverage == (tally.period == .coverage))
    }
    #expect(release.rows.contains { $0.best?.text.contains(".") == true })
  }

  @Test("what occurs in a release, and how many rows speak of some days, is what its rows say")
  func traits() {
    #expect(release().traits == traits(release()))
    for hidden in [[], [0], [3, 7]] as [Set<Int>] {
      let release = release(withholding: hidden)
      #expect(release.traits == traits(release))
      #expect(release.traits.contains(.withheld) == !hidden.isEmpty)
      let inPeriods = release.rows.filter { !$0.isCoverage }.count
      #expect(release.rowCount { !$0.isCoverage } == inPeriods && inPeriods > 20)
    }
  }

  /// Row by row.
  private func traits(_ release: Release) -> Release.Traits {
    release.rows.reduce(into: []) { traits, row in
      if row.isWithheld { traits.insert(.withheld) }
      if row.isBestOpen == true || row.isHighOpen == true { traits.insert(.open) }
      if row.status == .otherSources { traits.insert(.otherSources) }
      if row.timeStatus == .unspecified { traits.insert(.unspecifiedTime) }
    }
  }

  @Test("a row asked for by its place, time, indicator and category is that of the list")
  func directAccess() {
    let release = release()
    for row in release.rows {
      let place = release.place(
        level: row.level, status: row.placeStatus, regionID: row.regionID)
      #expect(place == row.place)
      let found = release.row(
        place: row.place, span: row.span, indicator: row.indicatorNumber,
        category: row.categoryNumber)
      #expect(found?.position == row.position)
      #expect(Self.text(release.rows[row.position]) == Self.text(row))
      if row.categoryNumber == 0 {
        let totals = release.totals(place: row.place, span: row.span)
        #expect(totals?[row.indicatorNumber]?.position == row.position)
      }
    }
    #expect(release.row(place: 0, span: 99, indicator: 0) == nil)
    #expect(release.row(place: 999, span: 0, indicator: 0) == nil)
    #expect(release.place(level: "governorate", regionID: "SY07") == nil)
    #expect(release.periodSpans.count == 4 && release.periodSpans.allSatisfy { $0 != nil })
    let byPlace = release.places.indices.flatMap { release.rows(place: $0).map(\.position) }
    #expect(byPlace == Array(release.rows.indices))
  }

  @Test("D3: a withheld row keeps its place in the order and tells nothing but that it is withheld")
  func withheld() {
    let (open, hidden) = (release(), Set(stride(from: 1, to: report.tallies.count, by: 3)))
    let protected = release(withholding: hidden)
    #expect(protected.rows.count == open.rows.count)
    for (shown, full) in zip(protected.rows, open.rows) {
      #expect(shown.position == full.position && shown.regionID == full.regionID)
      #expect(shown.period == full.period && shown.indicator == full.indicator)
      guard hidden.contains(shown.position) else {
        #expect(Self.text(shown) == Self.text(full))
        continue
      }
      #expect(shown.status == .withheld && shown.isWithheld)
      #expect(shown.low == nil && shown.best == nil && shown.high == nil && shown.records == nil)
      #expect(shown.isLowOpen == nil && shown.isBestOpen == nil && shown.isHighOpen == nil)
      #expect(shown.asOf == nil)
    }
  }
}
