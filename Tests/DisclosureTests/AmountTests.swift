import Testing

@testable import Disclosure

@Suite("Amounts of a release")
struct AmountTests {
  @Test(
    "F8: the difference of printed figures is exact, to six decimal places and twenty digits",
    arguments: [
      ("3", "1", "2"), ("1", "3", "-2"), ("0.3", "0.1", "0.2"), ("2.25", "10.25", "-8"),
      ("-5", "-5", "0"), ("0.000001", "0", "0.000001"), ("-0.5", "0.25", "-0.75"),
      ("99999999999999999999", "0.000001", "99999999999999999998.999999"),
      // Printed as 0.333333 and 0.666667; and as 0.000002 and 0, as halves go to the even digit.
      ("0.33333333333", "0.66666666666", "-0.333334"), ("0.0000015", "0.0000005", "0.000002"),
      ("-0.0000015", "-0.0000025", "0"),
    ])
  func differences(left: String, right: String, difference: String) throws {
    let left = try #require(Release.Amount(text: left))
    let right = try #require(Release.Amount(text: right))
    #expect(left.subtracting(right)?.text == difference)
  }

  @Test("other texts are refused", arguments: ["1e5", "1.2.3", "x", "", "100000000000000000000"])
  func refused(text: String) {
    #expect(Release.Amount(text: text) == nil)
  }
}
