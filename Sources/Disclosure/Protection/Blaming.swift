import Records
import Regions
import Tallies
import Withholding

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

  func blame(_ cell: Int) -> DisclosureError.Blame {
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
