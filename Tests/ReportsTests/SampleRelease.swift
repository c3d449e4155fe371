import Regions
import Reports

@testable import Disclosure

/// A release over `SampleCatalog` in which every status occurs.
enum SampleRelease {
  static let january = Release.Period(start: "2025-01-01", end: "2025-01-31", label: "2025-01")
  static let february = Release.Period(start: "2025-02-01", end: "2025-02-28", label: "2025-02")
  static let coverage = Release.Period(
    start: "2025-01-01", end: "2025-02-28", label: "2025-01-01 to 2025-02-28")
  static let quarter = Release.Period(start: "2025-01-01", end: "2025-03-31", label: "2025-Q1")

  static let indicators = [
    Release.Indicator(name: "incidents", kind: .eventCount, unit: "events"),
    Release.Indicator(name: "killed", kind: .flow, unit: "persons"),
    Release.Indicator(name: "idps", kind: .stock, unit: "persons"),
    Release.Indicator(name: "net", kind: .net, unit: "persons"),
  ]

  static let context = ReleaseContext(
    created: "2025-03-01T06:00:00Z", toolVersion: "0.1.0", boundaryEdition: "made up 2025",
    licenses: [
      ReleaseContext.License(
        name: "CC-BY-4.0", title: "Creative Commons Attribution 4.0",
        path: "https://creativecommons.org/licenses/by/4.0/"),
      ReleaseContext.License(
        name: nil, title: "CC BY 3.0 IGO",
        path: "https://creativecommons.org/licenses/by/3.0/igo/"),
    ],
    attribution: "Boundaries: made up.",
    countryPoint: { $0 == "LBN" ? Coordinate(longitude: 35.9, latitude: 33.9) : nil })

  static func writer(
    _ release: Release? = nil, formats: ReleaseContext.Formats = ReleaseContext.Formats()
  ) throws -> ReleaseWriter {
    var context = context
    context.formats = formats
    return ReleaseWriter(
      release: try release ?? self.release(), catalog: try SampleCatalog.catalog(),
      context: context)
  }

  static func release(
    coverage: Release.Period = coverage, step: String? = "month",
    periods: [Release.Period] = [january, february],
    rows: [Release.Entry] = rows, flows: [Release.Flow] = flows
  ) throws -> Release {
    try Release(
      protection: .internal, coverage: coverage, step: step, periods: periods,
      levels: ["governorate"], indicators: indicators, entries: rows, flows: flows,
      accounts: SampleAccounts.accounts)
  }

  static let rows: [Release.Entry] = [
    row("XX01", coverage, "incidents", "3", records: 3),
    row("XX01", coverage, "incidents", "1", category: "=cmd|shelling", records: 1),
    row("XX01", coverage, "killed", low: "10", "12.5", high: nil, highOpen: true, records: 3),
    row("XX01", coverage, "idps", "1791", records: 1, asOf: "2025-02-20"),
    row("XX01", coverage, "net", low: nil, "-40", high: nil, records: 2),
    row("XX01", january, "incidents", "1", records: 1),
    row("XX01", january, "killed", "10.25", records: 1),
    row("XX01", february, "incidents", "2", records: 2),
    row("XX01", february, "killed", low: "1", "2.25", high: nil, highOpen: true, records: 2),
    row("XX02", coverage, "incidents", "0", records: 1, status: .zero),
    row("XX02", coverage, "killed", low: nil, nil, high: nil, records: 1, status: .notStated),
    row("XX02", coverage, "idps", low: nil, nil, high: nil, records: 0, status: .withheld),
    row("XX02", coverage, "net", low: "5", nil, high: "9", records: 2, status: .otherSources),
    row("XX02", february, "incidents", "0", records: 1, status: .zero),
    row("XX01", quarter, "killed", "7", time: .unspecified, isCoverage: false),
    row("XX", coverage, "incidents", "4", place: .unspecified, name: "Examplia", records: 4),
    row("XX", january, "incidents", "4", place: .unspecified, name: "Examplia", records: 4),
    row("LBN", coverage, "killed", "2", place: .external, name: "Lebanon"),
    row("", coverage, "killed", "1", place: .outside, name: ""),
    row("", coverage, "incidents", "6", place: .unplaced, name: "", records: 6),
    row("Z1", coverage, "killed", "3", level: "zone", name: "Plain"),
  ]

