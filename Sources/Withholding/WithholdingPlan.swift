/// What of a table is to be withheld so that no withheld figure can be worked out.
public struct WithholdingPlan: Sendable {
  /// How much work it was.
  public struct Statistics: Hashable, Sendable {
    /// Attacks until the last one was repelled.
    public internal(set) var rounds = 0
    /// Covers sought.
    public internal(set) var covers = 0

    mutating func add(_ other: Statistics) {
      rounds = max(rounds, other.rounds)
      covers += other.covers
    }
  }

  /// What somebody knows of the table, given what is withheld, and how many values a withheld
  /// figure must keep there. Figures are cells with the same positions as in the table.
  public typealias View =
    @Sendable (_ isHidden: [Bool]) -> (table: KnownTable, threshold: Int)

  /// What somebody can work out who knows more than the table, given what is withheld of it: the
  /// cells to be blamed. Whoever keeps earlier releases is somebody like that.
  public typealias Assault = @Sendable (_ isHidden: [Bool]) async throws -> [Int]

  /// By cell. Zeros are shown; a slack is nothing that could be shown.
  public private(set) var isHidden: [Bool]
  public private(set) var statistics = Statistics()

  /// How often more is withheld before the table counts as not to be protected.
  private static let mostRounds = 16

  /// Withholds what rule D2 names, and more until every withheld figure keeps at least
  /// `threshold` possible values.
  ///
  /// The proof is not the solver's word: for every withheld figure there are two tables of whole
  /// numbers that agree in all that is shown, hold every sum, have at least 1 in every withheld
  /// figure, and differ by `threshold − 1` or more in it. They are found from what is shown alone
  /// (`Attack`), so that what is withheld beside depends on no withheld number. Parts of the table
  /// that no sum connects are worked on at the same time; the result does not depend on how many
  /// at once.
  /// - Parameters:
  ///   - guardsInsiders: whether somebody who knows the one record behind a figure must not learn
  ///     another figure that has to be withheld by adding and subtracting.
  ///   - budget: how much work to spend on each part of the table that no sum connects.
  ///   - view: how somebody else sees the table, who must not work out anything either.
  ///   - assault: another attack that must be repelled.
  /// - Throws: `WithholdingError.unprotected` for figures that cannot be protected, because of
  ///   what is known already or within the budget.
  public init(
    _ table: FigureTable, threshold: Int, guardsInsiders: Bool = true,
    budget: WithholdingBudget = .standard, against view: View? = nil,
    repelling assault: Assault? = nil
  ) async throws {
    isHidden = Array(repeating: false, count: table.cells.count)
    let inside: View = { (KnownTable(table, isHidden: $0), threshold) }
    var parts = try await WithholdingPart.parts(of: table, threshold, guardsInsiders)
    take(parts)
    for view in [inside, view].compactMap({ $0 }) {
      try await prove(against: view, &parts, budget)
    }
    if let assault { try await repel(assault, &parts) }
    for part in parts { statistics.add(part.withholder.statistics) }
  }

  private mutating func take(_ parts: [WithholdingPart]) {
    for part in parts { part.write(to: &isHidden) }
  }

  /// Attacks, and withholds more, until the attack is repelled.
  private mutating func prove(
    against view: View, _ parts: inout [WithholdingPart], _ budget: WithholdingBudget
  ) async throws {
    // Whoever sees less cannot find more: what was wide stays so.
    var isSettled = Array(repeating: false, count: isHidden.count)
    var failures: [Int] = []
    for attempt in 0..<WithholdingPlan.mostRounds {
      statistics.rounds += 1
      let (known, threshold) = view(isHidden)
      let attack = try await Attack(
        known, threshold: threshold, budget: budget, isThorough: attempt > 0, isSettled: isSettled)
      failures = attack.failures
      if failures.isEmpty { return }
      let before = isHidden
      guard !attack.isSpent else { throw WithholdingError.unprotected(cells: failures) }
      for (cell, finding) in zip(isHidden.indices, attack.findings) where finding == .wide {
        isSettled[cell] = true
      }
      for position in parts.indices { try parts[position].widen(failures, attempt) }
      take(parts)
      // The last way was tried, and hides nothing more.
      if isHidden == before, attempt >= 2 { throw WithholdingError.unprotected(cells: failures) }
    }
    throw WithholdingError.unprotected(cells: failures)
  }

  /// The same against an attack that does not say what it knows. More withheld may tell it more,
  /// so that nothing counts as settled.
  private mutating func repel(
    _ assault: Assault, _ parts: inout [WithholdingPart]
  ) async throws {
    var failures = try await assault(isHidden)
    for attempt in 0..<WithholdingPlan.mostRounds where !failures.isEmpty {
      statistics.rounds += 1
      let before = isHidden
      let hidden = failures.filter { isHidden[$0] }
      for position in parts.indices { try parts[position].widen(hidden, attempt) }
      take(parts)
      if isHidden == before, attempt >= 2 { break }
      failures = try await assault(isHidden)
    }
    guard failures.isEmpty else { throw WithholdingError.unprotected(cells: failures) }
  }
}
