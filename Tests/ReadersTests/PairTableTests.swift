import Testing

@testable import Readers

@Suite("Pairs of numbers get numbers as a dictionary would give them")
struct PairTableTests {
  /// The pairs of a hostile file: small ones, wide ones, long ones, and all at once.
  private static let shapes: [(firsts: Int, seconds: Int)] = [
    (1, 1), (3, 2), (40, 300), (300, 40), (5000, 3), (3, 5000), (2000, 2000),
  ]

  @Test("in a grid, in a hash table, and where one becomes the other", arguments: shapes.indices)
  func sameNumbers(shape: Int) {
    let (firsts, seconds) = Self.shapes[shape]
    var chance = Numbers(state: UInt64(shape) + 1)
    for limit in [0, 64, 4096, 1 << 20] {
      var table = PairTable(largestGrid: limit)
      var known: [[Int]: Int] = [:]
      for _ in 0..<4000 {
        let pair = [
          Int.random(in: 0..<firsts, using: &chance), Int.random(in: 0..<seconds, using: &chance),
        ]
        let expected = known[pair] ?? known.count
        known[pair] = expected
        #expect(table.number(of: pair[0], pair[1]) == expected)
      }
      #expect(table.count == known.count)
    }
  }
}

/// Numbers that are the same in every run (D. Knuth's MMIX generator).
private struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
