/// What shows of rounded figures that each may be any of enough numbers, whoever looks (rule D4).
///
/// The numbers shown hold every rule and lie beside themselves, so they could be the true ones. So
/// could those in which a set of figures is larger by one person, or by up to `threshold` − 1, as
/// long as all rules still hold and nothing grows by the base: they would have been shown the same.
/// For each figure such a set is sought that holds it: what one more record of some place, period
/// and category would add to. Most are found by following what each figure needs (`RoundingLift`),
/// the others by a linear program (`RoundingLiftProgram`). Nothing is believed: what a set does to
/// each rule is counted in whole numbers.
public struct RoundingProof: Sendable {
  /// Rules that the numbers shown break, by their number; then nothing is shown of any figure.
  public let broken: [Int]
  /// By cell: whether it may be any of `threshold` numbers from the one shown on.
  public private(set) var isWide: [Bool]

  /// - Parameters:
  ///   - multiples: by cell, what is shown; `nil` for what is not shown.
  ///   - base: what they are multiples of.
  ///   - threshold: how many values a figure must keep.
  /// - Throws: `RoundingError.solver`.
  public init(
    rules: [RoundingTable.Rule], multiples: [Int?], base: Int, threshold: Int
  ) throws(RoundingError) {
    let numbers = multiples.map { $0 ?? 0 }
    isWide = Array(repeating: false, count: multiples.count)
    broken = rules.indices.filter { !rules[$0].holds(numbers) }
    guard broken.isEmpty, base >= threshold, numbers.allSatisfy({ $0 >= 0 }) else { return }
    var lift = RoundingLift(
      rules, numbers: numbers.map { $0 * base }, growth: max(0, threshold - 1))
    // The finest stand last, and their sets hold the coarse ones.
    for cell in multiples.indices.reversed() where multiples[cell] != nil && !isWide[cell] {
      for member in lift.around(cell) ?? [] { isWide[member] = multiples[member] != nil }
    }
    try tryHarder(rules, multiples, base, threshold)
  }

  private mutating func tryHarder(
    _ rules: [RoundingTable.Rule], _ multiples: [Int?], _ base: Int, _ threshold: Int
  ) throws(RoundingError) {
    let open = multiples.indices.filter { multiples[$0] != nil && !isWide[$0] }
    guard !open.isEmpty else { return }
    do {
      var program = try RoundingLiftProgram(
        rules, numbers: multiples.map { ($0 ?? 0) * base }, mayGrow: multiples.map { $0 != nil },
        growth: max(1, threshold - 1))
      for cell in open.reversed() where !isWide[cell] {
        for member in try program.around(cell) ?? [] { isWide[member] = true }
      }
    } catch {
      throw .solver("\(error)")
    }
  }
}
