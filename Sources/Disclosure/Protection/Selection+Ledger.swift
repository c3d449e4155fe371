import Records
import Regions
import Tallies

/// What a release states of protected figures, for the ledger.
extension Selection {
  /// Everything protected that the release says of what is counted.
  func told(_ treatments: Treatments) -> [(name: ToldName, figure: Ledger.Entry.Figure)] {
    told(treatments.rows, treatments.flows, isPublic: false) { statement($0, $1) }
  }

  /// What the release says of public indicators to which protected ones are tied.
  var toldPublic: [(name: ToldName, figure: Ledger.Entry.Figure)] {
    guard !publicMovements.isEmpty else { return [] }
    return told(tallies, flows, isPublic: true) { statement($0, $1) }
  }

  /// - Parameters:
  ///   - isPublic: which figures are meant, those of public movements or the others.
  ///   - statement: what is said of a figure, by its value and its number.
  private func told<Value>(
    _ rows: Deviations<Value>, _ flows: Deviations<Value>, isPublic: Bool,
    _ statement: (Value, Quantity?) -> Ledger.Entry.Figure?
  ) -> [(name: ToldName, figure: Ledger.Entry.Figure)] {
    let figures = zip(report.tallies.tallies(at: rows.positions), rows.values)
      .compactMap { tally, value in
        publicMovements.contains(tally.indicator) == isPublic
          ? statement(value, tally.best).map { (ToldName.figure(name(of: tally)), $0) } : nil
      }
    return figures
      + zip(report.flows, flows).compactMap { flow, value in
        let name = name(of: flow)
        return self.isPublic(name) == isPublic
          ? statement(value, flow.best).map { (ToldName.flow(name, coverage), $0) } : nil
      }
  }

  private func statement(_ position: Position, _ best: Quantity?) -> Ledger.Entry.Figure? {
    switch position {
    case .publicMovement: best.map { .shown($0) } ?? .numberless
    case .told(let number): .shown(number)
    case .numberless: .numberless
    // As it was before the policy made it public.
    case .withheld: .withheld
    case .public, .leftOut, .figure, .net: nil
    }
  }

  /// Whether a figure is public, and told by the rules of a series nevertheless.
  func isPublic(_ name: ToldName) -> Bool {
    switch name {
    case .figure(let name): publicMovements.contains(name.indicator)
    case .flow(let name, _): isPublic(name)
    }
  }

  private func isPublic(_ name: FlowName) -> Bool {
    !publicMovements.isEmpty
      && name.ends.allSatisfy { policy[$0].sensitivity == .public }
  }

  private func statement(_ treatment: Treatment, _ best: Quantity?) -> Ledger.Entry.Figure? {
    switch treatment {
    case .whole, .leftOut: nil
    case .withheld: .withheld
    case .told(let number), .rounded(let number): .shown(number)
    case .bestAlone: best.map { .shown($0) } ?? .numberless
    }
  }

  func name(of flow: FlowTally) -> FlowName {
    FlowName(
      level: flow.level, origin: flow.origin, destination: flow.destination, kind: flow.kind,
      unit: flow.unit)
  }

  /// The stretches of time that the release speaks of, as text.
  var periods: Set<String> {
    Set(([.coverage] + report.periods).map { LedgerKey.text(report.figurePeriod($0)) })
      .union(unspecifiedPeriods.map(LedgerKey.text))
  }

  private var unspecifiedPeriods: Set<FigurePeriod> {
    Set(report.tallies.occurringPeriods.filter(\.isUnspecified).map(report.figurePeriod))
  }

  /// What was told of the periods of this release and is not counted any more, in the order of
  /// their names: told as before, or, by a revision, withheld where it was. What is withheld beside
  /// comes last.
  func past(
    _ series: Series, told statements: [String: Ledger.Entry.Figure]
  ) -> [(name: FigureName, figure: Ledger.Entry.Figure)] {
    let spoken = periods
    var past: [(name: FigureName, figure: Ledger.Entry.Figure)] = []
    for (key, entry) in series.history.ledger.entries.sorted(by: { $0.key < $1.key })
    where statements[key] == nil {
      guard let name = series.keys.figure(key), spoken.contains(LedgerKey.text(name.period)),
        isAskedAtAll(name),
        isTold(
          entry.figure, series.sequel(key, name), isPublic: isPublic(.figure(name)))
      else { continue }
      past.append((name, entry.figure))
    }
    return past + placeholders.map { ($0, .withheld) }
  }

