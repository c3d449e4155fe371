import Regions
import Testing

@Suite("P2: region ids are ordered by their bytes")
struct RegionIDTests {
  @Test(
    "the smaller id",
    arguments: [
      ("SY01", "SY02"), ("SY1", "SY10"), ("SY10", "SY9"), ("N0001", "SY01"), ("", "A"),
      ("Z", "a"), ("z", "é"), ("é", "ع"),
      // In UTF-16 the first would stand behind the second.
      ("\u{FF21}", "\u{10000}"),
    ] as [(RegionID, RegionID)])
  func order(smaller: RegionID, larger: RegionID) {
    #expect(smaller < larger)
    #expect(!(larger < smaller))
  }

  @Test("codes are opaque: zeros and case make a difference")
  func opaque() {
    #expect(RegionID("SY1") != "SY01")
    #expect(RegionID("sy01") != "SY01")
    #expect(RegionID("SY01").description == "SY01")
  }
}
