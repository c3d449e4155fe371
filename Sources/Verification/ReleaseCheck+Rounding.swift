import Disclosure
import Records
import Released
import Rounding

/// Releases that round instead of withholding.
extension ReleaseCheck {
  /// All that is shown must add up, and of every figure it must be clear that it has k possible
  /// values. Of what such a release tells together with others, nothing is known.
  ///
  /// - Throws: `ReleasedFilesError.damaged` for sums that do not hold.
  mutating func attack(
    _ release: PublicRelease, _ rounding: PublicRelease.Rounding
  ) throws(ReleasedFilesError) {
    if releases.count > 1 { append(.together, .none, release) }
    let figures = release.attackable
    let names =
      figures.map { FigureWords(.figure($0.name), catalog) }
      + release.flows.map { FigureWords(.flow($0.name, release.coverage), catalog) }
    let known = figures.map(\.known) + release.flows.map(\.known)
    let multiples = known.map { rounding.multiple($0) }
    verdict.rounded += multiples.count { $0 != nil }
    let exact = known.indices.filter { cell in
      let isPublic =
        figures.indices.contains(cell) && !release.protected.contains(figures[cell].name.indicator)
      return isPublic || multiples[cell] == nil && known[cell].isNumber
    }
    for cell in exact { append(.unrounded, names[cell], release) }
    guard exact.isEmpty else { return }
    let rules = RoundedRules(
      catalog: catalog, settings: release.settings, coverage: release.coverage, figures: figures,
      flows: release.flows)
    let proof = try proof(rules, multiples, rounding, release)
    if let rule = proof.broken.first, let term = rules.rules[rule].terms.first {
      throw .damaged(
        file: "\(release.directory)/tallies.csv",
        cause: "its rounded figures do not add up around \(names[term.cell].region)")
    }
    for cell in known.indices where multiples[cell] != nil {
      if !proof.isWide[cell] || !rules.isComplete { append(.unsettled, names[cell], release) }
    }
  }

  private func proof(
    _ rules: RoundedRules, _ multiples: [Int?], _ rounding: PublicRelease.Rounding,
    _ release: PublicRelease
  ) throws(ReleasedFilesError) -> RoundingProof {
    do {
      return try RoundingProof(
        rules: rules.rules, multiples: multiples, base: rounding.base,
        threshold: release.threshold)
    } catch {
      throw .damaged(
        file: "\(release.directory)/tallies.csv", cause: "its figures could not be tried: \(error)")
    }
  }
}

extension KnownFigure {
  fileprivate var isNumber: Bool {
    if case .known = number { true } else { false }
  }
}

extension PublicRelease.Rounding {
  /// `nil` for what is no multiple, or has no number.
  fileprivate func multiple(_ known: KnownFigure) -> Int? {
    guard case .known(let quantity) = known.number else { return nil }
    let (whole, rest) = quantity.attos.quotientAndRemainder(
      dividingBy: Int128(base) * Quantity.unit)
    return rest == 0 ? Int(exactly: whole) : nil
  }
}