  /// Whether a figure is told that is not counted any more.
  private func isTold(
    _ figure: Ledger.Entry.Figure, _ sequel: Sequel, isPublic: Bool
  ) -> Bool {
    switch sequel {
    case .nothing: false
    case .toldAgain: figure != .shown(.zero)
    case .countedAnew: figure == .withheld && !isPublic
    }
  }

  /// The same of flows, which a release of the same days has told.
  func pastFlows(
    _ series: Series, told statements: [String: Ledger.Entry.Figure]
  ) -> [(name: FlowName, figure: Ledger.Entry.Figure)] {
    series.history.ledger.entries.sorted { $0.key < $1.key }.compactMap { key, entry in
      guard statements[key] == nil, let name = flow(key, series),
        isTold(entry.figure, series.sequel(key, name, coverage), isPublic: isPublic(name))
      else { return nil }
      return (name, entry.figure)
    }
  }

  /// What was shown before and a revision does not tell: it is a zero from now on, and not what it
  /// was.
  func vanished(_ series: Series, told statements: [String: Ledger.Entry.Figure]) -> [String] {
    let spoken = periods
    return series.history.ledger.entries.keys.filter { key in
      guard statements[key] == nil else { return false }
      if let name = flow(key, series) { return series.sequel(name, coverage) == .countedAnew }
      guard let name = series.keys.figure(key), series.sequel(name) == .countedAnew
      else { return false }
      return spoken.contains(LedgerKey.text(name.period)) && isAskedAtAll(name)
    }
  }

  private func flow(_ key: String, _ series: Series) -> FlowName? {
    guard let (name, days) = series.keys.flow(key), days == coverage,
      report.settings.levels.contains(name.level),
      name.level <= policy.finestDestinationLevel || isPublic(name)
    else { return nil }
    return name
  }

  /// What a revision withholds because it was withheld, although nothing of it is counted any more:
  /// readers see that it is withheld, and that it may be a zero.
  func withheldOn(_ series: Series) -> [JointSystem.Figure] {
    let counted = Set(report.tallies.map { series.keys.text(name(of: $0)) })
    let spoken = periods
    return series.history.ledger.entries.sorted { $0.key < $1.key }.compactMap { key, entry in
      guard entry.figure == .withheld, !counted.contains(key), let name = series.keys.figure(key),
        series.sequel(name) == .countedAnew, name.indicator.kind != .net,
        spoken.contains(LedgerKey.text(name.period)), isAsked(name)
      else { return nil }
      return (name, hiddenZero(entry))
    }
  }

  /// The same of flows.
  func flowsWithheldOn(_ series: Series) -> [JointSystem.Flow] {
    let counted = Set(report.flows.map { series.keys.text(name(of: $0), coverage) })
    return series.history.ledger.entries.sorted { $0.key < $1.key }.compactMap { key, entry in
      guard entry.figure == .withheld, !counted.contains(key), let name = flow(key, series),
        !isPublic(name),
        series.sequel(name, coverage) == .countedAnew
      else { return nil }
      return (name, hiddenZero(entry))
    }
  }

  private func hiddenZero(_ entry: Ledger.Entry) -> KnownFigure {
    var known = KnownFigure.hiddenZero
    if entry.threshold < policy.primary.threshold { known.threshold = entry.threshold }
    return known
  }

  /// Whether the run would show such a figure, and protects it.
  func isAsked(_ name: FigureName) -> Bool {
    isAskedAtAll(name) && !publicMovements.contains(name.indicator)
  }

  /// Whether the run would show such a figure by the rules of a series.
  private func isAskedAtAll(_ name: FigureName) -> Bool {
    let settings = report.settings
    if case .level(let level) = name.view, !settings.levels.contains(level) { return false }
    return (settings.indicators.isEmpty || settings.indicators.contains(name.indicator))
      && (name.category.isEmpty || settings.category != nil)
      && (policy[name.indicator].sensitivity == .protected
        || publicMovements.contains(name.indicator))
  }
}
