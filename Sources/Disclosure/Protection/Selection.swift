import Records
import Regions
import Tallies

/// What becomes of a figure in a release.
enum Treatment: Hashable, Sendable {
  case whole
  /// Without its bounds, its records and its open marks.
  case bestAlone
  case withheld
  case leftOut
  /// With the number that an earlier release has told.
  case told(Quantity)
  /// With a multiple of the policy's base near its number.
  case rounded(Quantity)
}

/// What of a report may be shown at all under a policy, before any figure is looked at.
///
/// Left out are indicators that never leave, and of protected ones what is finer than the policy
/// allows, single sources, and what only sources say that were not taken. Of protected figures
/// the best number alone is shown: their bounds, records and open marks would be figures to
/// protect as well, and an attacker's best tools.
struct Selection {
  typealias Treatments = (rows: Deviations<Treatment>, flows: Deviations<Treatment>)

  let policy: Policy
  let report: Report
  let series: Series?
  let coverage: FigurePeriod
  private(set) var figures = ProtectedFigures()
  /// By tally and by flow of the report.
  private(set) var tallies: Deviations<Position>
  private(set) var flows: Deviations<Position>
  /// Those that are told by the rules of a series, although they are public.
  let publicMovements: Set<Indicator>
  /// Whether anything was counted that is not public, shown or not.
  private(set) var hasProtected = false
  /// Figures that were never told and are withheld from now on, although there is nothing of them.
  private(set) var placeholders: [FigureName] = []

  enum Position {
    case `public`
    /// Public, in a table with protected figures, and in the ledger.
    case publicMovement
    case leftOut
    /// Shown without a number, which nobody knows.
    case numberless
    /// As an earlier release has told it.
    case told(Quantity)
    /// In `figures`.
    case figure(Int)
    /// A difference of figures.
    case net(FigureName)
    /// A figure without a number that too few records stand behind.
    case withheld
  }

  init(of report: Report, policy: Policy, series: Series? = nil) {
    self.policy = policy
    self.report = report
    self.series = series
    coverage = report.figurePeriod(.coverage)
    publicMovements = policy.publicMovements
    tallies = Deviations(usual: .public, count: report.tallies.count)
    flows = Deviations(usual: .public, count: report.flows.count)
    let deviating = report.tallies.indicators.filter {
      policy[$0].sensitivity != .public || publicMovements.contains($0)
    }
    report.tallies.forEach(of: Set(deviating)) { tallies.append(take($1), at: $0) }
    for (number, flow) in report.flows.enumerated() {
      let position = take(flow)
      if case .public = position { continue }
      flows.append(position, at: number)
    }
    guard let series else { return }
    figures.figures += series.pastTotals(besides: coverage)
    figures.figures += withheldOn(series)
    figures.flows += flowsWithheldOn(series)
    withholdImpliedZeros(series)
  }

