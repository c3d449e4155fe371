import Records
import Regions
import Tallies

/// What the series says of a figure that is about to be released.
enum Standing: Hashable {
  /// Nothing has been said of its period.
  case new
  /// It is to be told as before.
  case told(Ledger.Entry.Figure)
  /// It waits for the next revision.
  case waits
}

/// What a release says of a figure of which an earlier one has said something.
enum Sequel: Hashable {
  case countedAnew
  case toldAgain
  case nothing
}

/// Looks figures up in the history of a series.
struct Series {
  let history: History
  let keys: LedgerKey
  /// What keeps what was told of it, although a revision counts the rest anew.
  var waiting = Waiting()
  private let periods: [FigurePeriod]
  /// What may be told again as it was.
  private let repeatable: Set<String>
  /// By period, indicator and view that may be told again, without place and category.
  private let toldViews: Set<FigureName>
  /// Whether it is broken down by time.
  let hasPeriods: Bool
  /// What was shown of other days, by the figure's name as text without its days.
  private let totals: [String: [(number: Quantity, threshold: Int)]]

  init?(_ history: History?, catalog: RegionCatalog) {
    guard let history, !history.ledger.isEmpty else { return nil }
    self.history = history
    keys = LedgerKey(catalog: catalog)
    periods = history.ledger.periods.compactMap(LedgerKey.period)
    hasPeriods = periods.contains { $0.kind == .period }
    repeatable = history.ledger.repeatable
    toldViews = Set(repeatable.compactMap(keys.figure).map(Series.view))
    totals = history.isRevision ? Series.totals(history.ledger) : [:]
  }

  private static func view(_ name: FigureName) -> FigureName {
    var view = name
    (view.site, view.category) = (.outside, "")
    view.indicator = Waiting.Group(name).indicator
    return view
  }

  /// Whether anything was told of a period at the figure's level.
  func isViewTold(_ name: FigureName) -> Bool { toldViews.contains(Series.view(name)) }

  private static func totals(
    _ ledger: Ledger
  ) -> [String: [(number: Quantity, threshold: Int)]] {
    var totals: [String: [(number: Quantity, threshold: Int)]] = [:]
    for (key, entry) in ledger.entries {
      guard case .shown(let number) = entry.figure, let total = LedgerKey.total(key) else {
        continue
      }
      totals[total, default: []].append((number, entry.threshold))
    }
    return totals
  }

  func entry(_ name: FigureName) -> Ledger.Entry? { entry(.figure(name)) }

  func entry(_ name: ToldName) -> Ledger.Entry? { history.ledger.entries[keys.text(name)] }

  /// What was told of a figure and may be told again.
  func repeated(_ key: String) -> Ledger.Entry? {
    repeatable.contains(key) ? history.ledger.entries[key] : nil
  }

  func standing(_ name: FigureName) -> Standing {
    let entry = repeated(keys.text(name))
    if waits(name) {
      return sequel(name) == .nothing ? .waits : entry.map { .told($0.figure) } ?? .waits
    }
    return standing(of: name.period, entry)
  }

  func standing(_ name: FlowName, _ coverage: FigurePeriod) -> Standing {
    let entry = repeated(keys.text(name, coverage))
    if waits(name, coverage) { return .waits }
    return standing(of: coverage, entry)
  }

  private func standing(of period: FigurePeriod, _ entry: Ledger.Entry?) -> Standing {
    if history.isRevision { return .new }
    if history.ledger.periods.contains(LedgerKey.text(period)) {
      return entry.map { .told($0.figure) } ?? .waits
    }
    switch period.kind {
    case .coverage, .beyond: return .waits
    case .unspecified: return .new
    case .period:
      let overlaps = periods.contains {
        $0.kind == .period && $0.first <= period.last && period.first <= $0.last
      }
      return overlaps ? .waits : .new
    }
  }

  /// What a figure counted anew must be, given what was said of it.
  func revised(_ known: KnownFigure, _ name: FigureName, threshold: Int) -> KnownFigure {
    revised(
      known, keys.text(name), isStock: name.indicator.kind == .stock, threshold: threshold)
  }

  func revised(
    _ known: KnownFigure, _ name: FlowName, _ coverage: FigurePeriod, threshold: Int
  ) -> KnownFigure {
    revised(known, keys.text(name, coverage), isStock: false, threshold: threshold)
  }

  private func revised(
    _ known: KnownFigure, _ key: String, isStock: Bool, threshold: Int
  ) -> KnownFigure {
    guard history.isRevision else { return known }
    guard let entry = history.ledger.entries[key] else {
      // The difference of totals over more and over fewer days is the figure of the days between.
      let changesLittle =
        !isStock && LedgerKey.total(key).map { isNear(known, $0, threshold) } ?? false
      return changesLittle ? Series.hidden(known) : known
    }
    switch (entry.figure, known.number) {
    case (.withheld, _):
      var known = Series.hidden(known)
      known.isOneRecord = !known.isKept
      known.wasWithheld = true
      if entry.threshold < threshold { known.threshold = entry.threshold }
      return known
    case (.shown(let before), .known(let now)):
      if before == now {
        var known = known
        // What was public once is withheld like any other where it must be now.
        known.isPublic = !entry.isPublic || !known.isPrimary
        return known
      }
      return Series.isSmall(before, now, threshold) ? Series.hidden(known) : known
    default: return known
    }
  }

  private func isNear(_ known: KnownFigure, _ total: String, _ threshold: Int) -> Bool {
    guard case .known(let now) = known.number else { return false }
    // Under a smaller k the days between may have been told already.
    return (totals[total] ?? []).contains {
      $0.number != now && Series.isSmall($0.number, now, min(threshold, $0.threshold))
    }
  }

  private static func isSmall(_ before: Quantity, _ now: Quantity, _ threshold: Int) -> Bool {
    max(before, now).attos - min(before, now).attos < Quantity(threshold).attos
  }

  private static func hidden(_ known: KnownFigure) -> KnownFigure {
    var known = known
    known.isKept = !known.isPrimary
    // Whoever knows the record that has come late knows what it has been added to.
    known.isOneRecord = true
    known.isPrimary = true
    known.mayBeZero = true
    return known
  }

  /// Whether a figure is the total of an earlier release, over days of its own.
  func isPast(_ name: FigureName, _ coverage: FigurePeriod) -> Bool {
    JointSystem.isPast(name, coverage)
  }

  /// Totals of earlier coverages that were shown: everybody knows them.
  func pastTotals(besides coverage: FigurePeriod) -> [(name: FigureName, known: KnownFigure)] {
    guard history.isRevision else { return [] }
    var totals: [(name: FigureName, known: KnownFigure)] = []
    for (key, entry) in history.ledger.entries.sorted(by: { $0.key < $1.key }) {
      guard case .shown(let number) = entry.figure, let name = keys.figure(key),
        name.period.kind == .coverage, name.period != coverage, name.indicator.kind != .net
      else { continue }
      totals.append((name, KnownFigure(.known(number), isPublic: true)))
    }
    return totals
  }
}
