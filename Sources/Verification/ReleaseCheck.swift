import Disclosure
import Records
public import Regions
import Released
import Tallies
import Withholding

/// Attacks releases as somebody would who has their files, the boundaries and nothing else.
public struct ReleaseCheck {
  private let releases: [PublicRelease]
  private let catalog: RegionCatalog
  private var verdict: Verdict

  /// - Parameter releases: in the order of their publication.
  public init(_ releases: [PublicRelease], catalog: RegionCatalog) {
    self.releases = releases
    self.catalog = catalog
    verdict = Verdict(releases: releases.map(\.directory))
  }

  /// - Throws: `ReleasedFilesError.damaged` for figures that contradict one another.
  public static func verdict(
    on releases: [PublicRelease], catalog: RegionCatalog
  ) async throws -> Verdict {
    var check = ReleaseCheck(releases, catalog: catalog)
    for release in releases { try await check.attack(release) }
    for (earlier, later) in zip(releases, releases.dropFirst()) {
      try check.compare(earlier, later)
    }
    return check.verdict
  }

  // MARK: - One release

  private mutating func attack(_ release: PublicRelease) async throws {
    guard !release.isInternal else {
      verdict.breaches.append(
        Verdict.Breach(
          kind: .internal, release: release.directory, region: "", period: "", indicator: "",
          category: "", range: nil))
      return
    }
    verdict.threshold = max(verdict.threshold, release.threshold)
    let system = JointSystem(
      catalog: catalog, settings: release.settings, coverage: release.coverage,
      figures: release.attackable, flows: release.flows, threshold: nil)
    count(release)
    let (table, unit) = system.publicTable
    let attack: Attack
    do {
      attack = try await Attack(table, threshold: (release.threshold - 1) * unit + 1)
    } catch WithholdingError.inconsistent(let cell) {
      throw ReleasedFilesError.damaged(
        file: "\(release.directory)/tallies.csv",
        cause: "its figures contradict one another around \(words(cell, system).region)")
    }
    for cell in attack.failures {
      guard let finding = attack.findings[cell] else { continue }
      report(finding, words(cell, system), unit, release)
    }
  }

  private mutating func count(_ release: PublicRelease) {
    for figure in release.attackable { count(figure.known) }
    for flow in release.flows { count(flow.known) }
    for figure in release.attackable where release.protected.contains(figure.name.indicator) {
      guard figure.name.indicator.kind != .net,
        isSmall(figure.known, figure.known.threshold ?? release.threshold)
      else {
        continue
      }
      append(.small, words(figure.name), release)
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
    _ finding: Attack.Finding, _ words: Words, _ unit: Int, _ release: PublicRelease
  ) {
    switch finding {
    case .wide: break
    case .unsettled: append(.unsettled, words, release)
    case .narrow(let range):
      let persons = range.lowerBound / unit...range.upperBound / unit
      append(range.count == 1 ? .recovered : .narrow, words, release, persons)
    }
  }

  // MARK: - Between releases

  /// D5: what was withheld stays so, and what is shown changes by nothing or by at least k.
  private mutating func compare(
    _ earlier: PublicRelease, _ later: PublicRelease
  ) throws(ReleasedFilesError) {
    guard !earlier.isInternal, !later.isInternal else { return }
    let before = Dictionary(earlier.attackable.map { ($0.name, $0.known.number) }) { first, _ in
      first
    }
    let threshold = min(earlier.threshold, later.threshold)
    for figure in later.attackable where later.protected.contains(figure.name.indicator) {
      guard let old = before[figure.name] else { continue }
      compare(old, figure.known.number, words(figure.name), threshold, later)
    }
    guard later.ledger.continues(earlier.ledger) else {
      throw .damaged(
        file: "\(later.directory)/ledger.jsonl",
        cause: "it does not continue that of \(earlier.directory)")
    }
    let flows = Dictionary(earlier.flows.map { ($0.name, $0.known.number) }) { first, _ in first }
    for flow in later.flows where earlier.coverage == later.coverage {
      guard let old = flows[flow.name] else { continue }
      compare(old, flow.known.number, words(flow.name), threshold, later)
    }
  }

  private mutating func compare(
    _ old: KnownFigure.Number, _ new: KnownFigure.Number, _ words: Words, _ threshold: Int,
    _ later: PublicRelease
  ) {
    switch (old, new) {
    case (.known(let before), .known(let after)):
      let change = max(before, after).attos - min(before, after).attos
      if change > 0, change < Quantity(threshold).attos { append(.changed, words, later) }
    case (.withheld, .known): append(.shown, words, later)
    case (.known, .withheld):
      // At a revision, a change that is too small is withheld.
      if !later.ledger.isRevision { append(.shown, words, later) }
    default: break
    }
  }

  // MARK: - Words

  private struct Words {
    var region: String
    var period: String
    var indicator: String
    var category = ""
  }

  private mutating func append(
    _ kind: Verdict.Breach.Kind, _ words: Words, _ release: PublicRelease,
    _ range: ClosedRange<Int>? = nil
  ) {
    verdict.breaches.append(
      Verdict.Breach(
        kind: kind, release: release.directory, region: words.region, period: words.period,
        indicator: words.indicator, category: words.category, range: range))
  }

  private func words(_ cell: Int, _ system: JointSystem) -> Words {
    if cell < system.figures.count { return words(system.figures[cell]) }
    let flow = cell - system.figures.count
    guard flow < system.flows.count else {
      return Words(region: "", period: "", indicator: "a difference")
    }
    return words(system.flows[flow])
  }

  private func words(_ name: FigureName) -> Words {
    Words(
      region: text(name.site), period: "\(name.period.first)/\(name.period.last)",
      indicator: name.indicator.name, category: name.category)
  }

  private func words(_ name: FlowName) -> Words {
    Words(
      region: "\(text(name.origin)) to \(text(name.destination))", period: "all days",
      indicator: "\(name.kind.rawValue) flow")
  }

  private func text(_ site: Tally.Site) -> String {
    switch site {
    case .region(let number): catalog[number].id.code
    case .unspecified(let number): "unspecified in \(catalog[number].id.code)"
    case .external(let code): code
    case .outside: "outside"
    case .unplaced: "unplaced"
    }
  }
}

extension PublicRelease {
  /// The figures that something withheld is tied to: those of the indicators with anything
  /// withheld, and those that count the same movements. Net figures are no sums.
  var attackable: [JointSystem.Figure] {
    figures.filter { $0.name.indicator.kind != .net && isNear($0.name.indicator) }
  }

  private func isNear(_ indicator: Indicator) -> Bool {
    protected.contains(indicator) || indicator.isOfMovement
  }
}
