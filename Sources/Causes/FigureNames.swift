import Comparisons
import Records
import Regions
import Tallies

/// Names the figures of a count as the files of its release name them.
struct FigureNames {
  let catalog: RegionCatalog
  let settings: ReportSettings
  /// First and last day of the release, as its files state them.
  let coverage: (first: String, last: String)

  /// `nil` for a zone that only may hold a record, which is no figure.
  func key(_ cell: TracedRecord.Cell, as indicator: Indicator? = nil) -> FigureKey? {
    if cell.view == .zone, case .unspecified = cell.site { return nil }
    let (status, id) = place(cell.site)
    return FigureKey(
      level: level(cell.view), placeStatus: status, regionID: id, days: days(cell.period),
      indicator: (indicator ?? cell.indicator).name, category: cell.category)
  }

  func key(_ flow: TracedFlow) -> FigureKey {
    let (status, id) = place(flow.origin)
    let end = place(flow.destination)
    return FigureKey(
      level: flow.level.name, placeStatus: status, regionID: id,
      destination: FigureKey.Destination(placeStatus: end.status, regionID: end.id),
      days: .coverage, indicator: flow.kind.rawValue, category: flow.unit.rawValue)
  }

  private func level(_ view: Tally.View) -> String {
    switch view {
    case .level(let level): level.name
    case .zone: "zone"
    }
  }

  private func place(_ site: Tally.Site) -> (status: String, id: String) {
    switch site {
    case .region(let number): ("region", catalog[number].id.code)
    case .unspecified(let number): ("unspecified", catalog[number].id.code)
    case .external(let code): ("external", code)
    case .outside: ("outside", "")
    case .unplaced: ("unplaced", "")
    }
  }

  private func days(_ period: PeriodKey) -> FigureKey.Days {
    guard let step = period.step else {
      return period.isUnspecified
        ? .unspecified(first: coverage.first, last: coverage.last) : .coverage
    }
    let whole = step.span(around: period.first, weekStart: settings.weekStart)
    guard !period.isUnspecified else {
      return .unspecified(first: "\(whole.first)", last: "\(whole.last)")
    }
    let first = max(whole.first, settings.from ?? whole.first)
    let last = min(whole.last, settings.to ?? whole.last)
    return .period(first: "\(first)", last: "\(last)")
  }
}
