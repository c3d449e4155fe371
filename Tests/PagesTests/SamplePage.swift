import Regions
import Reports

@testable import Disclosure
@testable import Pages

/// A made-up country of four governorates, two subdistricts and a zone, and releases over it.
enum SamplePage {
  static let january = Release.Period(start: "2025-01-01", end: "2025-01-31", label: "2025-01")
  static let february = Release.Period(start: "2025-02-01", end: "2025-02-28", label: "2025-02")
  static let coverage = Release.Period(
    start: "2025-01-01", end: "2025-02-20", label: "2025-01-01 to 2025-02-20")

  /// Markup, a quote, an event handler, a control character and a mark that turns the line around.
  static let hostile = "</td><script>alert(1)</script>\"' onload=x\u{1}\u{202E}&amp;"

  static func catalog(name: String = "Alpha") throws -> RegionCatalog {
    let country = region("XX", .level(.country), "Examplia", nil, .empty, "أمثولة")
    let names = [name, "Beta", "Gamma", "Delta"]
    let governorates = names.indices.map { number in
      region(
        "XX0\(number + 1)", .level(.governorate), names[number], "XX",
        square(west: 36 + Double(number), south: 34), number == 0 ? "ألفا" : nil)
    }
    let parts = [
      region(
        "XX0101", .level(.subdistrict), "Alpha East", "XX01",
        square(west: 36.5, south: 34, wide: 0.5)),
      region(
        "XX0102", .level(.subdistrict), "Alpha West", "XX01",
        square(west: 36, south: 34, wide: 0.5)),
    ]
    let zone = region(
      "Z1", .zone, "Plain", "XX", square(west: 36.2, south: 34.2, wide: 0.4))
    return try RegionCatalog(country: country, regions: governorates + parts + [zone])
  }

  static let indicators = [
    Release.Indicator(name: "incidents", kind: .eventCount, unit: "events"),
    Release.Indicator(name: "killed", kind: .flow, unit: "persons"),
    Release.Indicator(name: "displaced", kind: .flow, unit: "persons"),
  ]

  static let rules = [
    ("policy", "public"), ("k", "5"), ("finest_level", "governorate"),
    ("finest_destination_level", "governorate"), ("smallest_period", "week"),
    ("protected", "displaced"),
  ].map { Release.Accounts.Setting(name: $0.0, value: $0.1) }

  /// - Parameter hidden: the number that is withheld; no byte may depend on it.
  static func entries(hidden: String = "3") -> [Release.Entry] {
    [
      entry("XX", coverage, "killed", "40", level: "country"),
      entry("XX", january, "killed", "15", level: "country"),
      entry("XX", february, "killed", "25", level: "country"),
      entry("XX01", coverage, "killed", "30"), entry("XX01", january, "killed", "10"),
      entry("XX01", february, "killed", "20"),
      entry("XX01", coverage, "displaced", "1200"),
      entry("XX02", coverage, "killed", nil, status: .notStated),
      entry("XX02", coverage, "displaced", hidden, status: .withheld),
      entry("XX02", february, "displaced", hidden, status: .withheld),
      entry("XX03", coverage, "killed", "0", status: .zero),
      entry("XX01", coverage, "incidents", "4"),
      entry("XX0101", coverage, "killed", "12", level: "subdistrict"),
      entry("XX", coverage, "killed", "10", place: .unspecified),
    ]
  }

  static func release(
    hidden: String = "3", isInternal: Bool = false, name: String = "Alpha",
    entries: [Release.Entry]? = nil, flows: [Release.Flow]? = nil,
    periods: [Release.Period] = [january, february]
  ) throws -> Release {
    try Release(
      protection: isInternal
        ? .internal
        : Release.Protection(kind: .protected, notice: "protected", rules: rules),
      coverage: coverage, step: periods.isEmpty ? nil : "month", periods: periods,
      levels: ["country", "governorate", "subdistrict"], indicators: indicators,
      entries: entries ?? self.entries(hidden: hidden),
      flows: flows ?? [flow("1200", .reported), flow(hidden, .withheld)],
      accounts: Release.Accounts(
        inputs: isInternal ? [input(name)] : [], levels: [], zones: [],
        findings: isInternal ? [finding] : [],
        settings: [Release.Accounts.Setting(name: "profiles", value: "tracker-incidents")]))
  }

