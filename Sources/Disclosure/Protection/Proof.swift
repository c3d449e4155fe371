import Records
import Regions
import Tallies
import Withholding

/// Attacks what would be shown with what everybody has (rule D4).
struct Proof {
  let figures: ProtectedFigures
  /// By figure, then by flow.
  let hidden: [Bool]
  let catalog: RegionCatalog
  let settings: ReportSettings
  let coverage: FigurePeriod
  let threshold: Int
  let blame: Blaming

  /// - Throws: `DisclosureError` where any withheld figure is within reach.
  func run() async throws {
    let shown = figures.shown(hidden)
    let system = JointSystem(
      catalog: catalog, settings: settings, coverage: coverage, figures: shown.figures,
      flows: shown.flows, threshold: nil)
    let (table, unit) = system.publicTable
    do {
      let attack = try await Attack(table, threshold: (threshold - 1) * unit + 1)
      guard attack.isRepelled else {
        throw WithholdingError.unprotected(cells: attack.failures)
      }
    } catch let error as WithholdingError {
      throw blame.error(error)
    }
  }
}

/// Names figures where something is wrong with them.
struct Blaming {
  let system: JointSystem
  let catalog: RegionCatalog

  func error(_ error: WithholdingError) -> DisclosureError {
    switch error {
    case .inconsistent(let cell): .inconsistent(blame(cell))
    case .unprotected(let cells):
      .unprotected(
        cells.map(blame).reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    case .solver(let words): .solver(words)
    }
  }

  private func blame(_ cell: Int) -> DisclosureError.Blame {
    if cell < system.figures.count {
      let name = system.figures[cell]
      return DisclosureError.Blame(
        region: text(name.site), period: "\(name.period.first) to \(name.period.last)",
        indicator: name.indicator.name)
    }
    let flow = cell - system.figures.count
    guard flow < system.flows.count else {
      return DisclosureError.Blame(region: "a zone", period: "all days", indicator: "a difference")
    }
    let name = system.flows[flow]
    return DisclosureError.Blame(
      region: "\(text(name.origin)) to \(text(name.destination))", period: "all days",
      indicator: name.kind.rawValue)
  }

  private func text(_ site: Tally.Site) -> String {
    switch site {
    case .region(let number): catalog[number].id.code
    case .unspecified(let number): "\(catalog[number].id.code), not known better"
    case .external(let code): code
    case .outside: "outside"
    case .unplaced: "no place"
    }
  }
}

/// How much a reader loses with a figure, whatever its number: a coarse place and the whole
/// coverage are asked for first, a total before its categories.
enum FigureLoss {
  static func of(_ name: FigureName) -> Double {
    let place: Double =
      switch name.view {
      case .zone: 8
      case .level(.country): 64
      case .level(.governorate): 16
      case .level(.district): 6
      case .level(.subdistrict): 3
      case .level(.neighborhood): 1
      }
    let time: Double = name.period.kind == .coverage ? 4 : 1
    return place * time * (name.category.isEmpty ? 2 : 1)
  }
}
