import Regions
import Testing

@Suite("Levels compare from coarse to fine and are read from words")
struct LevelTests {
  @Test(
    "words for levels",
    arguments: [
      ("governorate", Level.governorate), ("Governorate", .governorate), ("ADM1", .governorate),
      ("admin2", .district), ("mantika", .district), ("3", .subdistrict),
      ("Sub-District", .subdistrict), ("nahya", .subdistrict), ("neighbourhood", .neighborhood),
      ("country", .country), ("0", .country), ("", nil), ("adm5", nil), ("town", nil),
    ])
  func words(word: String, level: Level?) {
    #expect(Level(word: word) == level)
  }

  @Test("every level is read back from its own name", arguments: Level.allCases)
  func names(level: Level) {
    #expect(Level(word: level.name) == level)
  }

  @Test("coarse levels are smaller than fine ones")
  func order() {
    #expect(Level.allCases.sorted() == [.country] + Level.layered)
    #expect(Level.governorate < .district && Level.subdistrict < .neighborhood)
  }
}
