import Records
import Regions
import Tallies

/// A small country by the sea, made for these tests.
///
/// Four governorates in a square of two degrees, each of two districts (west and east), each of
/// two subdistricts (south and north). The sea lies west of longitude 36.
/// ```
///  lat 36 ┌─────────────┬─────────────┐
///         │ G3 Latakia  │ G4 Hama     │   Z1 Ghab: 36.9–37.1, 35.2–35.6, across G3 and G4
///      35 ├─────────────┼─────────────┤   Z2 Coast: G1 and G3
///         │ G1 Tartus   │ G2 Homs     │   Z3 Steppe: the subdistrict G2A1
///      34 └─────────────┴─────────────┘
///        36            37            38 lon
/// ```
/// `G4A1` is the southern subdistrict of the western district of G4. It has two neighborhoods,
/// which do not fill it: N1 (37.10–37.12) and N2 (37.12–37.14), both between 35.10 and 35.12.
enum World {
  static let catalog = Result { try makeCatalog() }

  static func placer(snapMeters: Double = 1500) throws -> Placer {
    let catalog = try catalog.get()
    return Placer(
      catalog: catalog, index: try index.get(), names: try names.get(), snapMeters: snapMeters)
  }

  private static let index = catalog.map({ RegionIndex($0) })
  private static let names = catalog.map(RegionNames.init)

  private static func makeCatalog() throws -> RegionCatalog {
    var regions: [Region] = []
    let corners: [(RegionID, Double, Double)] = [
      ("G1", 36, 34), ("G2", 37, 34), ("G3", 36, 35), ("G4", 37, 35),
    ]
    for (id, west, south) in corners { regions += governorate(id, west, south) }
    regions.append(region("N1", .level(.neighborhood), "G4A1", box(37.10, 35.10, 37.12, 35.12)))
    regions.append(region("N2", .level(.neighborhood), "G4A1", box(37.12, 35.10, 37.14, 35.12)))
    regions.append(region("Z1", .zone, "SY", box(36.9, 35.2, 37.1, 35.6)))
    regions.append(region("Z2", .zone, "SY", box(36, 34, 37, 36), members: ["G1", "G3"]))
    regions.append(region("Z3", .zone, "G2", box(37, 34, 37.5, 34.5), members: ["G2A1"]))
    let country = Region(
      id: "SY", kind: .level(.country), name: "Syria", nameArabic: "سوريا", parent: nil,
      country: "SY", boundary: .empty, areaSquareKilometers: 0,
      labelPoint: Coordinate(longitude: 37, latitude: 35))
    return try RegionCatalog(
      country: country, regions: regions, settlements: settlements,
      zoneMembers: ["Z2": ["G1", "G3"], "Z3": ["G2A1"]],
      zoneOverlaps: ["Z1": ["G3B1", "G3B2", "G4A1", "G4A2"]])
  }

  private static func governorate(_ id: RegionID, _ west: Double, _ south: Double) -> [Region] {
    var regions = [region(id, .level(.governorate), "SY", box(west, south, west + 1, south + 1))]
    for (column, letter) in ["A", "B"].enumerated() {
      let district = RegionID("\(id)\(letter)")
      let left = west + Double(column) * 0.5
      regions.append(
        region(district, .level(.district), id, box(left, south, left + 0.5, south + 1)))
      for row in 1...2 {
        let bottom = south + Double(row - 1) * 0.5
        let outline = box(left, bottom, left + 0.5, bottom + 0.5)
        regions.append(
          region(RegionID("\(district)\(row)"), .level(.subdistrict), district, outline))
      }
    }
    return regions
  }

  private static func region(
    _ id: RegionID, _ kind: Region.Kind, _ parent: RegionID, _ outline: Boundary,
    members: [RegionID] = []
  ) -> Region {
    let name = names(of: id)
    return Region(
      id: id, kind: kind, name: name.english, nameArabic: name.arabic, parent: parent,
      country: "SY", boundary: outline, areaSquareKilometers: 1,
      labelPoint: Coordinate(longitude: outline.bounds.west, latitude: outline.bounds.south),
      members: members)
  }

  /// Hama is a governorate, a district and a subdistrict; two subdistricts are called Salamiyah.
  private static func names(of id: RegionID) -> (english: String, arabic: String?) {
    switch id.code {
    case "G1": ("Tartus", "طرطوس")
    case "G2": ("Homs", "حمص")
    case "G3": ("Latakia", "اللاذقية")
    case "G4", "G4A", "G4A1": ("Hama", "حماة")
    case "G2B1", "G4B1": ("Salamiyah", "سلمية")
    case "N1": ("Bab Qibli", nil)
    case "N2": ("Al-Hadir", nil)
    case "Z1": ("Ghab Plain", "سهل الغاب")
    case "Z2": ("Coast", nil)
    case "Z3": ("Steppe", nil)
    default: ("Area \(id.code)", nil)
    }
  }

  private static let settlements: [Settlement] = [
    settlement("C1", "Hama", 37.11, 35.11, "G4A1"),
    settlement("C2", "Suqaylabiyah", 37.05, 35.3, "G4A1"),
    settlement("C3", "Kafr", 36.2, 34.2, "G1A1"),
    settlement("C4", "Kafr", 37.7, 34.2, "G2B1"),
    // Its code says Hama, its point lies in Latakia.
    settlement("C5", "Qarqur", 36.95, 35.3, "G4A1"),
  ]

  private static func settlement(
    _ id: RegionID, _ name: String, _ longitude: Double, _ latitude: Double,
    _ subdistrict: RegionID
  ) -> Settlement {
    Settlement(
      id: id, name: name, nameArabic: nil, aliases: [],
      point: Coordinate(longitude: longitude, latitude: latitude), subdistrict: subdistrict)
  }

  private static func box(
    _ west: Double, _ south: Double, _ east: Double, _ north: Double
  ) -> Boundary {
    Boundary(
      longitudes: [west, east, east, west, west], latitudes: [south, south, north, north, south],
      ringStarts: [0, 5], polygonStarts: [0, 1])
  }
}

extension Place {
  static func at(
    _ longitude: Double, _ latitude: Double, _ precision: Precision? = nil,
    country: String? = nil, detail: String? = nil, named: [String] = []
  ) -> Place {
    Place(
      country: country, point: Coordinate(longitude: longitude, latitude: latitude),
      precision: precision, designations: named.map { [Designation(name: $0)] }, detail: detail)
  }

  /// Codes, one for each member of a set.
  static func codes(_ codes: String..., precision: Precision? = nil) -> Place {
    Place(precision: precision, designations: codes.map { [Designation(code: $0)] })
  }

  /// Names from coarse to fine, of one place.
  static func named(_ names: String..., country: String? = nil) -> Place {
    Place(country: country, designations: [names.map { Designation(name: $0) }])
  }
}

extension Placer.Answer {
  /// `G4A1`, `!LBN`, `outside` or `unplaced`.
  func node(in catalog: RegionCatalog) -> String {
    switch placement.node {
    case .region(let number): catalog[number].id.code
    case .external(let code): "!\(code)"
    case .outside: "outside"
    case .unplaced: "unplaced"
    }
  }

  var rules: [FindingRule] { remarks.map(\.rule) }
}

extension Placer {
  func node(_ place: Place) -> String { self.place(place).node(in: catalog) }

  /// Ids of the zones that surely hold the place, and behind `?` of those that may.
  func zones(_ place: Place) -> String {
    let placement = self.place(place).placement
    return
      (placement.zones.map { catalog[$0].id.code }
      + placement.possibleZones.map { "?\(catalog[$0].id.code)" }).joined(separator: " ")
  }
}
