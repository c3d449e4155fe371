/// The part of a table that sums connect, while it is withheld from.
struct WithholdingPart: Sendable {
  /// The cells of the whole table that it has.
  private let cells: [Int]
  private let position: [Int: Int]
  private(set) var withholder: Withholder

  /// Each withheld from by structure, in the order of their first cells.
  ///
  /// What is lost anyway is looked for in all of them before the work begins.
  /// - Throws: where parts cannot be protected, one error for all of their figures that are to
  ///   blame, so that it does not matter which part was done first.
  static func parts(
    of table: FigureTable, _ threshold: Int, _ guardsInsiders: Bool
  ) async throws(WithholdingError) -> [WithholdingPart] {
    let parts = try await atOnce(try table.connected()) { part throws(WithholdingError) in
      try WithholdingPart(part, threshold, guardsInsiders)
    }
    return try await atOnce(parts) { part throws(WithholdingError) in
      var part = part
      try part.telling { withholder throws(WithholdingError) in try withholder.run() }
      return part
    }
  }

  private static func atOnce<Input: Sendable>(
    _ inputs: [Input],
    _ work: @escaping @Sendable (Input) throws(WithholdingError) -> WithholdingPart
  ) async throws(WithholdingError) -> [WithholdingPart] {
    typealias Outcome = Result<WithholdingPart, WithholdingError>
    let outcomes = await withTaskGroup(of: (Int, Outcome).self) { group in
      for (number, input) in inputs.enumerated() {
        group.addTask {
          (number, Outcome { () throws(WithholdingError) in try work(input) })
        }
      }
      let outcomes = await group.reduce(into: [(Int, Outcome)]()) { $0.append($1) }
      return outcomes.sorted { $0.0 < $1.0 }.map(\.1)
    }
    if let error = WithholdingError(outcomes.compactMap(\.error)) { throw error }
    return try outcomes.map { outcome throws(WithholdingError) in try outcome.get() }
  }

  private init(
    _ part: FigureTable.Part, _ threshold: Int, _ guardsInsiders: Bool
  ) throws(WithholdingError) {
    cells = part.cells
    position = Dictionary(uniqueKeysWithValues: part.cells.enumerated().map { ($1, $0) })
    do {
      withholder = try Withholder(
        try SumWeb(part.table), threshold: threshold, guardsInsiders: guardsInsiders)
    } catch {
      throw error.at { part.cells[$0] }
    }
  }

  /// Tells errors by the cells of the whole table.
  private mutating func telling(
    _ work: (inout Withholder) throws(WithholdingError) -> Void
  ) throws(WithholdingError) {
    do {
      try work(&withholder)
    } catch {
      throw error.at { cells[$0] }
    }
  }

  /// - Parameter isHidden: by cell of the whole table.
  func write(to isHidden: inout [Bool]) {
    for (position, node) in withholder.web.nodeOfCell.enumerated() {
      isHidden[cells[position]] = node >= 0 && withholder.isHidden[Int(node)]
    }
  }

  /// Withholds more around those of the cells that are its own.
  mutating func widen(_ failures: [Int], _ attempt: Int) throws(WithholdingError) {
    let own = failures.compactMap { position[$0] }
    guard !own.isEmpty else { return }
    try telling { withholder throws(WithholdingError) in
      try withholder.widen(own, attempt: attempt)
    }
  }
}

extension Result {
  fileprivate var error: Failure? {
    if case .failure(let error) = self { error } else { nil }
  }
}

extension WithholdingError {
  /// All of them as one: the first that is not about figures that cannot be protected, or one about
  /// all of those.
  fileprivate init?(_ errors: [WithholdingError]) {
    var all: [Int] = []
    for error in errors {
      guard case .unprotected(let cells) = error else {
        self = error
        return
      }
      all += cells
    }
    guard !all.isEmpty else { return nil }
    self = .unprotected(cells: all.sorted())
  }
}
