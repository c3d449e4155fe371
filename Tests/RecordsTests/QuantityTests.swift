import Records
import Testing

@Suite("F8: quantities are summed exactly, with overflow checked")
struct QuantityTests {
  private static let largest = Quantity(attos: .max)

  private func quantity(_ text: String) throws -> Quantity {
    try #require(Quantity(decimal: text.utf8), "\(text)")
  }

  @Test("thirds of persons lose nothing in a sum")
  func exactSum() throws {
    let third = try quantity("0.333333333333333333")
    var sum = Quantity.zero
    for _ in 0..<3_000_000 { sum = try sum.adding(third) }
    #expect(sum.exactText == "999999.999999999999")
    #expect(try sum.subtracting(sum) == .zero)
  }

  @Test("a sum or difference that leaves the range is an error, not a wrong number")
  func overflow() throws {
    let least = Quantity(attos: 1)
    #expect(throws: QuantityOverflow()) { try Self.largest.adding(least) }
    #expect(throws: QuantityOverflow()) { try Quantity(attos: .min).subtracting(least) }
    #expect(throws: QuantityOverflow()) { try Quantity(attos: .min).adding(Quantity(attos: -1)) }
    #expect(try Self.largest.adding(.zero) == Self.largest)
    #expect(try Self.largest.subtracting(least).adding(least) == Self.largest)
  }

  @Test(
    "F3: products, rounded half to even at the 18th decimal place",
    arguments: [
      ("12", "5", "60"), ("3", "4.7", "14.1"), ("-3", "4.7", "-14.1"), ("-2", "-2", "4"),
      ("0", "5", "0"), ("0.5", "0.000000000000000001", "0"),
      ("1.5", "0.000000000000000001", "0.000000000000000002"),
      ("2.5", "0.000000000000000001", "0.000000000000000002"),
      ("-1.5", "0.000000000000000001", "-0.000000000000000002"),
      ("0.500000000000000001", "0.000000000000000001", "0.000000000000000001"),
      ("1000000000.5", "1000000000.5", "1000000001000000000.25"),
      ("13000000000", "13000000000", "169000000000000000000"),
    ])
  func product(left: String, right: String, expected: String) throws {
    #expect(try quantity(left).multiplied(by: try quantity(right)).exactText == expected)
    #expect(try quantity(right).multiplied(by: try quantity(left)).exactText == expected)
  }

  @Test("a product that leaves the range is an error")
  func productOverflow() throws {
    let two = Quantity(2)
    #expect(throws: QuantityOverflow()) { try Self.largest.multiplied(by: two) }
    #expect(throws: QuantityOverflow()) { try Self.largest.multiplied(by: Self.largest) }
    #expect(throws: QuantityOverflow()) { try Quantity(attos: .min).multiplied(by: two) }
    let one = Quantity(1)
    #expect(try Self.largest.multiplied(by: one) == Self.largest)
    #expect(throws: QuantityOverflow()) {
      try Self.largest.multiplied(by: Quantity(attos: one.attos + 1))
    }
  }

  @Test("a product that only rounding carries over the end of the range is an error")
  func productRoundedOver() throws {
    // Found by search: the product is (2^127 − 1) · 10^-18 and more than half of the last place.
    let left = Quantity(attos: 170_141_183_460_463_842_339_560_010_063_214_157_825)
    let right = Quantity(attos: 1_000_000_000_000_031_676)
    #expect(throws: QuantityOverflow()) { try left.multiplied(by: right) }
    let less = try left.subtracting(Quantity(attos: 1)).multiplied(by: right)
    #expect(less.attos > .max - 2)
  }

  @Test(
    "T1: the shares of an even spread add up to the whole exactly",
    arguments: [
      ("100", 3), ("1", 7), ("0.000000000000000005", 366), ("99999999999999999999", 366),
      ("10", 1), ("-100", 3), ("0", 31),
    ])
  func shares(text: String, days: Int) throws {
    let whole = try quantity(text)
    var sum = Quantity.zero
    var before = Quantity.zero
    for day in 1...days {
      let share = try whole.share(day, of: days)
      let part = try share.subtracting(before)
      #expect(part.attos.signum() * whole.attos.signum() >= 0)
      sum = try sum.adding(part)
      before = share
    }
    #expect(sum == whole)
    #expect(try whole.share(0, of: days) == .zero)
  }

  @Test("a share is cut off, not rounded")
  func cutOff() throws {
    #expect(try Quantity(2).share(1, of: 3).exactText == "0.666666666666666666")
    #expect(throws: QuantityOverflow()) { try Self.largest.share(2, of: 1) }
  }

  @Test("whole numbers stay whole as doubles")
  func approximate() throws {
    for number in stride(from: 1, through: 5_000_000, by: 997) {
      guard Quantity(number).approximate != Double(number) else { continue }
      Issue.record("\(number) became \(Quantity(number).approximate)")
    }
    #expect(try quantity("12.5").approximate == 12.5)
    #expect(try quantity("-0.1").approximate == -0.1)
    #expect(Quantity(1 << 53).approximate == 0x1p53)
  }

  @Test("whole numbers are told from fractions")
  func whole() throws {
    #expect(Quantity(-7).isWhole && Quantity.zero.isWhole)
    #expect(try !quantity("7.000000000000000001").isWhole)
    #expect(Quantity(.max).exactText == String(Int.max))
    #expect(Quantity(.min).exactText == String(Int.min))
    #expect(Quantity(2) < Quantity(10) && Quantity(-10) < Quantity(-2))
  }
}
