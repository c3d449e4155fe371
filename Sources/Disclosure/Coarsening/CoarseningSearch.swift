public import Regions
public import Tallies
public import Withholding

/// Finds out which coarser reports can be protected, by protecting them.
struct CoarseningSearch {
  /// How many are tried, and how many of those that would do are told.
  private static let mostTries = 12
  private static let mostOptions = 3
  /// Less than for a release, so that the answer does not take hours; what is protected within it
  /// is protected within more.
  static let budget = WithholdingBudget(mostPrograms: 20_000)

  let report: Report
  let catalog: RegionCatalog
  let policy: Policy
  let history: History?
  /// Counts the same records by other settings.
  let recount: ProtectionPlan.Recount

  func advice() async throws -> CoarseningAdvice {
    let selection = Selection(
      of: report, policy: policy, series: Series(history, catalog: catalog))
    let keeps = !(history?.ledger.isEmpty ?? true)
    let choices = CoarseningChoices(
      settings: report.settings, policy: policy, keepsPeriods: keeps
    ).ordered(selection.figures)
    var advice = CoarseningAdvice(
      figures: ProtectionPlan.share(unprotected(selection)).figures)
    for choice in choices where advice.tried < Self.mostTries {
      // Who can have less lost does not want to lose more.
      guard advice.options.count < Self.mostOptions,
        !advice.options.contains(where: { $0.coarsening.isPart(of: choice) })
      else { continue }
      advice.tried += 1
      if let option = try await attempt(choice) { advice.options.append(option) }
    }
    return advice
  }

  /// `nil` where it cannot be protected either.
  private func attempt(_ choice: Coarsening) async throws -> CoarseningAdvice.Option? {
    let settings = choice.settings(report.settings)
    let counted = settings == report.settings ? report : try await recount(settings)
    let coarse = choice.policy(policy)
    do {
      let plan = try await ProtectionPlan(
        of: counted, catalog: catalog, policy: coarse, history: history, budget: Self.budget)
      return CoarseningAdvice.Option(
        coarsening: choice, share: plan.share, lostLevels: lostLevels(coarse),
        lostStep: settings.step == report.settings.step ? nil : report.settings.step,
        policy: coarse)
    } catch is DisclosureError {
      return nil
    }
  }

  private func lostLevels(_ coarse: Policy) -> [Level] {
    report.settings.levels.filter { $0 <= policy.finestLevel && $0 > coarse.finestLevel }
  }

  /// What would be told if nothing had to be withheld.
  private func unprotected(_ selection: Selection) -> [String: Ledger.Entry.Figure] {
    let shown = Array(repeating: false, count: selection.figures.count)
    return LedgerKey(catalog: catalog).statements(selection.told(selection.treatments(shown)))
  }
}

extension ProtectionPlan {
  /// Counts the same records by other settings.
  public typealias Recount = @Sendable (ReportSettings) async throws -> Report

  /// Protects a report; where that cannot be done, the error says which coarser report can be,
  /// and at what loss.
  ///
  /// - Throws: `DisclosureError`, with advice that was worked out by protecting coarser reports.
  public static func advised(
    of report: Report, catalog: RegionCatalog, policy: Policy, history: History? = nil,
    budget: WithholdingBudget = .standard, recount: @escaping Recount
  ) async throws -> ProtectionPlan {
    do {
      return try await ProtectionPlan(
        of: report, catalog: catalog, policy: policy, history: history, budget: budget)
    } catch DisclosureError.unprotected(let blames, _) {
      let search = CoarseningSearch(
        report: report, catalog: catalog, policy: policy, history: history, recount: recount)
      throw DisclosureError.unprotected(blames, try await search.advice())
    }
  }
}
