/// The part of a table that sums connect, while it is withheld from.
struct WithholdingPart: Sendable {
  /// The cells of the whole table that it has.
  private let cells: [Int]
  private let position: [Int: Int]
  private(set) var withholder: Withholder

  /// Each withheld from by structure, in the order of their first cells.
  static func parts(
    of table: FigureTable, _ threshold: Int, _ guardsInsiders: Bool
  ) async throws -> [WithholdingPart] {
    let parts = try table.connected()
    return try await withThrowingTaskGroup(of: (Int, WithholdingPart).self) { group in
      for (number, part) in parts.enumerated() {
        group.addTask { (number, try WithholdingPart(part, threshold, guardsInsiders)) }
      }
      let results = try await group.reduce(into: [(Int, WithholdingPart)]()) { $0.append($1) }
      return results.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  private init(
    _ part: FigureTable.Part, _ threshold: Int, _ guardsInsiders: Bool
  ) throws(WithholdingError) {
    cells = part.cells
    position = Dictionary(uniqueKeysWithValues: part.cells.enumerated().map { ($1, $0) })
    do {
      withholder = Withholder(try SumWeb(part.table), threshold: threshold)
      try withholder.run(guardsInsiders: guardsInsiders)
    } catch {
      throw error.at { part.cells[$0] }
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
    do {
      try withholder.widen(own, attempt: attempt)
    } catch {
      throw error.at { cells[$0] }
    }
  }
}
