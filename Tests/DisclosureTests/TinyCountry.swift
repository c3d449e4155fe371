import Records
import Regions
import Tallies

@testable import Disclosure

/// Three governorates, seven districts, twelve subdistricts, and zones: `Z1` is the union of two
/// districts, `Z2` the same and one subdistrict more, `Z3` covers one district and part of
/// another.
enum TinyCountry {
  static let codes =
    ["SY", "G1", "G2", "G3"] + districts + subdistricts + ["Z1", "Z2", "Z3"]
  private static let districts = ["G1A", "G1B", "G1C", "G2A", "G2B", "G3A", "G3B"]
  private static let subdistricts = [
    "G1A1", "G1A2", "G1B1", "G1B2", "G1C1", "G2A1", "G2A2", "G2B1", "G2B2", "G3A1", "G3B1", "G3B2",
  ]

  static func catalog() throws -> RegionCatalog {
    var regions = ["G1", "G2", "G3"].map { region($0, .level(.governorate), "SY") }
    regions += districts.map { region($0, .level(.district), String($0.prefix(2))) }
    regions += subdistricts.map { region($0, .level(.subdistrict), String($0.prefix(3))) }
    regions += [
      region("Z1", .zone, "SY", members: ["G1A", "G2A"]),
      region("Z2", .zone, "SY", members: ["G1A", "G2A", "G3B1"]), region("Z3", .zone, "SY"),
    ]
    return try RegionCatalog(
      country: region("SY", .level(.country), nil), regions: regions,
      zoneMembers: ["Z1": ["G1A", "G2A"], "Z2": ["G1A", "G2A", "G3B1"], "Z3": ["G1B"]],
      zoneOverlaps: ["Z3": ["G1C1"]])
  }

  static func region(
    _ id: String, _ kind: Region.Kind, _ parent: String?, members: [RegionID] = []
  ) -> Region {
    Region(
      id: RegionID(id), kind: kind, name: "Area \(id)", parent: parent.map { RegionID($0) },
      country: "SY", boundary: .empty, areaSquareKilometers: 1,
      labelPoint: Coordinate(longitude: 0, latitude: 0), members: members)
  }

  static func report(_ records: [Record], _ settings: ReportSettings) throws -> Report {
    let catalog = try catalog()
    let placer = Placer(
      catalog: catalog, index: RegionIndex(catalog), names: RegionNames(catalog))
    return try ReportRun.report(files: ["a.csv"], settings: settings, placer: placer) { take in
      try take(0, records, [])
      return [
        ReportRun.FileFacts(sha256: "5e", profile: "test", rows: records.count, rejected: 0)
      ]
    }
  }
}

extension Policy {
  /// Protects everything, everywhere and every day.
  static var all: Policy {
    var policy = Policy.public
    for indicator in Indicator.all { policy[indicator] = Decision(.protected, "a test") }
    policy.smallestPeriod = .day
    policy.finestLevel = .neighborhood
    policy.finestDestinationLevel = .neighborhood
    policy.finestCategoryLevel = .neighborhood
    return policy
  }
}
