import Records
import Regions
import Tallies
import Withholding

/// The attack on a revision of somebody who has kept the releases before it.
///
/// What such a person concludes is what `SeriesAttack` says; what was told before each revision
/// stands in the ledger.
struct SeriesAssault: Sendable {
  private let past: [ToldRelease]
  /// What could be worked out before this release, and is not its fault.
  private let known: Set<ToldName>
  private let figures: ProtectedFigures
  private let settings: ReportSettings
  private let coverage: FigurePeriod
  private let threshold: Int
  private let catalog: RegionCatalog
  /// Where a figure stands among those of this release, and others that are about the same.
  private let positions: [ToldName: Int]
  private let kin: [ToldName: [Int]]

  /// `nil` where nothing is counted anew.
  init?(_ selection: Selection, catalog: RegionCatalog) async throws {
    guard let series = selection.series, series.history.isRevision else { return nil }
    self.catalog = catalog
    figures = selection.figures
    (settings, coverage) = (selection.shownSettings, selection.coverage)
    threshold = selection.policy.primary.threshold
    let ledger = series.history.ledger
    past = (ledger.counts + [ledger.entries]).enumerated().map { number, entries in
      ToldRelease(
        told: entries, by: series.keys, settings: selection.shownSettings,
        aboveZero: number == 0 ? ledger.toldFirst : [])
    }
    let names =
      figures.figures.map { ToldName.figure($0.name) }
      + figures.flows.map { .flow($0.name, selection.coverage) }
    positions = Dictionary(zip(names, names.indices)) { first, _ in first }
    kin = Dictionary(grouping: names.indices) { names[$0].withoutDays }
    let before = try await SeriesAttack(past, catalog: catalog) { _, _ in .revision }
    known = Set(before.failures.map(\.origin.name))
  }

  /// The figures to be blamed for what can be worked out.
  func failures(_ isHidden: [Bool]) async throws -> [Int] {
    let shown = figures.shown(isHidden)
    let now = ToldRelease(
      figures: shown.figures.map { ($0.name, asRead($0.known, $0.name)) },
      flows: shown.flows.map { ($0.name, asRead($0.known)) }, settings: settings,
      coverage: coverage, threshold: threshold)
    let attack = try await SeriesAttack(past + [now], catalog: catalog) { _, _ in .revision }
    let names = Set(attack.failures.map(\.origin.name)).subtracting(known)
    return Set(names.flatMap(blamed)).sorted()
  }

  /// What a reader takes a figure for, who does not know which were withheld before, and has the
  /// totals of earlier days from the releases that told them.
  private func asRead(_ known: KnownFigure, _ name: FigureName? = nil) -> KnownFigure {
    if let name, JointSystem.isPast(name, coverage) { return KnownFigure(.unknown) }
    var known = known
    known.mayBeZero = known.number == .withheld
    return known
  }

  private func blamed(_ name: ToldName) -> [Int] {
    positions[name].map { [$0] } ?? kin[name.withoutDays] ?? Array(positions.values)
  }
}

extension ToldName {
  /// The same over any days.
  fileprivate var withoutDays: ToldName {
    let none = FigurePeriod(.coverage, first: Day(number: 0), last: Day(number: 0))
    switch self {
    case .figure(var name):
      name.period = none
      return .figure(name)
    case .flow(let name, _): return .flow(name, none)
    }
  }
}

extension ToldRelease {
  /// What a ledger says was told.
  ///
  /// - Parameter certain: what cannot be a zero where it is withheld.
  fileprivate init(
    told entries: [String: Ledger.Entry], by keys: LedgerKey, settings: ReportSettings,
    aboveZero certain: Set<String>
  ) {
    var figures: [JointSystem.Figure] = []
    var flows: [(flow: JointSystem.Flow, days: FigurePeriod)] = []
    for (key, entry) in entries.sorted(by: { $0.key < $1.key }) {
      let known = KnownFigure(entry, mayBeZero: !certain.contains(key))
      if let name = keys.figure(key), name.indicator.kind != .net {
        figures.append((name, known))
      } else if let (name, days) = keys.flow(key) {
        flows.append(((name, known), days))
      }
    }
    let totals =
      figures.map(\.name.period).filter { $0.kind == .coverage } + flows.map(\.days)
    let none = Day(number: 0)
    let coverage =
      totals.max { ($0.last, $0.first) < ($1.last, $1.first) }
      ?? FigurePeriod(.coverage, first: none, last: none)
    var settings = settings
    if figures.allSatisfy({ $0.name.category.isEmpty }) { settings.category = nil }
    self.init(
      figures: figures.filter { $0.name.period.kind != .coverage || $0.name.period == coverage },
      flows: flows.filter { $0.days == coverage }.map(\.flow),
      settings: settings, coverage: coverage, threshold: 1)
  }
}

extension KnownFigure {
  fileprivate init(_ entry: Ledger.Entry, mayBeZero isUncertain: Bool) {
    switch entry.figure {
    case .shown(let number): self.init(.known(number))
    case .withheld: self.init(.withheld)
    case .numberless: self.init(.unknown)
    }
    mayBeZero = isUncertain && number == .withheld
    threshold = entry.threshold
  }
}