  static let flows: [Release.Flow] = [
    flow("XX01", .region, "Alpha", to: "XX02", .region, "=Beta, \"the\" second"),
    flow("XX01", .region, "Alpha", to: "XX01", .region, "Alpha"),
    flow("XX", .unspecified, "Examplia", to: "LBN", .external, "Lebanon"),
    flow("XX02", .region, "=Beta, \"the\" second", to: "ABROAD", .external, "Abroad"),
    flow("", .unplaced, "", to: "XX01", .region, "Alpha"),
  ]

  static func amount(_ text: String?) -> Release.Amount? {
    text.flatMap(Release.Amount.init(text:))
  }

  /// A row whose low, best and high are one.
  static func row(
    _ id: String, _ period: Release.Period, _ indicator: String, _ best: String,
    category: String = "", place: Release.PlaceStatus = .region,
    time: Release.TimeStatus = .period, isCoverage: Bool? = nil, level: String = "governorate",
    name: String? = nil, records: Int = 1, status: Release.FigureStatus = .reported,
    asOf: String? = nil
  ) -> Release.Entry {
    row(
      id, period, indicator, low: best, best, high: best, category: category, place: place,
      time: time, isCoverage: isCoverage, level: level, name: name, records: records,
      status: status, asOf: asOf)
  }

  static func row(
    _ id: String, _ period: Release.Period, _ indicator: String, low: String?, _ best: String?,
    high: String?, highOpen: Bool = false, category: String = "",
    place: Release.PlaceStatus = .region, time: Release.TimeStatus = .period,
    isCoverage: Bool? = nil, level: String = "governorate", name: String? = nil,
    records: Int = 1, status: Release.FigureStatus = .reported, asOf: String? = nil
  ) -> Release.Entry {
    let names = ["XX01": SampleCatalog.first.name, "XX02": SampleCatalog.second.name]
    var entry = Release.Entry(
      place: Release.Place(
        level: level, status: place, regionID: id, regionName: name ?? names[id] ?? id,
        parentID: place == .region ? "XX" : ""),
      time: Release.TimeSpan(
        period: period, isCoverage: isCoverage ?? (period == coverage), timeStatus: time),
      indicator: indicator, low: amount(low), best: amount(best), high: amount(high),
      status: status)
    entry.category = category
    entry.isHighOpen = highOpen
    entry.records = records
    entry.asOf = asOf
    return entry
  }

  static func flow(
    _ origin: String, _ originStatus: Release.PlaceStatus, _ originName: String,
    to destination: String, _ status: Release.PlaceStatus, _ name: String
  ) -> Release.Flow {
    Release.Flow(
      level: "governorate", origin: end(origin, originStatus, originName),
      destination: end(destination, status, name), kind: "displacement", unit: "persons",
      figure: (amount("90"), amount("100"), amount("120")), records: 2, status: .reported)
  }

  private static func end(
    _ id: String, _ status: Release.PlaceStatus, _ name: String
  ) -> Release.Place {
    Release.Place(
      level: "governorate", status: status, regionID: id, regionName: name, parentID: "")
  }
}

enum SampleAccounts {
  static let accounts = Release.Accounts(
    inputs: [
      Release.Accounts.Input(
        file: "a.csv", sha256: String(repeating: "0a", count: 32), profile: "acled", rows: 18,
        read: 14, rejected: 1, replaced: 2, outOfRange: 1)
    ],
    levels: ["a.csv", ""].map {
      Release.Accounts.LevelAccount(
        file: $0, level: "governorate", indicator: "incidents", balance: balance)
    },
    zones: [
      Release.Accounts.ZoneAccount(zone: "Z1", indicator: "incidents", inside: 1, possible: 4)
    ],
    findings: [
      Release.Accounts.FindingGroup(
        rule: "date/unreadable", severity: "error", count: 1,
        first: [
          Release.Accounts.FindingGroup.Example(
            file: "a.csv", line: 7, column: "event_date", message: "\"03/04/2025\" is no date")
        ])
    ],
    settings: [
      Release.Accounts.Setting(name: "spanning", value: "hold"),
      Release.Accounts.Setting(name: "week_start", value: "monday"),
    ])

  private static var balance: Release.Accounts.Balance {
    var balance = Release.Accounts.Balance()
    (balance.read, balance.regions, balance.unspecified) = (14, 4, 4)
    (balance.unplaced, balance.ties) = (6, 1)
    return balance
  }
}
