import Records
import Regions
import Tallies

/// Every coarsening of a report, by what a reader loses.
///
/// The order knows which figures there are and what each is worth to a reader (`FigureLoss`), and
/// no number: two reports that differ only inside withheld figures are tried the same way.
struct CoarseningChoices {
  let settings: ReportSettings
  let policy: Policy
  /// Whether the periods must stay, because earlier releases have shown some.
  let keepsPeriods: Bool

  /// All of them, the least loss first.
  func ordered(_ figures: ProtectedFigures) -> [Coarsening] {
    let choices = all
    let worths: [Double] = choices.map { kept(figures, by: $0) }
    let order: [Int] = choices.indices.sorted { left, right in
      worths[left] == worths[right] ? left < right : worths[left] > worths[right]
    }
    return order.map { choices[$0] }
  }

  private var all: [Coarsening] {
    var all: [Coarsening] = []
    for categories in categories {
      for periods in periods {
        for level in levels {
          all.append(Coarsening(level: level, periods: periods, categories: categories))
        }
      }
    }
    return Array(all.dropFirst())
  }

  // MARK: - The axes, what is kept first

  private var levels: [Level?] {
    let shown = settings.levels.filter { $0 <= max(policy.finestLevel, finestPresence) }
    return [nil] + shown.dropLast().reversed().map { $0 }
  }

  private var finestPresence: Level { policy.finestDestinationLevel }

  private var periods: [Coarsening.Periods] {
    guard let step = settings.step, !keepsPeriods else { return [.kept] }
    return [.kept] + Step.allCases.filter { $0 > step }.map { .by($0) } + [.left]
  }

  private var categories: [Coarsening.Categories] {
    guard settings.category != nil else { return [.kept] }
    return policy.finestCategoryLevel > .country ? [.kept, .ofCountry, .left] : [.kept, .left]
  }

  // MARK: - What stays

  /// What the figures that stay are worth. A week counts into the month of its first day here;
  /// what is told to the reader is counted anew.
  private func kept(_ figures: ProtectedFigures, by coarsening: Coarsening) -> Double {
    let coarse = coarsening.policy(policy)
    var seen: Set<FigureName> = []
    var worth = 0.0
    for (name, known) in figures.figures where !known.isPublic {
      guard let name = kept(name, coarse, coarsening), seen.insert(name).inserted else { continue }
      worth += FigureLoss.of(name)
    }
    return worth + Double(figures.flows.count { $0.name.level <= coarse.finestDestinationLevel })
  }

  private func kept(
    _ name: FigureName, _ coarse: Policy, _ coarsening: Coarsening
  ) -> FigureName? {
    if case .level(let level) = name.view {
      if level > coarse.finestLevel(of: name.indicator) { return nil }
      if !name.category.isEmpty, level > coarse.finestCategoryLevel { return nil }
    }
    if !name.category.isEmpty, coarsening.categories == .left { return nil }
    guard name.period.kind != .coverage else { return name }
    switch coarsening.periods {
    case .kept: return name
    case .left: return nil
    case .by(let step):
      var kept = name
      let days = step.span(around: name.period.first, weekStart: settings.weekStart)
      kept.period = FigurePeriod(.period, first: days.first, last: days.last)
      return kept
    }
  }
}
