import Records
import Regions
import Tallies
import Testing

@testable import Disclosure
@testable import Verification

/// Releases written down by hand, over one governorate of two districts with two subdistricts each.
struct ToldReleases {
  let catalog: RegionCatalog

  init() throws {
    let all: [(String, Level, RegionID)] =
      [("G", .governorate, "SY")] + ["D1", "D2"].map { ($0, .district, "G") }
      + ["D1A", "D1B", "D2A", "D2B"].map { ($0, .subdistrict, RegionID(String($0.prefix(2)))) }
    catalog = try RegionCatalog(
      country: Self.region("SY", .country, nil), regions: all.map(Self.region))
  }

  private static func region(_ id: String, _ level: Level, _ parent: RegionID?) -> Region {
    Region(
      id: RegionID(id), kind: .level(level), name: id, parent: parent, country: "SY",
      boundary: .empty, areaSquareKilometers: 1,
      labelPoint: Coordinate(longitude: 0, latitude: 0))
  }

  /// Days of 2025 from the first of one month to the last of another.
  static func months(_ first: Int, _ last: Int) -> (first: Day, last: Day) {
    let days = [0, 31, 28, 31, 30, 31, 30]
    let start = Int(Day(year: 2025, month: 1, day: 1)?.number ?? 0)
    let before = days.prefix(first).reduce(0, +)
    let upTo = days.prefix(last + 1).reduce(0, +)
    return (Day(number: Int32(start + before)), Day(number: Int32(start + upTo - 1)))
  }

  /// What a release says of one place in some months.
  struct Told {
    let place: String
    let months: (Int, Int)
    /// `nil` where it is withheld.
    let number: Int?

    init(_ place: String, _ first: Int, _ last: Int, _ number: Int?) {
      self.place = place
      months = (first, last)
      self.number = number
    }

    /// In January.
    init(_ place: String, _ number: Int?) { self.init(place, 1, 1, number) }
  }

  /// A release over all months that anything is told of.
  func release(
    _ directory: String, by step: Step? = nil,
    levels: [Level] = [
      .governorate, .district,
      .subdistrict,
    ], after series: Ledger? = nil, isRevision: Bool = false,
    rounding: PublicRelease.Rounding? = nil, _ told: [Told]
  ) throws -> PublicRelease {
    let coverage = Self.months(
      told.map(\.months.0).min() ?? 1, told.map(\.months.1).max() ?? 1)
    var figures: [JointSystem.Figure] = []
    for item in told {
      let known = item.number.map { KnownFigure(.known(Quantity($0))) } ?? KnownFigure(.withheld)
      figures.append((try name(item, coverage, step), known))
    }
    var settings = ReportSettings(step: step, levels: levels)
    settings.indicators = [Indicator(.displaced)]
    return PublicRelease(
      directory: directory,
      coverage: FigurePeriod(.coverage, first: coverage.first, last: coverage.last),
      settings: settings, threshold: 5, protected: [Indicator(.displaced)], figures: figures,
      ledger: series.map { ledger(after: $0, figures, (settings, coverage), isRevision) }
        ?? Ledger(),
      rounding: rounding)
  }

  private func name(
    _ told: Told, _ coverage: (first: Day, last: Day), _ step: Step?
  ) throws -> FigureName {
    let number = try #require(catalog.number(of: RegionID(told.place)))
    let days = Self.months(told.months.0, told.months.1)
    let isWhole =
      step == nil || days == coverage && told.months.0 != told.months.1 && step == .month
    let level = try #require(Level.allCases.first { catalog[number].kind == .level($0) })
    return FigureName(
      view: .level(level), site: .region(number),
      period: FigurePeriod(isWhole ? .coverage : .period, first: days.first, last: days.last),
      indicator: Indicator(.displaced), category: "")
  }

  private func ledger(
    after series: Ledger, _ figures: [JointSystem.Figure],
    _ asked: (settings: ReportSettings, days: (first: Day, last: Day)), _ isRevision: Bool
  ) -> Ledger {
    let keys = LedgerKey(catalog: catalog)
    var statements: [String: Ledger.Entry.Figure] = [:]
    for (name, known) in figures {
      statements[keys.text(name)] =
        if case .known(let number) = known.number { .shown(number) } else { .withheld }
    }
    return series.adding(
      statements,
      scope: LedgerScope(
        asked.settings,
        coverage: FigurePeriod(.coverage, first: asked.days.first, last: asked.days.last)),
      periods: Set(figures.map { LedgerKey.text($0.name.period) }),
      basis: History.basis(of: asked.settings), threshold: 5, isRevision: isRevision)
  }

  /// What somebody finds who has all of them.
  func breaches(_ releases: PublicRelease...) async throws -> [Verdict.Breach] {
    try await ReleaseCheck.verdict(on: releases, catalog: catalog).breaches
  }
}
