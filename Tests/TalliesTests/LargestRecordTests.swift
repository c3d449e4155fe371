import Records
import Testing

@testable import Tallies

@Suite("D2: the largest record of a sum")
struct LargestRecordTests {
  private func sum(_ numbers: [Int]) throws -> Sum {
    var sum = Sum()
    for number in numbers { try sum.add(.exactly(number)) }
    return sum
  }

  @Test("it is the same, however the records are put together")
  func merging() throws {
    let whole = try sum([3, 40, 7, 12])
    #expect(whole.largest == Quantity(40))
    for cut in 0...4 {
      let numbers = [3, 40, 7, 12]
      var merged = try sum(Array(numbers[cut...]))
      try merged.add(try sum(Array(numbers[..<cut])))
      #expect(merged == whole)
    }
  }

  @Test("a record without a best number contributes nothing to it")
  func unknown() throws {
    var sum = try sum([2])
    try sum.add(Figure(low: Quantity(9), best: nil, high: nil))
    #expect(sum.largest == Quantity(2))
  }
}
