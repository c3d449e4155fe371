import Records
public import Regions
public import Tallies
public import Withholding

/// What of a report is shown, what is withheld, and what is left out altogether, with the proof
/// that nobody can work out what is withheld.
public struct ProtectionPlan: Sendable {
  /// How much of what is protected has to be withheld.
  public struct Share: Hashable, Sendable {
    /// Protected figures above zero, flows among them.
    public internal(set) var figures = 0
    public internal(set) var withheld = 0
  }

  public let policy: Policy
  /// Whether anything was counted that is not public, shown or not: then the release tells nothing
  /// of its input.
  public let hasProtected: Bool
  public let share: Share
  /// The ledger with this release; `nil` where nothing protected was ever shown.
  public let ledger: Ledger?
  let report: Report
  /// By position in `report.tallies` and `report.flows`.
  let rows: [Treatment]
  let flows: [Treatment]
  /// Figures that were told and are no longer counted, such as of a record that was withdrawn;
  /// they are told on until the next revision.
  let past: [(name: FigureName, figure: Ledger.Entry.Figure)]

  /// Withholds what rules D2 and D3 ask for, and proves it (rule D4).
  ///
  /// - Parameters:
  ///   - history: what earlier releases of the series have said (rule D5).
  ///   - budget: how much work the proof may be.
  /// - Throws: `DisclosureError` where the proof fails; then nothing may be released.
  public init(
    of report: Report, catalog: RegionCatalog, policy: Policy, history: History? = nil,
    budget: WithholdingBudget = .standard
  ) async throws {
    let series = Series(history, catalog: catalog)
    let selection = Selection(of: report, policy: policy, series: series)
    let hidden = try await ProtectionPlan.withheld(selection, catalog, budget)
    let treatments = selection.treatments(hidden)
    let keys = LedgerKey(catalog: catalog)
    var statements = selection.statements(treatments, keys)
    past = series.map { selection.past($0, told: statements) } ?? []
    for (name, figure) in past { statements[keys.text(name)] = figure }
    self.policy = policy
    self.report = report
    (rows, flows) = treatments
    hasProtected = selection.hasProtected || !statements.isEmpty
    share = ProtectionPlan.share(statements)
    ledger =
      !selection.figures.isEmpty || !statements.isEmpty
      ? (history?.ledger ?? Ledger()).adding(
        statements, periods: selection.periods, basis: History.basis(of: report.settings),
        threshold: policy.primary.threshold, isRevision: history?.isRevision ?? false)
      : history?.ledger
  }

  private static func withheld(
    _ selection: Selection, _ catalog: RegionCatalog, _ budget: WithholdingBudget
  ) async throws -> [Bool] {
    let figures = selection.figures
    guard !figures.isEmpty else { return Array(repeating: false, count: figures.count) }
    let policy = selection.policy
    let settings = selection.shownSettings
    let coverage = selection.report.figurePeriod(.coverage)
    let threshold = policy.primary.threshold
    let system = JointSystem(
      catalog: catalog, settings: settings, coverage: coverage, figures: figures.figures,
      flows: figures.flows, threshold: threshold, loss: FigureLoss.of)
    do {
      let plan = try await WithholdingPlan(
        system.table, threshold: threshold, guardsInsiders: policy.guardsInsiders,
        budget: budget
      ) { isHidden in
        // The attacker of rule D4: what would be shown, and what everybody has.
        let shown = figures.shown(isHidden)
        let (table, unit) = JointSystem(
          catalog: catalog, settings: settings, coverage: coverage, figures: shown.figures,
          flows: shown.flows, threshold: nil
        ).publicTable
        return (table, (threshold - 1) * unit + 1)
      }
      return Array(plan.isHidden.prefix(figures.count))
    } catch let error as WithholdingError {
      throw Blaming(system: system, catalog: catalog).error(error)
    }
  }

  static func share(_ statements: [String: Ledger.Entry.Figure]) -> Share {
    var share = Share()
    for figure in statements.values {
      switch figure {
      case .shown(.zero), .numberless: break
      case .shown: share.figures += 1
      case .withheld:
        share.figures += 1
        share.withheld += 1
      }
    }
    return share
  }
}
