import Disclosure
import Records
import Released

/// One release after another (rule D5).
extension ReleaseCheck {
  /// D5: what was withheld stays so, and what is shown changes by nothing or by at least k. Each
  /// figure is compared with what was last told of it.
  ///
  /// - Throws: `ReleasedFilesError.damaged` for a series whose ledger was written anew.
  mutating func compareAll() throws(ReleasedFilesError) {
    var told: [(release: PublicRelease, table: ToldTable)] = []
    for later in releases where !later.isInternal && later.rounding == nil {
      let after = ToldTable(later.told, catalog: catalog)
      var seen: Set<ToldName> = []
      for (position, (earlier, before)) in told.enumerated().reversed() {
        let step = try SeriesStep(from: earlier, to: later)
        if step == .separate, position == told.count - 1 { noteSeparate() }
        let pair = Pair(
          before: before, after: after, later: later, step: step,
          threshold: min(earlier.threshold, later.threshold))
        compare(pair, &seen)
      }
      told.append((later, after))
    }
  }

  private struct Pair {
    let before: ToldTable
    let after: ToldTable
    let later: PublicRelease
    let step: SeriesStep
    let threshold: Int
  }

  private mutating func compare(_ pair: Pair, _ seen: inout Set<ToldName>) {
    let missing = pair.before.names.filter { pair.after.cell($0) == nil }
    for name in pair.after.names + missing where name.isProtected(by: pair.later) {
      // The difference of totals over more and over fewer days is the figure of the days between.
      let total = name.onlyGrows ? name.total(of: pair.before.coverage) : nil
      guard let old = pair.before.number(name, or: total), let new = pair.after.number(name),
        seen.insert(name).inserted
      else { continue }
      let isTotal = pair.before.cell(name) == nil
      if isTotal, old == .withheld || new == .withheld { continue }
      compare(old, new, FigureWords(name, catalog), pair)
    }
  }

  private mutating func compare(
    _ old: KnownFigure.Number, _ new: KnownFigure.Number, _ words: FigureWords, _ pair: Pair
  ) {
    switch (old, new) {
    case (.known(let before), .known(let after)):
      let change = max(before, after).attos - min(before, after).attos
      if change > 0, change < Quantity(pair.threshold).attos { append(.changed, words, pair.later) }
    case (.withheld, .known): append(.shown, words, pair.later)
    case (.known, .withheld):
      // At a revision, a change that is too small is withheld.
      if pair.step != .revision { append(.shown, words, pair.later) }
    default: break
    }
  }
}

extension ToldName {
  /// Whether a release says that it protects such figures.
  fileprivate func isProtected(by release: PublicRelease) -> Bool {
    switch self {
    case .figure(let name): release.protected.contains(name.indicator)
    case .flow(let name, _): name.ends.contains(where: release.protected.contains)
    }
  }
}

extension ToldTable {
  /// What is told of the first of two figures that is told.
  fileprivate func number(_ name: ToldName, or other: ToldName?) -> KnownFigure.Number? {
    [name, other].compactMap { $0 }.first { cell($0) != nil }.flatMap(number)
  }
}

extension ToldName {
  /// The same over all days of another release; `nil` where it is not over all days of its own.
  fileprivate func total(of coverage: FigurePeriod) -> ToldName? {
    guard period.kind == .coverage, period != coverage else { return nil }
    switch self {
    case .figure(var name):
      name.period = coverage
      return .figure(name)
    case .flow(let name, _): return .flow(name, coverage)
    }
  }
}
