import Regions

/// A small made-up country: two governorates, three districts, two zones, four settlements.
enum SmallCountry {
  static func region(
    _ id: RegionID, _ level: Level?, _ name: String, in parent: RegionID?,
    arabic: String? = nil, aliases: [String] = [], members: [RegionID] = []
  ) -> Region {
    Region(
      id: id, kind: level.map(Region.Kind.level) ?? .zone, name: name, nameArabic: arabic,
      aliases: aliases, parent: parent, country: "SY", boundary: .empty,
      areaSquareKilometers: 12.5, labelPoint: Coordinate(longitude: 36, latitude: 35),
      population: Population(count: 100, year: 2004, kind: "census", source: "a table"),
      members: members, provenance: Provenance(source: "a map", license: "CC0-1.0"))
  }

  static func settlement(
    _ id: RegionID, _ name: String, in subdistrict: RegionID, aliases: [String] = []
  ) -> Settlement {
    Settlement(
      id: id, name: name, nameArabic: nil, aliases: aliases,
      point: Coordinate(longitude: 36.5, latitude: 35.5), subdistrict: subdistrict)
  }

  static let country = region("SY", .country, "Syria", in: nil)

  /// Not in the order of their numbers.
  static let regions = [
    region("S2", .subdistrict, "River", in: "D2"),
    region("Z2", nil, "Plain", in: nil, members: ["D1"]),
    region("D2", .district, "Al-Jabal", in: "G1", aliases: ["The Mountain District"]),
    region("G2", .governorate, "South", in: "SY", arabic: "الجنوب"),
    region("G1", .governorate, "North", in: "SY", arabic: "الشمال", aliases: ["Nord"]),
    region("D1", .district, "North", in: "G1", aliases: ["Nord"]),
    region("D3", .district, "Al-Jabal", in: "G2"),
    region("S1", .subdistrict, "North", in: "D1"),
    region("N1", .neighborhood, "Mill", in: "S1"),
    region("N2", .neighborhood, "Mill", in: "S2"),
    region("Z1", nil, "Valley", in: "G1", members: ["S1", "unknown"]),
  ]

  static let settlements = [
    settlement("C2", "Mill", in: "S2"),
    settlement("C1", "North", in: "S1", aliases: ["North", "Old Town of North"]),
    settlement("C4", "Spring", in: "S1"),
    settlement("C3", "Spring", in: "S1"),
  ]

  static func catalog() throws(CatalogError) -> RegionCatalog {
    try RegionCatalog(country: country, regions: regions, settlements: settlements)
  }
}
