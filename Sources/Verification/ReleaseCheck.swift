import Disclosure
import Records
public import Regions
import Released
import Tallies
import Withholding

/// Attacks releases as somebody would who has their files, the boundaries and nothing else.
public struct ReleaseCheck {
  let releases: [PublicRelease]
  let catalog: RegionCatalog
  var verdict: Verdict

  /// - Parameter releases: in the order of their publication.
  public init(_ releases: [PublicRelease], catalog: RegionCatalog) {
    self.releases = releases
    self.catalog = catalog
    verdict = Verdict(releases: releases.map(\.directory))
  }

  /// - Throws: `ReleasedFilesError.damaged` for figures that contradict one another, and for a
  ///   series whose ledger was written anew.
  public static func verdict(
    on releases: [PublicRelease], catalog: RegionCatalog
  ) async throws -> Verdict {
    var check = ReleaseCheck(releases, catalog: catalog)
    for release in releases { check.count(release) }
    try await check.attack()
    try check.compareAll()
    return check.verdict
  }

  /// All together, each that was counted anew with the one before, and each alone where that finds
  /// anything: then it is told which it takes.
  private mutating func attack() async throws {
    for release in releases where !release.isInternal {
      if let rounding = release.rounding { try attack(release, rounding) }
    }
    let open = releases.filter { !$0.isInternal && $0.rounding == nil }
    guard open.count > 1 else {
      for release in open { try await attack(release) }
      return
    }
    var attacks = [(of: open, by: try await seriesAttack(open))]
    // Whoever has fewer may guess better: what contradicts a guess may be in the others.
    for (earlier, later) in zip(open, open.dropFirst()) where open.count > 2 {
      guard try SeriesStep(from: earlier, to: later) != .toldAgain else { continue }
      attacks.append(([earlier, later], try await seriesAttack([earlier, later])))
    }
    guard attacks.contains(where: { $0.by.isContradicted || !$0.by.failures.isEmpty }) else {
      return
    }
    for release in open { try await attack(release) }
    report(attacks)
  }

  private func seriesAttack(_ releases: [PublicRelease]) async throws -> SeriesAttack {
    try await SeriesAttack(releases.map(\.told), catalog: catalog) { earlier, later in
      try SeriesStep(from: releases[earlier], to: releases[later])
    }
  }

  /// Each figure once, unless one release alone gives it away.
  private mutating func report(_ attacks: [(of: [PublicRelease], by: SeriesAttack)]) {
    var seen = Set(verdict.breaches.map(\.figure))
    for (releases, attack) in attacks {
      var found: Set<FigureWords> = []
      for (origin, finding) in attack.failures {
        let words = FigureWords(origin.name, catalog)
        guard !seen.contains(words) else { continue }
        found.insert(words)
        let release = releases[origin.release]
        if origin.isChange {
          append(.changed, words, release, isJoint: true)
        } else {
          report(finding, words, attack.unit, release, isJoint: true)
        }
      }
      seen.formUnion(found)
    }
  }

  // MARK: - One release

  private mutating func attack(_ release: PublicRelease) async throws {
    let system = ToldTable(release.told, catalog: catalog).system
    let (table, unit) = system.publicTable
    let attack: Attack
    do {
      attack = try await Attack(table, threshold: (release.threshold - 1) * unit + 1)
    } catch WithholdingError.inconsistent(let cell) {
      throw ReleasedFilesError.damaged(
        file: "\(release.directory)/tallies.csv",
        cause:
          "its figures contradict one another around \(FigureWords(cell, of: system, catalog).region)"
      )
    }
    for cell in attack.failures {
      guard let finding = attack.findings[cell] else { continue }
      report(finding, FigureWords(cell, of: system, catalog), unit, release)
    }
  }

  private mutating func count(_ release: PublicRelease) {
    guard !release.isInternal else {
      return append(.internal, .none, release)
    }
    verdict.threshold = max(verdict.threshold, release.threshold)
    for figure in release.attackable { count(figure.known) }
    for flow in release.flows { count(flow.known) }
    for figure in release.attackable where release.protected.contains(figure.name.indicator) {
      guard figure.name.indicator.kind != .net,
        isSmall(figure.known, figure.known.threshold ?? release.threshold)
      else {
        continue
      }
      append(.small, FigureWords(.figure(figure.name), catalog), release)
    }
  }

  private mutating func count(_ known: KnownFigure) {
    switch known.number {
    case .withheld:
      verdict.figures += 1
      verdict.withheld += 1
    case .known(let quantity) where quantity != .zero: verdict.figures += 1
    case .known, .unknown: break
    }
  }

  private func isSmall(_ known: KnownFigure, _ threshold: Int) -> Bool {
    guard case .known(let quantity) = known.number else { return false }
    return quantity > .zero && quantity < Quantity(threshold)
  }

  private mutating func report(
    _ finding: Attack.Finding, _ words: FigureWords, _ unit: Int, _ release: PublicRelease,
    isJoint: Bool = false
  ) {
    switch finding {
    case .wide: break
    case .unsettled: append(.unsettled, words, release, isJoint: isJoint)
    case .narrow(let range):
      let persons = range.lowerBound / unit...range.upperBound / unit
      let kind: Verdict.Breach.Kind = range.count == 1 ? .recovered : .narrow
      append(kind, words, release, persons, isJoint: isJoint)
    }
  }

  mutating func append(
    _ kind: Verdict.Breach.Kind, _ figure: FigureWords, _ release: PublicRelease,
    _ range: ClosedRange<Int>? = nil, isJoint: Bool = false
  ) {
    verdict.breaches.append(
      Verdict.Breach(
        kind: kind, release: release.directory, figure: figure, range: range, isJoint: isJoint))
  }

  /// Notes that a release was protected without regard to the one before.
  mutating func noteSeparate() { verdict.isOneSeries = false }
}

extension PublicRelease {
  var told: ToldRelease {
    ToldRelease(
      figures: attackable, flows: flows, settings: settings, coverage: coverage,
      threshold: threshold)
  }

  /// The figures that something withheld is tied to: those of the indicators with anything
  /// withheld, and those that count the same movements. Net figures are no sums.
  var attackable: [JointSystem.Figure] {
    figures.filter { $0.name.indicator.kind != .net && isNear($0.name.indicator) }
  }

  private func isNear(_ indicator: Indicator) -> Bool {
    protected.contains(indicator) || indicator.isOfMovement
  }
}
