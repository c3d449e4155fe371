import Records
import Regions
import Tallies
import Withholding

/// The attack on a revision of somebody who has kept the releases before it.
///
/// What such a person concludes is what `SeriesAttack` says. What each release has told stands in
/// the ledger, so that this is the attack that `nuzuh verify` makes on the files.
struct SeriesAssault: Sendable {
  /// A release, and whether it has counted everything anew.
  fileprivate typealias Count = (told: ToldRelease, isRevision: Bool)

  /// What was released before, and what could be worked out of it, which is no later one's fault.
  struct Past {
    fileprivate let counts: [Count]
    fileprivate let known: Set<ToldName>

    /// `nil` where nothing is counted anew.
    init?(_ series: Series?, settings: ReportSettings, catalog: RegionCatalog) async throws {
      guard let series, series.history.isRevision else { return nil }
      counts = series.history.ledger.releases.map {
        (ToldRelease($0, by: series.keys, settings: settings), $0.isRevision)
      }
      known = try await SeriesAssault.names(in: counts, catalog)
    }
  }

  private let past: Past
  /// All that this release tells, and where it stands among the figures that are about to be
  /// protected.
  private let told: [(name: ToldName, known: KnownFigure, position: Int?)]
  private let settings: ReportSettings
  private let coverage: FigurePeriod
  private let threshold: Int
  private let catalog: RegionCatalog
  /// Where a figure stands among those to be protected, and others that are about the same.
  private let positions: [ToldName: Int]
  private let kin: [ToldName: [Int]]

  /// `nil` where nothing is counted anew.
  init?(_ selection: Selection, after past: Past?, catalog: RegionCatalog) {
    guard let past, let series = selection.series else { return nil }
    (self.past, self.catalog) = (past, catalog)
    (settings, coverage) = (selection.shownSettings, selection.coverage)
    threshold = selection.policy.primary.threshold
    let names = selection.names
    positions = Dictionary(zip(names, names.indices)) { first, _ in first }
    kin = Dictionary(grouping: names.indices) { names[$0].withoutDays }
    told = selection.told(in: series, positions)
  }

  /// The figures to be blamed for what can be worked out.
  func failures(_ isHidden: [Bool]) async throws -> [Int] {
    let told = told.map { name, known, position in
      (name, position.map { isHidden[$0] } ?? false ? known.asWithheld : known)
    }
    let now = ToldRelease(
      told, settings: settings, coverage: coverage, threshold: threshold)
    let before = past.counts
    var names = try await Self.names(in: before + [(now, true)], catalog)
    // Whoever has the last ones alone may guess better: what contradicts a guess may be in others.
    if before.count > 1 {
      names.formUnion(try await Self.names(in: before.suffix(1) + [(now, true)], catalog))
    }
    return Set(names.subtracting(past.known).flatMap(blamed)).sorted()
  }

  /// The figures that can be worked out.
  private static func names(
    in counts: [Count], _ catalog: RegionCatalog
  ) async throws -> Set<ToldName> {
    let attack = try await SeriesAttack(counts.map(\.told), catalog: catalog) { earlier, later in
      let isRevised = counts[(earlier + 1)...later].contains(where: \.isRevision)
      return isRevised ? .revision : .toldAgain
    }
    return Set(attack.failures.map(\.origin.name))
  }

  private func blamed(_ name: ToldName) -> [Int] {
    positions[name].map { [$0] } ?? kin[name.withoutDays] ?? Array(positions.values)
  }
}

extension ToldName {
  /// The same over any days.
  fileprivate var withoutDays: ToldName {
    switch self {
    case .figure(let name): .figure(name.withoutDays)
    case .flow(let name, _): .flow(name, .noDays)
    }
  }

  /// Net figures are no sums.
  fileprivate var isNet: Bool {
    if case .figure(let name) = self { name.indicator.kind == .net } else { false }
  }
}

extension Selection {
  /// By figure, then by flow.
  fileprivate var names: [ToldName] {
    figures.figures.map { .figure($0.name) } + figures.flows.map { .flow($0.name, coverage) }
  }

  /// All that the release will tell; where a figure is not about to be protected, as a reader has
  /// it.
  fileprivate func told(
    in series: Series, _ positions: [ToldName: Int]
  ) -> [(name: ToldName, known: KnownFigure, position: Int?)] {
    let open = treatments(Array(repeating: false, count: figures.count))
    var told = told(open) + toldPublic
    let statements = series.keys.statements(told)
    told += past(series, told: statements).map { (.figure($0.name), $0.figure) }
    told += pastFlows(series, told: statements).map { (.flow($0.name, coverage), $0.figure) }
    let knowns = (figures.figures.map(\.known) + figures.flows.map(\.known))
    return told.filter { !$0.name.isNet }.map { name, figure in
      let position = figure == .withheld ? nil : positions[name]
      let own = positions[name].map { knowns[$0] }
      var known = KnownFigure(
        figure, threshold: own?.threshold ?? series.entry(name)?.threshold, mayBeZero: true)
      known.asOf = own?.asOf
      return (name, known, position)
    }
  }
}

extension ToldRelease {
  /// What a ledger says was told together.
  fileprivate init(_ release: LedgerRelease, by keys: LedgerKey, settings: ReportSettings) {
    let told = release.figures.sorted { $0.key < $1.key }.compactMap { key, entry in
      keys.name(key).map {
        (
          $0,
          KnownFigure(entry.figure, threshold: entry.threshold, mayBeZero: !release.isFirst)
        )
      }
    }
    self.init(
      told.filter { !$0.0.isNet }, settings: release.scope.settings(as: settings),
      coverage: release.scope.coverage, threshold: release.threshold)
  }

  fileprivate init(
    _ told: [(name: ToldName, known: KnownFigure)], settings: ReportSettings,
    coverage: FigurePeriod, threshold: Int
  ) {
    var figures: [JointSystem.Figure] = []
    var flows: [JointSystem.Flow] = []
    for (name, known) in told {
      switch name {
      case .figure(let name): figures.append((name, known))
      case .flow(let name, _): flows.append((name, known))
      }
    }
    self.init(
      figures: figures, flows: flows, settings: settings, coverage: coverage,
      threshold: threshold)
  }
}

extension KnownFigure {
  /// What a reader has of a figure.
  ///
  /// - Parameter mayBeZero: whether it may be a zero where it is withheld.
  fileprivate init(_ figure: Ledger.Entry.Figure, threshold: Int?, mayBeZero: Bool) {
    switch figure {
    case .shown(let number): self.init(.known(number))
    case .withheld: self.init(.withheld)
    case .numberless: self.init(.unknown)
    }
    self.mayBeZero = mayBeZero && number == .withheld
    self.threshold = threshold
  }

  fileprivate var asWithheld: KnownFigure {
    var known = KnownFigure(.withheld)
    known.mayBeZero = true
    known.threshold = threshold
    return known
  }
}
