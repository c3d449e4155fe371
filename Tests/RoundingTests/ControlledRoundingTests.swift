import Testing

@testable import Rounding

@Suite("Controlled rounding")
struct ControlledRoundingTests {
  @Test(
    "A table of two ways goes to multiples beside its figures, and every sum holds",
    arguments: 1...12 as ClosedRange<UInt64>)
  func twoWays(_ seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    let tiny = TinyRounding.block(
      random.layers((1, 3, 3), most: 12), base: [3, 5, 7][Int(seed % 3)], seed: seed)
    let rounding = try ControlledRounding(tiny.table)
    #expect(rounding.furtherCount == 0)
    #expect(tiny.roundings.contains(rounding.multiples))
  }

  @Test(
    "A table of three ways goes to multiples beside its figures where any such table exists; only where none does may figures go further, and by one multiple",
    arguments: 1...16 as ClosedRange<UInt64>)
  func threeWays(_ seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    let tiny = TinyRounding.block(random.layers((2, 2, 2), most: 9), base: 5, seed: seed)
    let further = try ControlledRounding(tiny.table, mayGoFurther: true)
    #expect(tiny.holds(further.multiples))
    if tiny.roundings.isEmpty {
      #expect(throws: RoundingError.self) { try ControlledRounding(tiny.table) }
      #expect(further.furtherCount > 0)
    } else {
      #expect(tiny.roundings.contains(try ControlledRounding(tiny.table).multiples))
      #expect(tiny.roundings.contains(further.multiples))
    }
  }

  /// Causey, Cox and Ernst (1985): every face holds two halves, so one of each two goes up; but no
  /// choice among four figures takes one of every two.
  @Test("A linked table that no adjacent multiples fit is refused, or goes one multiple further")
  func impossibleBeside() throws {
    let tiny = TinyRounding.block([[[1, 0], [0, 1]], [[0, 1], [1, 0]]], base: 2)
    #expect(tiny.roundings.isEmpty)
    #expect(throws: RoundingError.self) { try ControlledRounding(tiny.table) }
    let rounding = try ControlledRounding(tiny.table, mayGoFurther: true)
    #expect(rounding.furtherCount > 0 && tiny.holds(rounding.multiples))
    for (cell, multiple) in zip(tiny.table.cells, rounding.multiples) {
      #expect(cell.lower - 1...cell.upper + 1 ~= multiple && multiple >= 0)
      if cell.upper == 0 { #expect(multiple == 0) }
    }
  }

  /// What protection rests on: whoever does not know the draws cannot rule any of them out.
  @Test("Every table of adjacent multiples that adds up is what some draws lead to")
  func allPossible() throws {
    let layers = [[[1, 3], [3, 4]]]
    let possible = Set(TinyRounding.block(layers, base: 5).roundings)
    var found: Set<[Int]> = []
    for seed in 1...200 as ClosedRange<UInt64> {
      let tiny = TinyRounding.block(layers, base: 5, seed: seed &* 77)
      found.insert(try ControlledRounding(tiny.table).multiples)
    }
    #expect(possible.count > 3 && found == possible)
  }

  @Test("Over many draws a figure is on average near what it was")
  func unbiased() throws {
    let layers = [[[1, 7], [2, 12]]]
    let count = 200
    var sums = Array(repeating: 0.0, count: 27)
    var values: [Int] = []
    for seed in 1...UInt64(count) {
      let tiny = TinyRounding.block(layers, base: 5, seed: seed &* 1013)
      values = tiny.values
      for (cell, multiple) in try ControlledRounding(tiny.table).multiples.enumerated() {
        sums[cell] += Double(multiple * 5)
      }
    }
    // One rounding deviates by 2.5 at most, so the mean of 200 by 0.18; the rest is what figures
    // give way to one another.
    for (value, sum) in zip(values, sums) { #expect(abs(sum / Double(count) - Double(value)) < 1) }
  }

  @Test("What is a multiple stays, a zero above all")
  func multiplesStay() throws {
    var tiny = TinyRounding(base: 5)
    let parts = [tiny.add(0), tiny.add(10), tiny.add(3), tiny.add(4)]
    let total = tiny.add(17)
    tiny.tie(total, toSumOf: parts)
    let rounding = try ControlledRounding(tiny.table)
    #expect(rounding.multiples[0] == 0 && rounding.multiples[1] == 2)
    #expect([3, 4].contains(rounding.multiples[4]) && tiny.holds(rounding.multiples))
  }

  @Test("A sum of one part is that part, whatever each is pulled to", arguments: 1...8)
  func samePart(_ seed: UInt64) throws {
    var tiny = TinyRounding(base: 5)
    let part = tiny.add(7, seed: seed, stage: 2)
    let whole = tiny.add(7, seed: seed, stage: 1)
    let top = tiny.add(7, seed: seed)
    tiny.tie(whole, toSumOf: [part, tiny.add(0)])
    tiny.tie(top, toSumOf: [whole])
    #expect(Set(try ControlledRounding(tiny.table).multiples.prefix(3)).count == 1)
  }

  @Test("What is at least as large as another stays so", arguments: 1...8)
  func bounds(_ seed: UInt64) throws {
    var table = RoundingTable()
    let large = table.add(.init(lower: 1, upper: 2, share: 0.5, seed: seed))
    let small = table.add(.init(lower: 1, upper: 2, share: 0.5, seed: seed &* 31))
    table.tie(large, isAtLeast: small)
    let multiples = try ControlledRounding(table).multiples
    #expect(multiples[large] >= multiples[small])
  }

  @Test("A stage leaves room for those after it", arguments: 1...6 as ClosedRange<UInt64>)
  func stages(_ seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    let tiny = TinyRounding.block(random.layers((5, 6, 7), most: 20), base: 5, seed: seed)
    let rounding = try ControlledRounding(tiny.table)
    #expect(tiny.holds(rounding.multiples))
    for (cell, multiple) in zip(tiny.table.cells, rounding.multiples) {
      #expect(cell.lower...cell.upper ~= multiple)
    }
  }

  @Test("Rules that no multiples can hold are refused, and the figures named")
  func contradiction() {
    var table = RoundingTable()
    let one = table.add(.init(lower: 1, upper: 1))
    let other = table.add(.init(lower: 5, upper: 5))
    table.tie(other, toSumOf: [one])
    #expect(throws: RoundingError.self) { try ControlledRounding(table) }
  }
}
