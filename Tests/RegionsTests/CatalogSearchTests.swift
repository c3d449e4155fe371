import Regions
import Testing

@Suite("The catalogue can be searched and each entry described")
struct CatalogSearchTests {
  @Test(
    "hits come by reason, then level, then id",
    arguments: [
      ("g1", ["G1 id"]), (" C 1", ["C1 id"]),
      ("north", ["G1 name", "D1 name", "S1 name", "C1 name"]),
      ("NORD", ["G1 alias", "D1 alias"]),
      ("الشمال", ["G1 name"]),
      ("Mi", ["C2 prefix", "N1 prefix", "N2 prefix"]),
      ("town", ["C1 part"]), ("jabal", ["D2 part", "D3 part"]), ("شمال", ["G1 part"]),
      ("Spring", ["C3 name", "C4 name"]), ("Valley", ["Z1 name"]), ("", []), ("-", []), ("xyz", []),
    ])
  func order(text: String, expected: [String]) throws {
    let hits = try SmallCountry.catalog().search(text)
    #expect(hits.map { "\($0.id) \($0.reason)" } == expected)
  }

  @Test("a hit says by which other name it was found")
  func otherName() throws {
    let catalog = try SmallCountry.catalog()
    let town = try #require(catalog.search("old town").first)
    #expect(town.name == "North" && town.alias == "Old Town of North")
    #expect(town.levelName == "settlement")
    #expect(catalog.search("Valley").first?.alias == nil)
    #expect(catalog.search("Valley").first?.levelName == "zone")
    #expect(catalog.search("الشمال").first?.alias == "الشمال")
  }

  @Test(
    "the shipped catalogue finds what people type",
    arguments: [
      ("SY06", "SY06", "governorate"), ("n0271", "N0271", "neighborhood"),
      ("C2528", "C2528", "settlement"), ("latakia", "SY06", "governorate"),
      ("اللاذقيه", "SY06", "governorate"), ("Ghab", "SYX-GHAB", "zone"),
      ("Kobani", "SY020600", "subdistrict"),
    ] as [(String, RegionID, String)])
  func shipped(text: String, id: RegionID, levelName: String) throws {
    let first = try #require(try ShippedNames.catalog.get().search(text).first)
    #expect(first.id == id && first.levelName == levelName)
  }

  @Test("the chain of a region ends with the country")
  func chain() throws {
    let catalog = try SmallCountry.catalog()
    let mill = try #require(catalog.number(of: "N1"))
    #expect(catalog.chain(of: mill).map { catalog[$0].id } == ["N1", "S1", "D1", "G1", "SY"])
    #expect(catalog.chain(of: .country) == [.country])
  }

  @Test("a region is described with all that is known of it")
  func describeRegion() throws {
    let found = try #require(try SmallCountry.catalog().describe("S1"))
    #expect(found.name == "North" && found.levelName == "subdistrict")
    #expect(found.parents.map(\.id) == ["D1", "G1", "SY"])
    #expect(found.parents.map(\.levelName) == ["district", "governorate", "country"])
    #expect(found.areaSquareKilometers == 12.5 && found.childCount == 1)
    #expect(found.population?.count == 100 && found.population?.year == 2004)
    #expect(found.provenance.license == "CC0-1.0")
    #expect(found.zones == ["Z1", "Z2"])
  }

  @Test("zones that cover only a part are listed apart")
  func partZones() throws {
    let catalog = try RegionCatalog(
      country: SmallCountry.country, regions: SmallCountry.regions,
      settlements: SmallCountry.settlements, zoneOverlaps: ["Z1": ["S2"]])
    #expect(catalog.describe("S2")?.partZones == ["Z1"])
    #expect(catalog.describe("C2")?.partZones == ["Z1"])
    #expect(catalog.describe("S1")?.partZones == [])
    #expect(catalog.describe("S1")?.zones == ["Z1", "Z2"])
  }

  @Test("a settlement, the country and a zone are described without what they do not have")
  func describeOthers() throws {
    let catalog = try SmallCountry.catalog()
    let town = try #require(catalog.describe("C1"))
    #expect(town.parents.map(\.id) == ["S1", "D1", "G1", "SY"])
    #expect(town.levelName == "settlement" && town.areaSquareKilometers == nil)
    #expect(town.point == Coordinate(longitude: 36.5, latitude: 35.5))
    #expect(town.zones == ["Z1", "Z2"])
    let country = try #require(catalog.describe("SY"))
    #expect(country.parents.isEmpty && country.childCount == 2)
    #expect(country.areaSquareKilometers == nil && country.point == nil)
    #expect(catalog.describe("Z1")?.parents.map(\.id) == ["G1", "SY"])
    #expect(catalog.describe("nowhere") == nil)
  }
}
