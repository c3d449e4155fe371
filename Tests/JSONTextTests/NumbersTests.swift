import Foundation
import JSONText
import Testing

/// The value that the parser gives a number.
private func read(_ text: String) throws(JSONError) -> Double {
  var parser = JSONParser(Array(text.utf8))
  return try parser.nextNumber()
}

/// The same by the C library, which rounds correctly.
private func byC(_ text: String) -> Double {
  unsafe strtod(text, nil)
}

private func written(_ value: Double) throws -> String {
  var writer = JSONWriter()
  try writer.number(value)
  return String(decoding: writer.drain(), as: UTF8.self)
}

private func written(_ value: Double, places: Int) throws -> String {
  var writer = JSONWriter()
  try writer.number(value, places: places)
  return String(decoding: writer.drain(), as: UTF8.self)
}

@Suite("Numbers")
struct NumbersTests {
  /// Hard cases of rounding: halves between two doubles and their neighbours, the ends of the
  /// range, and the borders of the fast paths. The bits are those of the C library's `strtod`.
  static let hard = [
    "0", "-0", "0.0e5", "1", "-1", "9007199254740991", "9007199254740992", "9007199254740993",
    "9007199254740993.0", "9007199254740995", "18446744073709551615", "18446744073709551616",
    "18446744073709551614999", "900719925474099.3", "90071992547409.93", "36.123456789012345",
    "36.1234567890123456789", "0.1234567890123456789", "0.00000000000000012345678901234567",
    "1e22", "1e23", "9007199254740993e22", "123456789012345678e-19", "123456789012345678e-20",
    "8.41e21", "9.5367431640625e-7", "1.00000000000000011102230246251565404",
    "1.000000000000000111022302462515654", "1.7976931348623157e308", "4.9e-324", "2.4703e-324",
    "2.2250738585072011e-308", "2.2250738585072014e-308", "1e-999", "-1e-999", "0e999999999",
    "0.000000000000000000000000000000000000000000001e45", "1E+2", "1e-0005", "123.456e00000000002",
  ]

  @Test("A number is the nearest double, as the C library reads it", arguments: hard)
  func correctlyRounded(text: String) throws {
    #expect(try read(text).bitPattern == byC(text).bitPattern)
  }

  @Test("100,000 random decimals of up to 20 digits are the nearest double")
  func randomDecimals() throws {
    var random = SeededGenerator(seed: 20_261_123)
    for _ in 0..<100_000 {
      let digits = String(
        UInt64.random(in: 1...UInt64.max, using: &random) >> UInt64.random(in: 0...60))
      let places = Int.random(in: 0...digits.count, using: &random)
      let whole = places < digits.count ? digits.dropLast(places) : "0"
      let text = places > 0 ? "\(whole).\(digits.suffix(places))" : "\(whole)"
      let value = try read(text)
      try #require(value.bitPattern == byC(text).bitPattern, "\(text)")
    }
  }

