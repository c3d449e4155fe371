import Records
import Testing

@Suite("Quantities are read from and written as decimal numbers")
struct QuantityTextTests {
  @Test(
    "numbers as they are read",
    arguments: [
      ("0", "0"), ("-0", "0"), ("+12", "12"), ("007", "7"), ("12.50", "12.5"), (".5", "0.5"),
      ("5.", "5"), ("-.25", "-0.25"), ("1000000", "1000000"),
      ("0.000000000000000001", "0.000000000000000001"),
      ("99999999999999999999", "99999999999999999999"),
      ("99999999999999999999.999999999999999999", "99999999999999999999.999999999999999999"),
      ("0000000000000000000000000000000000000000000000001", "1"),
      ("1.00000000000000000000000000000000000000000000", "1"),
    ])
  func read(text: String, expected: String) {
    #expect(Quantity(decimal: text.utf8)?.exactText == expected)
  }

  @Test(
    "more than 18 decimal places are rounded half to even",
    arguments: [
      ("0.0000000000000000004", "0"), ("0.0000000000000000005", "0"),
      ("0.0000000000000000015", "0.000000000000000002"),
      ("0.0000000000000000025", "0.000000000000000002"),
      ("0.00000000000000000250", "0.000000000000000002"),
      ("0.00000000000000000250000000000001", "0.000000000000000003"),
      ("0.0000000000000000006", "0.000000000000000001"),
      ("-0.0000000000000000015", "-0.000000000000000002"),
      ("3.33333333333333333333333333", "3.333333333333333333"),
      ("0.9999999999999999999", "1"),
    ])
  func rounded(text: String, expected: String) {
    #expect(Quantity(decimal: text.utf8)?.exactText == expected)
  }

  @Test(
    "text that is no number, or too large a one",
    arguments: [
      "", " ", "-", "+", ".", "-.", "--1", "+-1", "1-", "1.2.3", "1,234", "1 234", " 1", "1 ",
      "1e5", "0x10", "NaN", "inf", "٣", "½", "1_000", "12a", "100000000000000000000",
      "-100000000000000000000", "999999999999999999999999999999999999999999999999",
    ])
  func refused(text: String) {
    #expect(Quantity(decimal: text.utf8) == nil)
  }

  @Test(
    "numbers as they are written, rounded half to even",
    arguments: [
      ("3.333333333333333333", 6, "3.333333"), ("0.0000005", 6, "0"),
      ("0.0000015", 6, "0.000002"), ("0.0000025", 6, "0.000002"), ("0.00000250001", 6, "0.000003"),
      ("2.5", 0, "2"), ("3.5", 0, "4"), ("0.5", 0, "0"), ("-2.5", 0, "-2"), ("-0.4", 0, "0"),
      ("-3.5", 0, "-4"), ("9.9999999", 6, "10"), ("12.340", 6, "12.34"), ("1.05", 1, "1"),
      ("1.15", 1, "1.2"), ("100", 6, "100"), ("0.07", 2, "0.07"), ("-0.05", 18, "-0.05"),
    ])
  func written(text: String, places: Int, expected: String) throws {
    #expect(try #require(Quantity(decimal: text.utf8)).text(places: places) == expected)
  }

  @Test("the ends of the range are written in full")
  func ends() {
    #expect(Quantity(attos: .max).exactText == "170141183460469231731.687303715884105727")
    #expect(Quantity(attos: .min).exactText == "-170141183460469231731.687303715884105728")
    #expect(Quantity(attos: .min).text(places: 0) == "-170141183460469231732")
  }

  @Test("what is written is read back as the same number")
  func roundTrip() {
    var state: UInt64 = 20_261_123
    for shift in 0..<2000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let attos = Int128(Int64(bitPattern: state)) * (Int128(1) << Int128(shift % 60))
      let quantity = Quantity(attos: attos)
      #expect(Quantity(decimal: quantity.exactText.utf8) == quantity)
    }
  }
}
