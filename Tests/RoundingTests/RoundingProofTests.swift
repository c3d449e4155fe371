import Testing

@testable import Rounding

@Suite("The proof of rounded figures")
struct RoundingProofTests {
  private func proof(_ tiny: TinyRounding, _ multiples: [Int], k: Int) throws -> RoundingProof {
    try RoundingProof(rules: tiny.table.rules, multiples: multiples, base: tiny.base, threshold: k)
  }

  @Test(
    "Every figure of a tiny table takes k values or more over all tables that would be shown alike, near zero as well",
    arguments: 1...6 as ClosedRange<UInt64>)
  func exhaustive(_ seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    let tiny = TinyRounding.block(random.layers((1, 2, 2), most: 9), base: 5, seed: seed)
    let multiples = try ControlledRounding(tiny.table).multiples
    let proof = try proof(tiny, multiples, k: 5)
    #expect(proof.broken.isEmpty && proof.isWide.allSatisfy { $0 })
    let truths = tiny.truths(of: multiples)
    #expect(truths.contains(tiny.values))
    for cell in tiny.values.indices {
      let values = Set(truths.map { $0[cell] })
      #expect(values.count >= 5)
      // A rounded 0 may be 0 to 4.
      if multiples[cell] == 0 { #expect(values == [0, 1, 2, 3, 4]) }
    }
  }

  @Test("Of figures whose sum does not hold nothing is shown")
  func broken() throws {
    var tiny = TinyRounding(base: 5)
    let total = tiny.add(10)
    tiny.tie(total, toSumOf: [tiny.add(5), tiny.add(5)])
    #expect(try proof(tiny, [2, 1, 1], k: 5).isWide == [true, true, true])
    let proof = try proof(tiny, [2, 1, 2], k: 5)
    #expect(proof.broken == [0] && proof.isWide == [false, false, false])
  }

  @Test("A figure that rules settle is not shown to be wide")
  func settled() throws {
    var tiny = TinyRounding(base: 5)
    let (whole, part, rest) = (tiny.add(5), tiny.add(5), tiny.add(0))
    tiny.tie(whole, toSumOf: [part, rest])
    tiny.tie(whole, toSumOf: [part])
    #expect(try proof(tiny, [1, 1, 0], k: 5).isWide == [true, true, false])
  }

  @Test("A bound gives way as far as it has room, and no further")
  func bounds() throws {
    var table = RoundingTable()
    let (large, small) = (
      table.add(.init(lower: 2, upper: 2)), table.add(.init(lower: 1, upper: 1))
    )
    table.tie(large, isAtLeast: small)
    let roomy = try RoundingProof(rules: table.rules, multiples: [2, 1], base: 5, threshold: 5)
    #expect(roomy.isWide == [true, true])
    // Both grow together where the smaller cannot alone; and where the larger is held, not at all.
    let tight = try RoundingProof(rules: table.rules, multiples: [1, 1], base: 5, threshold: 5)
    #expect(tight.isWide == [true, true])
    table.add(RoundingTable.Rule([RoundingTable.Rule.Term(large, times: 1)]))
    let held = try RoundingProof(rules: table.rules, multiples: [0, 0], base: 5, threshold: 5)
    #expect(held.isWide == [false, false])
  }

  /// Of two sums of the same, only one part of the second is part of the first.
  @Test("A linear program finds what may grow together as well")
  func program() throws {
    var tiny = TinyRounding(base: 5)
    let (one, other, whole) = (tiny.add(5), tiny.add(5), tiny.add(10))
    tiny.tie(whole, toSumOf: [one, other])
    tiny.tie(tiny.add(5), toSumOf: [other])
    var program = try RoundingLiftProgram(
      tiny.table.rules, numbers: [5, 5, 10, 5], mayGrow: [true, true, true, true], growth: 4)
    #expect(try program.around(one) == [0, 2])
    #expect(try program.around(other) == [1, 2, 3])
    var held = try RoundingLiftProgram(
      tiny.table.rules, numbers: [5, 5, 10, 5], mayGrow: [true, true, false, true], growth: 4)
    #expect(try held.around(one) == nil)
  }

  @Test("A base below k shows nothing")
  func smallBase() throws {
    let proof = try RoundingProof(rules: [], multiples: [1, 2], base: 4, threshold: 5)
    #expect(proof.isWide == [false, false])
  }
}
