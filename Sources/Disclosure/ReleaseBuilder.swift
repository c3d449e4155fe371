import Records
public import Regions
public import Tallies

extension Release {
  /// The unprotected report, for use inside the organisation only.
  ///
  /// - Parameter plan: how the same report is protected elsewhere; then the accounts tell how much
  ///   that withholds.
  public static func internalReport(
    of report: Report, catalog: RegionCatalog, besides plan: ProtectionPlan? = nil
  ) -> Release {
    let builder = ReleaseBuilder(report: report, catalog: catalog, protection: .internal)
    var accounts = builder.accounts()
    accounts.withheld = plan?.withheldShares ?? []
    return builder.make(accounts: accounts)
  }
}

/// Turns a report into a release: the only way there is.
///
/// What is withheld keeps its place in the order, with nothing but its status. Nothing of its
/// figure goes into the release.
struct ReleaseBuilder {
  let report: Report
  let catalog: RegionCatalog
  let protection: Release.Protection
  /// Whether the tally at a position in `report.tallies` is withheld.
  var withholdsRow: (Int) -> Bool = { _ in false }
  /// Whether the flow at a position in `report.flows` is withheld.
  var withholdsFlow: (Int) -> Bool = { _ in false }

  init(report: Report, catalog: RegionCatalog, protection: Release.Protection) {
    self.report = report
    self.catalog = catalog
    self.protection = protection
  }

  /// - Parameter accounts: what is told of the input; by default all that the report says.
  func make(accounts: Release.Accounts? = nil) -> Release {
    Release(
      protection: protection, coverage: period(.coverage), step: report.settings.step?.name,
      periods: report.periods.map(period), levels: report.settings.levels.map(\.name),
      flows: report.flows.enumerated().map { flow($1, isWithheld: withholdsFlow($0)) },
      accounts: accounts ?? self.accounts(), table: table())
  }

  // MARK: - Rows

  private func table() -> ReleaseTable {
    let tallies = report.tallies
    let hidden = tallies.indices.filter(withholdsRow)
    var shown = ShownFigures(
      cells: tallies.cells, quantities: tallies.quantities, latest: tallies.latest)
    if !hidden.isEmpty { shown.withhold(hidden) }
    return ReleaseTable(
      places: tallies.places.map { place($0.site, level: name($0.view)) },
      spans: tallies.periods.map(span), indicators: tallies.indicators.map(indicator),
      categories: tallies.categories, blocks: tallies.blocks, cells: shown.cells,
      quantities: shown.quantities, latest: shown.latest)
  }

  private func span(_ key: PeriodKey) -> Release.TimeSpan {
    Release.TimeSpan(
      period: period(key), isCoverage: key == .coverage,
      timeStatus: key.isUnspecified ? .unspecified : .period)
  }

  private func period(_ key: PeriodKey) -> Release.Period {
    guard let span = report.span(of: key) else {
      return Release.Period(start: "", end: "", label: "no days")
    }
    return Release.Period(
      start: span.first.description, end: span.last.description,
      label: key.label(of: span, weekStart: report.settings.weekStart))
  }

  private func indicator(_ indicator: Indicator) -> Release.Indicator {
    let kind: Release.Indicator.Kind =
      switch indicator.kind {
      case .eventCount: .eventCount
      case .flow: .flow
      case .stock: .stock
      case .net: .net
      }
    return Release.Indicator(name: indicator.name, kind: kind, unit: indicator.unitName)
  }

  // MARK: - Places

  private func place(_ site: Tally.Site, level: String) -> Release.Place {
    switch site {
    case .region(let number): region(number, .region, level)
    case .unspecified(let number): region(number, .unspecified, level)
    case .external(let code):
      Release.Place(
        level: level, status: .external, regionID: code,
        regionName: Country.match(code: code)?.name ?? "Abroad, unspecified", parentID: "")
    case .outside:
      Release.Place(
        level: level, status: .outside, regionID: "", regionName: "Outside", parentID: "")
    case .unplaced:
      Release.Place(
        level: level, status: .unplaced, regionID: "", regionName: "Unplaced", parentID: "")
    }
  }

  private func region(
    _ number: RegionNumber, _ status: Release.PlaceStatus, _ level: String
  ) -> Release.Place {
    let region = catalog[number]
    return Release.Place(
      level: level, status: status, regionID: region.id.code, regionName: region.name,
      parentID: region.parent?.code ?? "")
  }

  private func name(_ view: Tally.View) -> String {
    switch view {
    case .level(let level): level.name
    case .zone: "zone"
    }
  }

  // MARK: - Flows

  private func flow(_ flow: FlowTally, isWithheld: Bool) -> Release.Flow {
    func shown(_ quantity: Quantity?) -> Release.Amount? {
      isWithheld ? nil : quantity.map(Release.Amount.init)
    }
    return Release.Flow(
      level: flow.level.name, origin: place(flow.origin, level: flow.level.name),
      destination: place(flow.destination, level: flow.level.name), kind: flow.kind.rawValue,
      unit: flow.unit.rawValue, figure: (shown(flow.low), shown(flow.best), shown(flow.high)),
      records: isWithheld ? nil : flow.records,
      status: isWithheld ? .withheld : Release.FigureStatus(flow.status))
  }
}

/// The cells of a report with some of them emptied.
private struct ShownFigures {
  var cells: [TallyCell]
  var quantities: CompactQuantities
  var latest: [Day?]

  /// Takes away what rows say, and what only they referred to.
  mutating func withhold(_ rows: [Int]) {
    for row in rows { cells[row] = cells[row].withheld }
    if !latest.isEmpty { for row in rows { latest[row] = nil } }
    quantities.keepOnly(those: &cells)
  }
}

extension Release.FigureStatus {
  fileprivate init(_ status: Tally.Status) {
    switch status {
    case .reported: self = .reported
    case .zero: self = .zero
    case .notStated: self = .notStated
    case .otherSources: self = .otherSources
    }
  }
}
