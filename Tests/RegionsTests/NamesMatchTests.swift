import Regions
import Testing

@Suite("P6: which place a shared name means")
struct NamesMatchTests {
  private let catalog: RegionCatalog
  private let names: RegionNames

  init() throws {
    catalog = try SmallCountry.catalog()
    names = RegionNames(catalog)
  }

  @Test(
    "the highest level, a settlement below the subdistricts and above the neighborhoods",
    arguments: [
      ("North", nil, nil, "G1"), ("North", Level.district, nil, "D1"),
      ("North", .subdistrict, nil, "S1"), ("North", .neighborhood, nil, "C1"),
      ("Mill", nil, nil, "C2"), ("Mill", .neighborhood, "S1", "N1"), ("Plain", nil, nil, "Z2"),
      ("Plain", .governorate, nil, "?"),
    ] as [(String, Level?, RegionID?, String)])
  func highest(name: String, level: Level?, parent: RegionID?, answer: String) {
    #expect(names.answer(name, level: level, in: parent, of: catalog) == answer)
  }

  @Test("two names of one place are one candidate")
  func twoNames() {
    #expect(names.answer("NORTH", in: "S1", of: catalog) == "C1")
  }

  @Test(
    "several places of the best level are ambiguous, within the scope",
    arguments: [
      ("Al-Jabal", nil, "D2 D3"), ("Al-Jabal", "G2", "D3"), ("Jabal", nil, "D2 D3"),
      ("Jabal", "G1", "D2"), ("Jabal District", "G1", "D2"), ("Spring", nil, "C3 C4"),
      ("Mill", "S2", "C2"), ("حي Mill", nil, "N1 N2"), ("Mill neighborhood", "S1", "N1"),
    ] as [(String, RegionID?, String)])
  func ambiguous(name: String, parent: RegionID?, answer: String) {
    #expect(names.answer(name, in: parent, of: catalog) == answer)
  }

  @Test(
    "a parent is not inside itself, but stands for itself where nothing below it fits",
    arguments: [
      ("North", "SY", "G1"), ("North", "G1", "D1"), ("North", "D1", "S1"), ("North", "S1", "C1"),
      ("River", "S2", "S2"), ("North", "G2", "?"), ("River", "G2", "?"),
    ] as [(String, RegionID, String)])
  func scope(name: String, parent: RegionID, answer: String) {
    #expect(names.answer(name, in: parent, of: catalog) == answer)
  }

  @Test("a zone narrows the search to the regions that it wholly covers")
  func zoneScope() {
    #expect(names.answer("North", in: "Z1", of: catalog) == "S1")
    #expect(names.answer("Mill", in: "Z1", of: catalog) == "N1")
    #expect(names.answer("River", in: "Z1", of: catalog) == "?")
  }

  @Test(
    "a word for the kind of place says the level, and never against the record",
    arguments: [
      ("North District", nil, "D1"), ("district of North", nil, "D1"), ("North city", nil, "C1"),
      ("محافظة الجنوب", nil, "G2"), ("North District", Level.district, "D1"),
      ("North District", .governorate, "?"), ("The Mountain", nil, "D2"),
      ("The Mountain City", nil, "?"),
    ] as [(String, Level?, String)])
  func kinds(name: String, level: Level?, answer: String) {
    #expect(names.answer(name, level: level, of: catalog) == answer)
  }

  @Test(
    "the country's own names, and places abroad",
    arguments: [
      ("Syria", nil, nil, "SY"), ("سورية", nil, nil, "SY"), ("Syria", Level.country, nil, "SY"),
      ("Syria", nil, "SY", "SY"), ("Syria", nil, "G1", "?"), ("Syria", .governorate, nil, "SY"),
      ("Lebanon", nil, nil, "!LBN"), ("Lebanon", .governorate, nil, "!LBN"),
      ("Lebanon", nil, "SY", "?"), ("خارج سورية", nil, nil, "!ABROAD"),
    ] as [(String, Level?, RegionID?, String)])
  func countries(name: String, level: Level?, parent: RegionID?, answer: String) {
    #expect(names.answer(name, level: level, in: parent, of: catalog) == answer)
  }

  @Test("candidates near a misspelling come nearest first, then by level and id, up to the limit")
  func near() {
    // District, subdistrict and town of the name lie in the governorate of the name.
    #expect(names.candidates(near: "Nortj", limit: 9) == ["G1"])
    #expect(names.candidates(near: "Nortj", limit: 9, level: .district) == ["D1", "G1"])
    #expect(names.candidates(near: "Nortj", limit: 1, level: .subdistrict) == ["S1"])
    #expect(names.candidates(near: "Nroth District", limit: 1, level: .district) == ["D1"])
    #expect(names.candidates(near: "Noth", limit: 1) == ["G1"])
    #expect(names.candidates(near: "xxxxxxxx", limit: 9).isEmpty)
    #expect(names.candidates(near: "", limit: 9).isEmpty)
    #expect(names.candidates(near: "North", limit: 0).isEmpty)
  }
}
