/// What of a table is to be withheld so that no withheld figure can be worked out.
public struct WithholdingPlan: Sendable {
  /// How much work it was.
  public struct Statistics: Hashable, Sendable {
    public internal(set) var rounds = 0
    /// Covers sought, proofs tried, and covers that were needed for range alone.
    public internal(set) var covers = 0
    public internal(set) var proofs = 0
    public internal(set) var guarded = 0

    var programs: Int { covers + proofs + guarded }

    mutating func add(_ other: Statistics) {
      rounds = max(rounds, other.rounds)
      covers += other.covers
      proofs += other.proofs
      guarded += other.guarded
    }
  }

  /// By cell. Zeros are shown; a slack is nothing that could be shown.
  public private(set) var isHidden: [Bool]
  public private(set) var statistics = Statistics()

  /// Withholds what rule D2 names, and more until every withheld figure keeps at least
  /// `threshold` possible values.
  ///
  /// The proof is not the solver's word: for every withheld figure there are two tables of whole
  /// numbers that agree in all that is shown, hold every sum, have at least 1 in every withheld
  /// figure, and differ by `threshold − 1` or more in it. Parts of the table that no sum
  /// connects are worked on at the same time; the result does not depend on how many at once.
  /// - Parameters:
  ///   - guardsInsiders: whether somebody who knows the one record behind a figure must not learn
  ///     another figure that has to be withheld by adding and subtracting.
  ///   - budget: how much work to spend on each part of the table that no sum connects.
  /// - Throws: `WithholdingError.unprotected` for figures that cannot be protected, because of
  ///   what is known already or within the budget.
  public init(
    _ table: FigureTable, threshold: Int, guardsInsiders: Bool = true,
    budget: WithholdingBudget = .standard
  ) async throws {
    let parts = try table.connected()
    isHidden = Array(repeating: false, count: table.cells.count)
    let results = try await withThrowingTaskGroup(of: Result.self) { group in
      for part in parts {
        group.addTask { try Result(part, threshold, guardsInsiders, budget) }
      }
      return try await group.reduce(into: [Result]()) { $0.append($1) }
    }
    for result in results {
      statistics.add(result.statistics)
      for (cell, isCellHidden) in zip(result.cells, result.isHidden) {
        isHidden[cell] = isCellHidden
      }
    }
  }

  private struct Result {
    let cells: [Int]
    let isHidden: [Bool]
    let statistics: Statistics

    init(
      _ part: FigureTable.Part, _ threshold: Int, _ guardsInsiders: Bool,
      _ budget: WithholdingBudget
    ) throws(WithholdingError) {
      do {
        let web = try SumWeb(part.table)
        var withholder = Withholder(web, threshold: threshold, budget: budget)
        try withholder.run(guardsInsiders: guardsInsiders)
        cells = part.cells
        isHidden = web.nodeOfCell.map { $0 >= 0 && withholder.isHidden[Int($0)] }
        statistics = withholder.statistics
      } catch {
        throw error.at { part.cells[$0] }
      }
    }
  }
}
