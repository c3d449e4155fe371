import Records
import Regions
import Tallies
import Withholding

/// What of a report has to be withheld, with the proof that it does (rules D3 and D4).
struct ProtectionAttempt {
  let selection: Selection
  /// By figure of the selection, then by flow.
  private(set) var hidden: [Bool]

  /// The attempt that succeeds: in a series, what cannot be protected waits, and the rest is tried
  /// again.
  ///
  /// - Throws: `DisclosureError` where nothing is left that could wait.
  static func successful(
    of report: Report, catalog: RegionCatalog, policy: Policy, series: Series?,
    budget: WithholdingBudget
  ) async throws -> ProtectionAttempt {
    var series = series
    let past = try await SeriesAssault.Past(
      series, settings: Selection.shownSettings(of: report, policy), catalog: catalog)
    // Few wait at first; but a series of years shall not take a round for each of them.
    var most = 1
    while true {
      let selection = Selection(of: report, policy: policy, series: series)
      let system = selection.jointSystem(catalog)
      do {
        return try await ProtectionAttempt(selection, system, after: past, budget)
      } catch let error as WithholdingError {
        guard case .unprotected(let cells) = error,
          try series?.letWait(cells, of: system, most: most) ?? false
        else { throw Blaming(system: system, catalog: catalog).error(error) }
        most *= 2
      }
    }
  }

  private init(
    _ selection: Selection, _ system: JointSystem, after past: SeriesAssault.Past?,
    _ budget: WithholdingBudget
  ) async throws {
    self.selection = selection
    let figures = selection.figures
    guard !figures.isEmpty else {
      hidden = Array(repeating: false, count: figures.count)
      return
    }
    let (policy, catalog) = (selection.policy, system.catalog)
    let (settings, coverage) = (selection.shownSettings, selection.coverage)
    let threshold = policy.primary.threshold
    let view: WithholdingPlan.View = { isHidden in
      // The attacker of rule D4: what would be shown, and what everybody has.
      let shown = figures.shown(isHidden)
      let (table, unit) = JointSystem(
        catalog: catalog, settings: settings, coverage: coverage, figures: shown.figures,
        flows: shown.flows, threshold: nil
      ).publicTable
      return (table, (threshold - 1) * unit + 1)
    }
    let assault = SeriesAssault(selection, after: past, catalog: catalog)
    let plan = try await WithholdingPlan(
      system.table, threshold: threshold, guardsInsiders: policy.guardsInsiders, budget: budget,
      against: view, repelling: assault?.failures)
    hidden = Array(plan.isHidden.prefix(figures.count))
  }
}

extension Selection {
  fileprivate func jointSystem(_ catalog: RegionCatalog) -> JointSystem {
    JointSystem(
      catalog: catalog, settings: shownSettings, coverage: coverage, figures: figures.figures,
      flows: figures.flows, threshold: policy.primary.threshold, loss: FigureLoss.of)
  }
}
