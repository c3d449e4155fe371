import Testing
import Withholding

@Suite("D3: what cannot be protected is told at once")
struct LostFigureTests {
  /// Two figures that a known total ties together.
  private func tied(
    _ table: inout FigureTable, _ numbers: (Int, Int), _ change: (inout FigureTable.Cell) -> Void
  ) -> (Int, Int) {
    let first = table.add(.init(value: numbers.0, fate: .withheld, isOneRecord: true))
    var other = FigureTable.Cell(value: numbers.1, fate: .withheld, isOneRecord: true)
    change(&other)
    let second = table.add(other)
    let total = table.add(.init(value: numbers.0 + numbers.1, fate: .known))
    table.tie(total, toSumOf: [first, second])
    return (first, second)
  }

  @Test("the error names the figures of all parts that no sum connects, in the order of the table")
  func everyPart() async throws {
    var table = FigureTable()
    var lost: [Int] = []
    for number in 1...12 {
      let pair = tied(&table, (number, 3 * number)) { _ in }
      lost.append(pair.1)
      let parts = [2, 30, 40].map { table.add(.init(value: $0, fate: $0 < 5 ? .withheld : .open)) }
      table.tie(table.add(.init(value: 72)), toSumOf: parts)
    }
    await #expect(throws: WithholdingError.unprotected(cells: lost)) {
      try await WithholdingPlan(table, threshold: 5)
    }
  }

  @Test("an insider's figure tells another one, whichever of them stands first")
  func order() async throws {
    var table = FigureTable()
    // The second is withheld only because it was before; whoever knows its record learns the first.
    let pair = tied(&table, (3, 41)) { $0.isKept = true }
    await #expect(throws: WithholdingError.unprotected(cells: [pair.0])) {
      try await WithholdingPlan(table, threshold: 5)
    }
  }

  @Test("an insider's own figure does not hide from the plan that another insider learns it")
  func otherInsider() async throws {
    var table = FigureTable()
    let pair = tied(&table, (3, 41)) { $0.isKept = true }
    // The first under another name, and before all others.
    let name = table.add(.init(value: 3, fate: .withheld, isOneRecord: true))
    let rest = table.add(.init(value: 41, fate: .withheld))
    for part in [pair.0, name] {
      table.tie(table.add(.init(value: 44, fate: .known)), toSumOf: [part, rest])
    }
    await #expect(throws: WithholdingError.unprotected(cells: [pair.0, name, rest])) {
      try await WithholdingPlan(table, threshold: 5)
    }
  }
}
