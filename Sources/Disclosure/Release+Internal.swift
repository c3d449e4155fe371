import Records
public import Regions
public import Tallies

extension Release {
  /// The unprotected report, for use inside the organisation only.
  ///
  /// Until disclosure control (RULES, D1–D6) is part of this module, this is the only release
  /// there is, and everything that is written from it says so.
  public static func internalReport(of report: Report, catalog: RegionCatalog) -> Release {
    InternalRelease(report: report, catalog: catalog).make()
  }
}

/// Shows every tally as it is.
private struct InternalRelease {
  let report: Report
  let catalog: RegionCatalog
  /// Dates and labels of all periods that occur: many rows share each.
  private let periods: [PeriodKey: Release.Period]
  private let places: [Place]

  /// What rows say of a region.
  private struct Place {
    let id: String
    let name: String
    let parent: String
  }

  init(report: Report, catalog: RegionCatalog) {
    self.report = report
    self.catalog = catalog
    places = catalog.regions.map {
      Place(id: $0.id.code, name: $0.name, parent: $0.parent?.code ?? "")
    }
    var periods: [PeriodKey: Release.Period] = [:]
    for key in Set(report.tallies.map(\.period)) {
      periods[key] = InternalRelease.period(key, of: report)
    }
    self.periods = periods
  }

  func make() -> Release {
    let shown = Set(report.tallies.map(\.indicator)).sorted()
    return Release(
      protection: .internal, coverage: period(.coverage), step: report.settings.step?.name,
      periods: report.periods.map(period), levels: report.settings.levels.map(\.name),
      indicators: shown.map(indicator), rows: report.tallies.map(row),
      flows: report.flows.map(flow), accounts: accounts())
  }

  // MARK: - Rows

  private func row(_ tally: Tally) -> Release.Row {
    let place = place(tally.site)
    return Release.Row(
      level: name(tally.view), placeStatus: place.status, regionID: place.id,
      regionName: place.name, parentID: place.parent, period: period(tally.period),
      isCoverage: tally.period == .coverage,
      timeStatus: tally.period.isUnspecified ? .unspecified : .period,
      indicator: tally.indicator.name, category: tally.category, low: amount(tally.low),
      best: amount(tally.best), high: amount(tally.high), isLowOpen: tally.isLowOpen,
      isBestOpen: tally.isBestOpen, isHighOpen: tally.isHighOpen, records: tally.records,
      status: status(tally.status), asOf: tally.asOf?.description)
  }

  private func flow(_ flow: FlowTally) -> Release.Flow {
    let origin = place(flow.origin)
    let destination = place(flow.destination)
    return Release.Flow(
      level: flow.level.name, originStatus: origin.status, originID: origin.id,
      originName: origin.name, destinationStatus: destination.status,
      destinationID: destination.id, destinationName: destination.name,
      kind: flow.kind.rawValue, unit: flow.unit.rawValue, low: amount(flow.low),
      best: amount(flow.best), high: amount(flow.high), records: flow.records,
      status: status(flow.status))
  }

  private func place(
    _ site: Tally.Site
  ) -> (status: Release.PlaceStatus, id: String, name: String, parent: String) {
    switch site {
    case .region(let number): region(number, .region)
    case .unspecified(let number): region(number, .unspecified)
    case .external(let code):
      (.external, code, Country.match(code: code)?.name ?? "Abroad, unspecified", "")
    case .outside: (.outside, "", "Outside", "")
    case .unplaced: (.unplaced, "", "Unplaced", "")
    }
  }

  private func region(
    _ number: RegionNumber, _ status: Release.PlaceStatus
  ) -> (status: Release.PlaceStatus, id: String, name: String, parent: String) {
    let place = places[Int(number.value)]
    return (status, place.id, place.name, place.parent)
  }

  private func name(_ view: Tally.View) -> String {
    switch view {
    case .level(let level): level.name
    case .zone: "zone"
    }
  }

  private func amount(_ quantity: Quantity?) -> Release.Amount? {
    quantity.map { Release.Amount(text: $0.text(), value: $0.approximate) }
  }

  private func status(_ status: Tally.Status) -> Release.FigureStatus {
    switch status {
    case .reported: .reported
    case .zero: .zero
    case .notStated: .notStated
    case .otherSources: .otherSources
    }
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

  // MARK: - Periods

  private func period(_ key: PeriodKey) -> Release.Period {
    periods[key] ?? InternalRelease.period(key, of: report)
  }

  private static func period(_ key: PeriodKey, of report: Report) -> Release.Period {
    guard let span = report.span(of: key) else {
      return Release.Period(start: "", end: "", label: "no days")
    }
    return Release.Period(
      start: span.first.description, end: span.last.description,
      label: key.label(of: span, weekStart: report.settings.weekStart))
  }

  // MARK: - Accounts

  private func accounts() -> Release.Accounts {
    Release.Accounts(
      inputs: report.inputs.map {
        Release.Accounts.Input(
          file: $0.file, sha256: $0.sha256, profile: $0.profile, rows: $0.rows, read: $0.read,
          rejected: $0.rejected, replaced: $0.replaced, outOfRange: $0.outOfRange)
      },
      levels: report.accounts.map {
        Release.Accounts.LevelAccount(
          file: $0.file ?? "", level: $0.level.name, indicator: $0.indicator.name,
          balance: balance($0.balance))
      },
      zones: report.zoneAccounts.map {
        Release.Accounts.ZoneAccount(
          zone: catalog[$0.zone].id.code, indicator: $0.indicator.name, inside: $0.inside,
          possible: $0.possible)
      },
      findings: findings(), settings: settings())
  }

  private func balance(_ balance: Report.Balance) -> Release.Accounts.Balance {
    var result = Release.Accounts.Balance()
    result.read = balance.read
    result.regions = balance.regions
    result.unspecified = balance.unspecified
    result.external = balance.external
    result.outside = balance.outside
    result.unplaced = balance.unplaced
    result.ties = balance.ties
    result.snapped = balance.snapped
    return result
  }

  private func findings() -> [Release.Accounts.FindingGroup] {
    report.findings.groups.sorted { $0.key.rawValue < $1.key.rawValue }.map { rule, group in
      Release.Accounts.FindingGroup(
        rule: rule.rawValue, severity: rule.severity.rawValue, count: group.count,
        first: group.first.map {
          Release.Accounts.FindingGroup.Example(
            file: $0.file, line: $0.line, column: $0.column, message: $0.message)
        })
    }
  }

  private func settings() -> [Release.Accounts.Setting] {
    let settings = report.settings
    let meters = settings.snapMeters
    let pairs: [(String, String)] = [
      ("from", settings.from?.description ?? "first day in the data"),
      ("to", settings.to?.description ?? "last day in the data"),
      ("by", settings.step?.name ?? "whole coverage"),
      ("levels", settings.levels.map(\.name).joined(separator: ",")),
      ("indicators", settings.indicators.sorted().map(\.name).joined(separator: ",")),
      ("category", settings.category?.rawValue ?? ""),
      ("spanning", settings.spanning.rawValue),
      ("week_start", settings.weekStart.rawValue),
      ("prefer", settings.prefer.joined(separator: ",")),
      ("snap_meters", Int(exactly: meters).map(String.init) ?? String(meters)),
      ("time_zone", settings.timeZone),
    ]
    let subjects = report.chosenSources.sorted { $0.key < $1.key }.map {
      ("source_taken:\($0.key)", $0.value)
    }
    return (pairs + subjects).map { Release.Accounts.Setting(name: $0.0, value: $0.1) }
  }
}
