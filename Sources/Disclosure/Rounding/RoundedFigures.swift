import Records
import Regions
import Rounding
import Tallies

/// The protected figures of a report, rounded to multiples of a base so that every sum that is
/// shown holds, with the proof that each may be any of k numbers.
///
/// Which of the two multiples beside it a figure is pulled to is drawn by the key and its name, the
/// upper one as often as the figure lies near it, so that roundings even out.
///
/// Any rounding that lies beside a report's figures and adds up is one that some draws lead to. So
/// whoever does not have the key can tell of the figures nothing but how far they lie from what is
/// shown, and what `RoundingProof` says of that is all that there is to say.
struct RoundedFigures {
  /// By figure and then by flow of the selection; `nil` for one without a number.
  private(set) var numbers: [Quantity?] = []

  /// - Throws: `DisclosureError`.
  init(
    _ selection: Selection, _ catalog: RegionCatalog, by rounding: Policy.Rounding,
    key: RoundingKey
  ) throws(DisclosureError) {
    try RoundedFigures.refusePublic(selection)
    let rules = RoundedRules(
      catalog: catalog, settings: selection.shownSettings, coverage: selection.coverage,
      figures: selection.figures.figures, flows: selection.figures.flows)
    let cells = RoundedCells(names: LedgerKey(catalog: catalog), key: key, base: rounding.base)
    var table = RoundingTable()
    for cell in try cells.cells(of: selection) { table.add(cell) }
    for rule in rules.rules { table.add(rule) }
    let blaming = Blaming(system: rules.system, catalog: catalog)
    let multiples = try RoundedFigures.round(table, rounding, blaming)
    let known = (selection.figures.figures.map(\.known) + selection.figures.flows.map(\.known))
      .map { if case .known = $0.number { true } else { false } }
    numbers = zip(multiples, known).map { $1 ? Quantity($0 * rounding.base) : nil }
    try prove(rules, zip(multiples, known).map { $1 ? $0 : nil }, by: rounding, selection, blaming)
  }

  private func prove(
    _ rules: RoundedRules, _ multiples: [Int?], by rounding: Policy.Rounding,
    _ selection: Selection, _ blaming: Blaming
  ) throws(DisclosureError) {
    let proof: RoundingProof
    do {
      proof = try RoundingProof(
        rules: rules.rules, multiples: multiples, base: rounding.base,
        threshold: selection.policy.primary.threshold)
    } catch {
      throw .solver("\(error)")
    }
    let open = multiples.indices.filter { multiples[$0] != nil && !proof.isWide[$0] }
    guard rules.isComplete, open.isEmpty else {
      throw .unprotected(open.map(blaming.blame))
    }
  }

  /// A public figure that counts the same people cannot be rounded, and the sums would not hold.
  private static func refusePublic(_ selection: Selection) throws(DisclosureError) {
    let isPublic = { selection.policy[$0].sensitivity == .public }
    guard let figure = selection.figures.figures.first(where: { isPublic($0.name.indicator) }),
      !selection.figures.isEmpty
    else { return }
    let indicator = figure.name.indicator.name
    throw .unrounded(
      "\(indicator) is public and counts the same movements as protected figures, which could not "
        + "be rounded so that sums hold; protect \(indicator) in the policy, or do not round")
  }

  private static func round(
    _ table: RoundingTable, _ rounding: Policy.Rounding, _ blaming: Blaming
  ) throws(DisclosureError) -> [Int] {
    do {
      return try ControlledRounding(table, mayGoFurther: rounding.mayGoFurther).multiples
    } catch {
      switch error {
      case .impossible(let cells):
        let blames = DisclosureError.list(cells.map(blaming.blame))
        throw .unrounded(
          "no multiples beside \(blames) were found whose sums hold. "
            + (rounding.mayGoFurther ? "" : "Allow the next ones (rounding_further = true), ")
            + "leave out categories or a level, or choose another base")
      case .solver(let words): throw .solver(words)
      }
    }
  }
}
