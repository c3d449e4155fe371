/// Figures rounded so that all sums hold exactly and each lies beside what it was: zero-restricted
/// controlled rounding.
///
/// Every figure goes to one of the two multiples beside it, and what is a multiple stays. It is
/// done from the top down: the figures of one stage are rounded by linear programs that follow as
/// many pulls as can be, and then stand. The later stages are in those programs too, in fractions, so
/// that what stands leaves room for them. So few figures have to be whole at once, and the more of
/// them stand, the smaller are the parts that the others fall apart into. Tables of two ways are
/// networks, whose programs have their best answers in whole multiples (Cox 1987; Cox and George
/// 1989); what more ways leave in fractions is branched on. Where nothing is found, all is tried
/// again with other pulls, and at last in one stage.
///
/// Some tables of three ways have no such rounding at all (Causey, Cox and Ernst 1985). If it is
/// allowed, figures may then go one multiple further, as few of them as can be.
///
/// The answer is checked in whole numbers; nothing rests on the solver's precision.
public struct ControlledRounding: Sendable {
  /// By cell: which multiple it became.
  public let multiples: [Int]
  /// How many figures lie further than beside what they were.
  public let furtherCount: Int

  /// - Parameters:
  ///   - mayGoFurther: whether figures may go one multiple further where there is no other way.
  ///   - mostPrograms: how many linear programs may be solved for figures that sums connect, in
  ///     each attempt.
  /// - Throws: `RoundingError`.
  public init(
    _ table: RoundingTable, mayGoFurther: Bool = false, mostPrograms: Int = 200
  ) throws(RoundingError) {
    var failed: [Int] = []
    for reach in mayGoFurther ? [0, 1] : [0] {
      for (draw, isWhole) in [false, false, false, true, true].enumerated() {
        var pass = RoundingPass(
          table,
          RoundingPass.Plan(
            draw: draw, reach: reach, isWhole: isWhole, mostPrograms: mostPrograms))
        guard try pass.run() else {
          failed = pass.failed
          continue
        }
        multiples = pass.multiples
        furtherCount = zip(table.cells, multiples).count { $1 < $0.lower || $1 > $0.upper }
        try check(table, reach)
        return
      }
    }
    throw .impossible(cells: failed)
  }

  /// Whatever the solver said: every rule holds, zeros are zeros, and all lie as near as promised.
  private func check(_ table: RoundingTable, _ reach: Int) throws(RoundingError) {
    for (position, cell) in table.cells.enumerated() {
      let isFar =
        multiples[position] < max(0, cell.lower - reach) || multiples[position] > cell.upper + reach
      guard !isFar, !cell.isZero || multiples[position] == 0 else {
        throw .impossible(cells: [position])
      }
    }
    for rule in table.rules where !rule.holds(multiples) {
      throw .impossible(cells: rule.terms.map(\.cell))
    }
  }
}
