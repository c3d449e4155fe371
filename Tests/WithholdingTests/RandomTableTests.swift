import Testing
import Withholding
import WithholdingSamples

@Suite("D3, D4: withholding in random tables")
struct RandomTableTests {
  /// A sparse table of a few rows and columns, mostly of small numbers and zeros.
  private func matrix(_ seed: Int) -> TinyTable {
    var state = UInt64(seed)
    func below(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let (height, breadth) = (2 + below(2), 2 + below(2))
    let rows = (0..<height).map { _ in
      (0..<breadth).map { _ in below(2) == 0 ? 0 : 1 + below(7) }
    }
    return .matrix(rows, threshold: 3)
  }

  @Test("every withheld figure takes k values, by trying all tables", arguments: 1...40)
  func exhaustive(seed: Int) async throws {
    let tiny = matrix(seed)
    let plan = try await WithholdingPlan(
      tiny.table, threshold: tiny.threshold, guardsInsiders: false)
    let possible = tiny.possible(plan.isHidden, cap: 9)
    for (cell, values) in possible.enumerated() where plan.isHidden[cell] {
      #expect(values.count >= tiny.threshold, "cell \(cell) can only be \(values.sorted())")
    }
    for (cell, figure) in tiny.table.cells.enumerated() {
      #expect(figure.fate != .withheld || plan.isHidden[cell])
    }
  }

  private func country(_ seed: UInt64) -> SampleCountry {
    .small([3, 7], categories: 2, records: 80, seed: seed)
  }

  @Test("what is withheld does not depend on the numbers withheld", arguments: [1, 2])
  func nonInterference(seed: UInt64) async throws {
    let table = country(seed).table().table
    let plan = try await WithholdingPlan(table, threshold: 5)
    let above = sumsAbove(table)
    let inner = table.cells.indices.filter {
      plan.isHidden[$0] && !table.sums.map(\.parent).contains($0)
    }
    var tried = 0
    // One person more in one withheld figure and one less in another, where nothing shown moves.
    for raised in inner {
      for lowered in inner where lowered != raised && tried < 2 {
        var cells = table.cells
        for cell in above[raised] { cells[cell].value += 1 }
        for cell in above[lowered] { cells[cell].value -= 1 }
        let isQuiet = cells.indices.allSatisfy { cell in
          cells[cell].value == table.cells[cell].value
            || plan.isHidden[cell] && cells[cell].value >= (cells[cell].fate == .withheld ? 1 : 5)
        }
        guard isQuiet else { continue }
        tried += 1
        var other = FigureTable()
        for cell in cells { _ = other.add(cell) }
        for sum in table.sums { other.tie(sum.parent, toSumOf: sum.parts) }
        #expect(try await WithholdingPlan(other, threshold: 5).isHidden == plan.isHidden)
      }
    }
    #expect(tried > 0)
  }

  /// For each cell, itself and every sum that it is in.
  private func sumsAbove(_ table: FigureTable) -> [Set<Int>] {
    var direct: [Int: [Int]] = [:]
    for sum in table.sums {
      for part in sum.parts { direct[part, default: []].append(sum.parent) }
    }
    return table.cells.indices.map { cell in
      var (seen, open) = (Set<Int>(), [cell])
      while let next = open.popLast() {
        if seen.insert(next).inserted { open += direct[next] ?? [] }
      }
      return seen
    }
  }

  @Test("the same table gives the same plan, however many parts are worked on at once")
  func deterministic() async throws {
    var country = country(3)
    country.indicators = 3
    let table = country.table().table
    let first = try await WithholdingPlan(table, threshold: 5)
    #expect(try await WithholdingPlan(table, threshold: 5).isHidden == first.isHidden)
  }
}
