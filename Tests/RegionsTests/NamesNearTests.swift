import Regions
import Testing

@Suite("P6: misspelled names match nothing, and the nearest shipped places are proposed")
struct NamesNearTests {
  private let catalog: RegionCatalog
  private let names: RegionNames

  init() throws {
    catalog = try ShippedNames.catalog.get()
    names = try ShippedNames.names.get()
  }

  @Test(
    "the place meant comes first of at most three",
    arguments: [
      ("Idlin", nil, nil, "SY07"), ("Idlin", Level.governorate, nil, "SY07"),
      ("Alepo", .governorate, nil, "SY02"),
      ("Tartuss", nil, nil, "SY10"), ("Deir Azzour", .governorate, nil, "SY09"),
      ("As Suwaida", .governorate, nil, "SY13"), ("Salamiyahh", .district, nil, "SY0503"),
      ("Hamaa", nil, nil, "SY05"), ("Qamishly", nil, nil, "SY0802"),
      ("Kafr Nabal", nil, "SY07", "SY070203"), ("اللذقية", .governorate, nil, "SY06"),
      ("محافظة حمس", nil, nil, "SY04"), ("ادلبب", nil, nil, "SY07"),
      ("دير الزورر", .governorate, nil, "SY09"), ("السوداء", .governorate, nil, "SY13"),
      ("حي الوعرر", nil, "SY0401", "N0246"), ("حلبب", .governorate, nil, "SY02"),
    ] as [(String, Level?, RegionID?, String)])
  func proposals(name: String, level: Level?, parent: RegionID?, wanted: String) {
    #expect(names.answer(name, level: level, in: parent, of: catalog) == "?")
    let scope = parent.flatMap(catalog.number(of:))
    let near = names.candidates(near: name, limit: 3, level: level, within: scope)
    #expect(near.first?.code == wanted, "\(near.map(names.label(of:)))")
    #expect((1...3).contains(near.count) && Set(near).count == near.count)
  }

  @Test(
    "an alias that only the city has brings its governorate along",
    arguments: ["Dimashq Governorate", "Dimashk Governorate"])
  func cityAlias(name: String) {
    #expect(names.candidates(near: name, limit: 3, level: .governorate).contains("SY01"))
  }

  @Test("what is no misspelled name has no proposals", arguments: ["Hama or Idlib", "36.2", "؟"])
  func none(text: String) {
    #expect(names.candidates(near: text, limit: 3).isEmpty)
  }

  @Test(
    "a proposal says its level and the region around it",
    arguments: [
      ("SY07", "Idlib (SY07, governorate)"),
      (
        "SY0802",
        "Al-Qamishli (SY0802, district in "
          + "Al-Hasakah)"
      ), ("N0271", "Wadi al-Dahab (N0271, neighborhood in Homs)"),
      ("C2763", "Adlein (C2763, settlement in Tall Kalakh)"), ("X1", "X1"),
    ])
  func labels(id: String, label: String) {
    #expect(names.label(of: RegionID(id)) == label)
  }
}