  /// Where something is withheld on although nothing of it is left, withholds the zeros too that
  /// would tell it: those counted, and those that would be missing.
  private mutating func withholdImpliedZeros(_ series: Series) {
    let seeds = figures.figures.filter(\.known.isHiddenZero).map(\.name)
    guard !seeds.isEmpty else { return }
    let positions = Dictionary(
      figures.figures.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let others = figures.figures.filter {
      !$0.known.isShownZero && !series.isPast($0.name, coverage)
    }
    var zeros = ImpliedZeros(
      others.map(\.name), catalog: series.keys.catalog, settings: shownSettings,
      coverage: coverage, inAnyPeriod: true)
    let implied = zeros.closure(around: seeds) { isAsked($0) && !series.waits($0) }
    for name in implied {
      if let position = positions[name] {
        figures.figures[position].known = .hiddenZero
      } else {
        figures.figures.append((name, .hiddenZero))
        placeholders.append(name)
      }
    }
  }

  /// The settings of the run with the indicators that are shown at all: what never leaves is no
  /// zero where it is missing.
  var shownSettings: ReportSettings { Selection.shownSettings(of: report, policy) }

  static func shownSettings(of report: Report, _ policy: Policy) -> ReportSettings {
    var settings = report.settings
    settings.indicators = policy.shown(of: settings.indicators)
    return settings
  }

  // MARK: - Tallies

  private mutating func take(_ tally: Tally) -> Position {
    let sensitivity = policy[tally.indicator].sensitivity
    hasProtected = hasProtected || sensitivity != .public
    switch sensitivity {
    case .withheld: return .leftOut
    case .public: return takePublic(tally)
    case .protected:
      guard isShown(tally) else { return .leftOut }
      let name = name(of: tally)
      if let told = told(series?.standing(name)) {
        takeStock(tally, name, told)
        return told
      }
      if tally.indicator.kind == .net { return .net(name) }
      guard let best = tally.best else {
        figures.figures.append((name, KnownFigure(.unknown)))
        return tally.records < policy.primary.leastRecords ? .withheld : .numberless
      }
      let counted = known(tally, best, name)
      let threshold = policy.primary.threshold
      figures.figures.append(
        (name, series?.revised(counted, name, threshold: threshold) ?? counted))
      return .figure(figures.figures.count - 1)
    }
  }

  /// A stock that nobody has updated since is the same figure in a new period.
  private mutating func takeStock(_ tally: Tally, _ name: FigureName, _ told: Position) {
    guard tally.indicator.kind == .stock, let best = tally.best else { return }
    switch told {
    case .told(best):
      figures.figures.append((name, KnownFigure(.known(best), asOf: tally.asOf, isPublic: true)))
    case .withheld:
      figures.figures.append((name, KnownFigure(.known(best), asOf: tally.asOf, isPrimary: true)))
    default: break
    }
  }

  /// What an earlier release has settled; `nil` for a figure of a new period.
  private func told(_ standing: Standing?) -> Position? {
    switch standing {
    case nil, .new: nil
    case .waits: .leftOut
    case .told(.shown(let number)): .told(number)
    case .told(.withheld): .withheld
    case .told(.numberless): .numberless
    }
  }

  /// A public figure that counts the same movements as protected ones is known to attackers. It
  /// waits as they do: told anew beside what is told again, it would bound that anew, or contradict
  /// it.
  private mutating func takePublic(_ tally: Tally) -> Position {
    guard publicMovements.contains(tally.indicator), tally.status != .otherSources else {
      return .public
    }
    let name = name(of: tally)
    if let told = told(series?.standing(name)) {
      return told.isOf(tally.best) ? .publicMovement : told
    }
    var known = KnownFigure(tally.best.map { .known($0) } ?? .unknown, isPublic: true)
    known.isNews = tally.best.map { series?.entry(name)?.figure != .shown($0) } ?? false
    figures.figures.append((name, known))
    return .publicMovement
  }

  /// Whether a protected figure is coarse enough.
  private func isShown(_ tally: Tally) -> Bool {
    if tally.status == .otherSources { return false }
    if case .level(let level) = tally.view, level > policy.finestLevel(of: tally.indicator) {
      return false
    }
    if tally.period != .coverage, let step = report.settings.step, step < policy.smallestPeriod {
      return false
    }
    guard !tally.category.isEmpty else { return true }
    guard report.settings.category != .source, case .level(let level) = tally.view else {
      return false
    }
    return level <= policy.finestCategoryLevel
  }

  func name(of tally: Tally) -> FigureName {
    FigureName(
      view: tally.view, site: tally.site, period: report.figurePeriod(tally.period),
      indicator: tally.indicator, category: tally.category)
  }

  private func known(_ tally: Tally, _ best: Quantity, _ name: FigureName) -> KnownFigure {
    // Of a few days only, whatever the step: the first and last period may be cut.
    let isShort = tally.indicator.kind != .stock && name.period.dayCount < policy.fewestDays
    return KnownFigure(
      .known(best), asOf: tally.asOf,
      isPrimary: policy.primary.withholds(
        best: best, records: tally.records, largest: tally.largest)
        || isShort && best > .zero)
  }

  // MARK: - Flows

  private mutating func take(_ flow: FlowTally) -> Position {
    let sensitivities = name(of: flow).ends.map { policy[$0].sensitivity }
    if sensitivities.contains(.withheld) { return .leftOut }
    guard sensitivities.contains(.protected) else { return takePublic(flow) }
    guard flow.level <= policy.finestDestinationLevel, let best = flow.best else {
      return .leftOut
    }
    let name = name(of: flow)
    if let told = told(series?.standing(name, coverage)) { return told }
    let isPrimary =
      policy.primary.withholds(best: best, records: flow.records, largest: flow.largest)
      || coverage.dayCount < policy.fewestDays && best > .zero
    let known = KnownFigure(.known(best), isPrimary: isPrimary)
    let threshold = policy.primary.threshold
    figures.flows.append(
      (name, series?.revised(known, name, coverage, threshold: threshold) ?? known))
    return .figure(figures.flows.count - 1)
  }

  /// A public flow goes with the departures and arrivals that it is part of.
  private func takePublic(_ flow: FlowTally) -> Position {
    guard !publicMovements.isEmpty else { return .public }
    let told = told(series?.standing(name(of: flow), coverage))
    return told.map { $0.isOf(flow.best) ? .publicMovement : $0 } ?? .publicMovement
  }

  // MARK: - What follows from what is withheld

  /// What becomes of each tally and each flow, given what is withheld of `figures`.
  func treatments(_ hidden: [Bool]) -> Treatments {
    var names: Set<FigureName> = []
    for (position, figure) in figures.figures.enumerated() where hidden[position] {
      names.insert(figure.name)
    }
    let first = figures.figures.count
    return (
      tallies.map { treatment($0, hidden, from: 0, names) },
      flows.map { treatment($0, hidden, from: first, names) }
    )
  }

  private func treatment(
    _ position: Position, _ hidden: [Bool], from first: Int, _ names: Set<FigureName>
  ) -> Treatment {
    switch position {
    case .public, .publicMovement: .whole
    case .leftOut: .leftOut
    case .numberless: .bestAlone
    case .figure(let number): hidden[first + number] ? .withheld : .bestAlone
    case .net(let name): isNetShown(name, names) ? .bestAlone : .withheld
    case .withheld: .withheld
    case .told(let number): .told(number)
    }
  }

  /// A net figure is shown where all that it is made of is: then it tells nothing more.
  func isNetShown(_ name: FigureName, _ hidden: Set<FigureName>) -> Bool {
    name.indicator.netParts.allSatisfy { indicator in
      var part = name
      part.indicator = indicator
      let asked = report.settings.indicators
      return (asked.isEmpty || asked.contains(part.indicator))
        && policy[part.indicator].sensitivity != .withheld && !hidden.contains(part)
    }
  }
}

extension Selection.Position {
  /// Whether the number that was told is that of today.
  fileprivate func isOf(_ best: Quantity?) -> Bool {
    switch self {
    case .told(let number): number == best
    case .numberless: best == nil
    default: false
    }
  }
}

extension Policy {
  /// A stretch of fewer days is finer than the smallest period.
  fileprivate var fewestDays: Int {
    switch smallestPeriod {
    case .day: 1
    case .week: 7
    case .month: 28
    case .quarter: 90
    case .year: 365
    }
  }
}

extension Report {
  /// The days of a period as figures are named by.
  func figurePeriod(_ key: PeriodKey) -> FigurePeriod {
    let kind: FigurePeriod.Kind =
      if key.isUnspecified {
        key.step == nil ? .beyond : .unspecified
      } else {
        key == .coverage ? .coverage : .period
      }
    let days = span(of: key)
    let none = Day(number: 0)
    return FigurePeriod(kind, first: days?.first ?? none, last: days?.last ?? none)
  }
}