  @Test("100,000 random doubles are read back with the same bits")
  func roundTrip() throws {
    var random = SeededGenerator(seed: 7)
    var written = 0
    while written < 100_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      var writer = JSONWriter()
      try writer.number(value)
      let text = String(decoding: writer.drain(), as: UTF8.self)
      try #require(try read(text).bitPattern == value.bitPattern, "\(text)")
      written += 1
    }
  }

  @Test("100,000 random coordinates and counts are read back with the same bits")
  func roundTripOfPlainValues() throws {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<100_000 {
      let scale = pow(10, Double.random(in: -9...22, using: &random))
      let value = Double.random(in: -1...1, using: &random) * scale
      let text = try written(value)
      try #require(try read(text).bitPattern == value.bitPattern, "\(text)")
      try #require(!text.contains("e") || abs(value) < 1e-7 || abs(value) >= 1e21, "\(text)")
    }
  }

  static let shortest: [(Double, String)] = [
    (5, "5"), (-5, "-5"), (0, "0"), (-0.0, "-0"), (0.1, "0.1"), (-36.25, "-36.25"),
    (1e15, "1000000000000000"), (1e16, "10000000000000000"), (1.5e17, "150000000000000000"),
    (123_456_789_012_345_683_968, "123456789012345680000"), (1e20, "100000000000000000000"),
    (1e21, "1e+21"), (-1.5e300, "-1.5e+300"), (0.0001, "0.0001"), (0.00001, "0.00001"),
    (-1.25e-6, "-0.00000125"), (1e-7, "0.0000001"), (.leastNonzeroMagnitude, "5e-324"),
    (0.3 - 0.1, "0.19999999999999998"),
  ]

  @Test("A double is written as the shortest text, plainly where it can be", arguments: shortest)
  func shortestText(value: Double, text: String) throws {
    #expect(try written(value) == text)
  }

  static let rounded: [(Double, Int, String)] = [
    (36.123456789, 6, "36.123457"), (-36.1234564, 6, "-36.123456"), (36.5, 6, "36.5"),
    (36, 6, "36"), (-0.0, 6, "0"), (-0.0000004, 6, "0"), (0.0000005, 6, "0"),
    (0.0000015, 6, "0.000002"),
    (0.0000025, 6, "0.000003"), (0.99999999, 6, "1"), (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"),
    (0.125, 2, "0.12"), (0.375, 2, "0.38"), (1.005, 2, "1"), (2.675, 2, "2.67"), (-0.05, 1, "-0.1"),
    (100, 2, "100"),
    (1e15, 6, "1000000000000000"), (1e300, 2, "1e+300"), (0.000001, 6, "0.000001"),
    (179.999999, 6, "179.999999"),
  ]

  @Test("A coordinate is rounded to its places without trailing zeros", arguments: rounded)
  func roundedText(value: Double, places: Int, text: String) throws {
    #expect(try written(value, places: places) == text)
  }

  @Test("Rounding agrees with the C library's exact printf for 100,000 random values")
  func roundedAsPrintf() throws {
    var random = SeededGenerator(seed: 9)
    for step in 0..<100_000 {
      let places = Int.random(in: 0...9, using: &random)
      var value = Double.random(in: -180...180, using: &random)
      if step % 2 == 0 { value = (value * 1e7).rounded() / 1e7 }
      if step % 5 == 0 { value = (value * 1024).rounded() / 1024 }
      var expected = String(format: "%.\(places)f", value)
      if places > 0 {
        while expected.hasSuffix("0") { expected.removeLast() }
        if expected.hasSuffix(".") { expected.removeLast() }
      }
      if expected == "-0" { expected = "0" }
      let text = try written(value, places: places)
      try #require(text == expected, "\(value) to \(places)")
    }
  }

  @Test(
    "Infinite figures and NaN are never written", arguments: [Double.infinity, -.infinity, .nan])
  func notFinite(value: Double) throws {
    var writer = JSONWriter()
    let error = #expect(throws: JSONNotFinite.self) { try writer.number(value) }
    #expect(error?.text == "\(value)")
    #expect(throws: JSONNotFinite.self) { try writer.number(value, places: 6) }
    #expect(writer.count == 0)
    writer.null()
    #expect(writer.drain() == Array("null".utf8))
  }

  static let integers: [(String, Int?)] = [
    ("5", 5), ("5.0", 5), ("5e0", 5), ("-12e2", -1200), ("9223372036854775807", .max),
    ("-9223372036854775808", .min),
    ("9223372036854775808", nil), ("5.5", nil), ("1e300", nil), ("-0", 0),
  ]

  @Test("A whole number is known as one, however it is written", arguments: integers)
  func wholeNumbers(text: String, int: Int?) throws {
    let number = try #require(JSONNumber(text))
    #expect(number.int == int)
    var writer = JSONWriter()
    writer.number(number)
    #expect(writer.drain() == Array(text.utf8))
  }

  @Test(
    "Text that is not a number makes none",
    arguments: ["", " 1", "1 ", "1\n", "01", "1e999", "[1]", "1,", "1 2", "NaN"])
  func malformed(text: String) {
    #expect(JSONNumber(text) == nil)
  }

  @Test(
    "Whole numbers are written to the last digit", arguments: [0, 7, -7, 1_000_000, Int.max, .min])
  func writesIntegers(value: Int) {
    var writer = JSONWriter()
    writer.number(value)
    #expect(String(decoding: writer.drain(), as: UTF8.self) == "\(value)")
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
