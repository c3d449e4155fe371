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
  /// The ledger with this release; `nil` where nothing that belongs into one was ever shown.
  public let ledger: Ledger?
  let report: Report
  /// By position in `report.tallies` and `report.flows`.
  let rows: Deviations<Treatment>
  let flows: Deviations<Treatment>
  /// Figures that were told and are no longer counted, such as of a record that was withdrawn;
  /// they are told on until the next revision.
  let past: [(name: FigureName, figure: Ledger.Entry.Figure)]
  let pastFlows: [(name: FlowName, figure: Ledger.Entry.Figure)]
  /// What could not be told anew without giving away what is withheld, and waits.
  public let waiting: Waiting
  /// Whether some figures are told as an earlier release has told them, or wait, beside others that
  /// are counted now.
  let isMixed: Bool

  /// Withholds what rules D2 and D3 ask for, and proves it (rule D4).
  ///
  /// A policy that rounds is refused: no series is known to be safe that does.
  ///
  /// - Parameters:
  ///   - history: what earlier releases of the series have said (rule D5).
  ///   - budget: how much work the proof may be.
  /// - Throws: `DisclosureError` where the proof fails; then nothing may be released.
  public init(
    of report: Report, catalog: RegionCatalog, policy: Policy, history: History? = nil,
    budget: WithholdingBudget = .standard
  ) async throws {
    guard policy.rounding == nil else { throw DisclosureError.roundedSeries(policy.name) }
    guard history?.ledger.tellsPublic ?? true || policy.publicMovements.isEmpty else {
      throw DisclosureError.untoldMovements(policy: policy.name)
    }
    let attempt = try await ProtectionAttempt.successful(
      of: report, catalog: catalog, policy: policy, series: Series(history, catalog: catalog),
      budget: budget)
    let selection = attempt.selection
    let treatments = selection.treatments(attempt.hidden)
    let keys = LedgerKey(catalog: catalog)
    var told = selection.told(treatments) + selection.toldPublic
    let counted = keys.statements(told)
    past = selection.series.map { selection.past($0, told: counted) } ?? []
    pastFlows = selection.series.map { selection.pastFlows($0, told: counted) } ?? []
    told += past.map { (.figure($0.name), $0.figure) }
    told += pastFlows.map { (.flow($0.name, selection.coverage), $0.figure) }
    let statements = keys.statements(told.filter { !selection.isPublic($0.name) })
    let open = keys.statements(told.filter { selection.isPublic($0.name) })
    let vanished =
      selection.series.map { selection.vanished($0, told: statements.merging(open) { $1 }) } ?? []
    waiting = selection.series?.waiting ?? Waiting()
    isMixed = selection.series.map { !$0.history.isRevision || !$0.waiting.isEmpty } ?? false
    self.policy = policy
    self.report = report
    (rows, flows) = treatments
    hasProtected = selection.hasProtected || !statements.isEmpty || !vanished.isEmpty
    share = ProtectionPlan.share(statements)
    ledger =
      !selection.figures.isEmpty || !told.isEmpty || !vanished.isEmpty
      ? (history?.ledger ?? Ledger()).adding(
        statements, public: open, vanished: vanished,
        scope: LedgerScope(selection.shownSettings, coverage: selection.coverage),
        periods: selection.periods, basis: History.basis(of: report.settings),
        threshold: policy.primary.threshold, isRevision: history?.isRevision ?? false)
      : history?.ledger
  }

  /// Rounds what is protected, instead of withholding any of it; nothing of a series.
  ///
  /// Two roundings of one figure say more than one, so a rounded release continues no other and
  /// none continues it: it has no ledger.
  /// - Parameter key: what figures are rounded by.
  /// - Throws: `DisclosureError` where figures cannot be rounded, or the proof fails.
  public init(
    rounding report: Report, catalog: RegionCatalog, policy: Policy, key: RoundingKey
  ) throws(DisclosureError) {
    guard let rounding = policy.rounding else {
      throw .unrounded("the policy \(policy.name) does not round")
    }
    let selection = Selection(of: report, policy: policy)
    let rounded = try RoundedFigures(selection, catalog, by: rounding, key: key)
    let treatments = selection.treatments(rounded: rounded.numbers)
    let statements = LedgerKey(catalog: catalog).statements(selection.told(treatments))
    self.policy = policy
    self.report = report
    (rows, flows) = treatments
    past = []
    pastFlows = []
    waiting = Waiting()
    isMixed = false
    hasProtected = selection.hasProtected
    share = ProtectionPlan.share(statements)
    ledger = nil
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
