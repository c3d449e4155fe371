import Disclosure
import Testing

@testable import Reports

@Suite("A difference of printed figures is exact")
struct DecimalTextTests {
  @Test(
    "to six decimal places and twenty digits",
    arguments: [
      ("3", "1", "2"), ("1", "3", "-2"), ("0.3", "0.1", "0.2"), ("2.25", "10.25", "-8"),
      ("-5", "-5", "0"), ("0.000001", "0", "0.000001"), ("-0.5", "0.25", "-0.75"),
      ("170141183460469231731", "0.000001", "170141183460469231730.999999"),
    ])
  func differences(left: String, right: String, difference: String) throws {
    let left = try #require(SampleRelease.amount(left))
    let right = try #require(SampleRelease.amount(right))
    #expect(DecimalText.difference(left, right)?.text == difference)
  }

  @Test("other texts are refused", arguments: ["1.2345678", "1e5", "1.2.3", "x", "+1"])
  func refused(text: String) {
    #expect(DecimalText(text) == nil)
  }
}
