import Regions
import Testing

@Suite("A catalogue knows its regions, their parents and their zones")
struct CatalogTests {
  private let catalog: RegionCatalog

  init() throws { catalog = try SmallCountry.catalog() }

  private func ids(_ numbers: [RegionNumber]) -> [String] { numbers.map { catalog[$0].id.code } }

  private func number(_ id: RegionID) throws -> RegionNumber {
    try #require(catalog.number(of: id))
  }

  @Test("regions are numbered by level, then by id, the zones last")
  func order() throws {
    let ids = catalog.regions.map(\.id.code)
    #expect(ids == ["SY", "G1", "G2", "D1", "D2", "D3", "S1", "S2", "N1", "N2", "Z1", "Z2"])
    for (index, region) in catalog.regions.enumerated() {
      #expect(try number(region.id).value == Int32(index))
    }
    #expect(catalog.number(of: "X") == nil)
  }

  @Test("settlements are found by id")
  func settlements() throws {
    #expect(catalog.settlements.map(\.id.code) == ["C1", "C2", "C3", "C4"])
    for (index, settlement) in catalog.settlements.enumerated() {
      #expect(catalog.settlementIndex(of: settlement.id) == index)
      #expect(catalog.settlement(settlement.id)?.name == settlement.name)
    }
    for id: RegionID in ["", "C0", "C10", "C5", "G1"] {
      #expect(catalog.settlementIndex(of: id) == nil)
    }
  }

  @Test("levels and zones list their regions in the order of the ids")
  func layers() throws {
    #expect(ids(catalog.regions(at: .district)) == ["D1", "D2", "D3"])
    #expect(ids(catalog.zones) == ["Z1", "Z2"])
    #expect(ids(catalog.children(of: .country)) == ["G1", "G2"])
    #expect(ids(catalog.children(of: try number("G1"))) == ["D1", "D2"])
    #expect(ids(catalog.children(of: try number("N1"))).isEmpty)
  }

  @Test(
    "the ancestor at a level",
    arguments: [
      ("N1", Level.governorate, "G1"), ("N1", .subdistrict, "S1"), ("N1", .neighborhood, "N1"),
      ("N1", .country, "SY"), ("D3", .subdistrict, nil), ("SY", .country, "SY"),
      ("SY", .governorate, nil), ("Z1", .governorate, nil),
    ] as [(RegionID, Level, String?)])
  func ancestors(id: RegionID, level: Level, expected: String?) throws {
    let found = catalog.ancestor(of: try number(id), at: level)
    #expect(found.map { catalog[$0].id.code } == expected)
  }

  @Test(
    "P7: the smallest region that holds both",
    arguments: [
      ("N1", "N1", "N1"), ("N1", "S1", "S1"), ("N1", "N2", "G1"), ("D1", "D2", "G1"),
      ("S1", "D3", "SY"), ("SY", "N2", "SY"), ("G1", "N2", "G1"), ("Z1", "D2", "G1"),
    ] as [(RegionID, RegionID, String)])
  func common(left: RegionID, right: RegionID, expected: String) throws {
    let (left, right) = (try number(left), try number(right))
    #expect(catalog[catalog.commonAncestor(left, right)].id.code == expected)
    #expect(catalog[catalog.commonAncestor(right, left)].id.code == expected)
  }

  @Test(
    "a zone covers its members and all below them, and nothing above",
    arguments: [
      ("G1", []), ("D1", ["Z2"]), ("S1", ["Z1", "Z2"]), ("N1", ["Z1", "Z2"]), ("S2", []),
    ] as [(RegionID, [String])])
  func zones(id: RegionID, expected: [String]) throws {
    #expect(ids(catalog.zones(covering: try number(id))) == expected)
  }

  @Test("members that the layer's maker found beside the listed ones count as well")
  func foundMembers() throws {
    let catalog = try RegionCatalog(
      country: SmallCountry.country, regions: SmallCountry.regions,
      zoneMembers: ["Z1": ["D3", "nowhere"]])
    let covered = try #require(catalog.number(of: "D3"))
    #expect(catalog.zones(covering: covered).map { catalog[$0].id.code } == ["Z1"])
  }

  @Test("regions that do not fit together are refused with the reason")
  func refused() {
    let north = SmallCountry.region("G1", .governorate, "North", in: "SY")
    #expect(throws: CatalogError.repeatedID("G1")) {
      try RegionCatalog(country: SmallCountry.country, regions: [north, north])
    }
    #expect(throws: CatalogError.unknownParent("G9", of: "D1")) {
      let lost = SmallCountry.region("D1", .district, "Lost", in: "G9")
      return try RegionCatalog(country: SmallCountry.country, regions: [north, lost])
    }
    #expect(throws: CatalogError.parentNotCoarser("G1", of: "G2")) {
      let beside = SmallCountry.region("G2", .governorate, "Beside", in: "G1")
      return try RegionCatalog(country: SmallCountry.country, regions: [north, beside])
    }
    #expect(throws: CatalogError.parentNotCoarser("Z1", of: "G2")) {
      let zone = SmallCountry.region("Z1", nil, "Zone", in: nil)
      let inside = SmallCountry.region("G2", .governorate, "In a zone", in: "Z1")
      return try RegionCatalog(country: SmallCountry.country, regions: [zone, inside])
    }
  }

  @Test("a zone hangs on a region of a level, never on a zone, so that no circle can be made")
  func zoneParents() {
    #expect(throws: CatalogError.parentNotCoarser("Z2", of: "Z1")) {
      try RegionCatalog(
        country: SmallCountry.country,
        regions: [
          SmallCountry.region("Z1", nil, "One", in: "Z2"),
          SmallCountry.region("Z2", nil, "Two", in: "Z1"),
        ])
    }
  }

  @Test("a parent that comes later in the files is found; a circle of parents cannot be made")
  func circle() {
    #expect(throws: CatalogError.parentNotCoarser("D1", of: "G1")) {
      try RegionCatalog(
        country: SmallCountry.country,
        regions: [
          SmallCountry.region("G1", .governorate, "North", in: "D1"),
          SmallCountry.region("D1", .district, "North", in: "G1"),
        ])
    }
  }
}