  static func page(
    _ release: Release? = nil, language: Language = .english, digits: Digits = .latin,
    name: String = "Alpha", title: String? = nil
  ) throws -> Page {
    var context = ReleaseContext(
      created: "2025-03-01T06:00:00Z", toolVersion: "0.1.0", boundaryEdition: "made up 2025",
      licenses: [ReleaseContext.License(name: "CC-BY-4.0", title: name, path: nil)],
      attribution: "Boundaries: \(name).")
    context.disclaimer = "Made up."
    return Page(
      release: try release ?? self.release(), catalog: try catalog(name: name), context: context,
      settings: PageSettings(
        language: language, digits: digits, publisher: title == nil ? "Desk" : name, title: title))
  }

  static func text(_ page: Page) -> String { String(decoding: page.html(), as: UTF8.self) }

  // MARK: - Parts

  static func entry(
    _ id: String, _ period: Release.Period, _ indicator: String, _ best: String?,
    level: String = "governorate", place: Release.PlaceStatus = .region,
    status: Release.FigureStatus = .reported
  ) -> Release.Entry {
    let amount = best.flatMap(Release.Amount.init(text:))
    return Release.Entry(
      place: Release.Place(
        level: level, status: place, regionID: id, regionName: id, parentID: "XX"),
      time: Release.TimeSpan(
        period: period, isCoverage: period == coverage, timeStatus: .period),
      indicator: indicator, low: amount, best: amount, high: amount, status: status)
  }

  private static func flow(_ best: String, _ status: Release.FigureStatus) -> Release.Flow {
    let amount = status == .withheld ? nil : Release.Amount(text: best)
    let to =
      status == .withheld
      ? Release.Place(
        level: "governorate", status: .region, regionID: "XX02", regionName: "Beta", parentID: "")
      : Release.Place(
        level: "governorate", status: .external, regionID: "LBN", regionName: "Lebanon",
        parentID: "")
    return Release.Flow(
      level: "governorate",
      origin: Release.Place(
        level: "governorate", status: .region, regionID: "XX01", regionName: "Alpha",
        parentID: ""),
      destination: to, kind: "displacement", unit: "persons", figure: (nil, amount, nil),
      records: nil, status: status)
  }

  private static func input(_ name: String) -> Release.Accounts.Input {
    Release.Accounts.Input(
      file: name, sha256: String(repeating: "0a", count: 32), profile: "acled", rows: 4, read: 3,
      rejected: 1, replaced: 0, outOfRange: 0)
  }

  private static let finding = Release.Accounts.FindingGroup(
    rule: "date/unreadable", severity: "error", count: 1, first: [])

  private static func region(
    _ id: String, _ kind: Region.Kind, _ name: String, _ parent: RegionID?, _ boundary: Boundary,
    _ arabic: String? = nil
  ) -> Region {
    let box = boundary.bounds
    return Region(
      id: RegionID(id), kind: kind, name: name, nameArabic: arabic, parent: parent, country: "XX",
      boundary: boundary, areaSquareKilometers: 1000,
      labelPoint: boundary.isEmpty
        ? Coordinate(longitude: 38, latitude: 34.1)
        : Coordinate(
          longitude: (box.west + box.east) / 2, latitude: (box.south + box.north) / 2))
  }

  private static func square(west: Double, south: Double, wide: Double = 1) -> Boundary {
    let high = wide == 1 ? 1.0 : 0.5
    return Boundary(
      longitudes: [west, west, west + wide, west + wide, west],
      latitudes: [south, south + high, south + high, south, south],
      ringStarts: [0, 5], polygonStarts: [0, 1])
  }
}
