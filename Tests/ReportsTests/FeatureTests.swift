import Disclosure
import JSONText
import Reports
import Testing

@Suite("A map of a release shows all that the table says")
struct FeatureTests {
  @Test("every total of the release stands in a feature", arguments: [true, false])
  func everyRow(hasStep: Bool) throws {
    let release =
      try hasStep ? SampleRelease.release() : SampleRelease.release(step: nil, periods: [])
    let published = try PublishedRelease(release)
    let periods = hasStep ? try published.features("periods.geojson") : []
    let all = try published.features("regions.geojson") + periods
    for row in release.rows where row.category.isEmpty {
      guard hasStep || row.isCoverage || row.timeStatus == .unspecified else { continue }
      let matches = all.filter { Self.shows($0["properties"], row) }
      #expect(matches.count == 1, "\(row.regionID) \(row.period.label) \(row.indicator)")
    }
  }

  private static func shows(_ properties: JSONValue?, _ row: Release.Row) -> Bool {
    let name = row.indicator
    let wanted: [(String, String?)] = [
      ("region_id", row.regionID.isEmpty ? nil : row.regionID),
      ("place_status", row.placeStatus.rawValue), ("period_start", row.period.start),
      ("period_end", row.period.end), ("time_status", row.timeStatus.rawValue),
      (name, row.best?.text), ("\(name)_low", row.low?.text), ("\(name)_high", row.high?.text),
      ("\(name)_high_open", row.isHighOpen.map { "\($0)" }),
      ("\(name)_records", row.records.map(String.init)),
      ("\(name)_status", row.status.rawValue),
    ]
    return wanted.allSatisfy { key, value in
      properties?[key] != nil && properties?[key]?.plainText == value
    }
  }

  @Test("a region without any report is on the map too") func regionsWithoutReport() throws {
    let published = try PublishedRelease(SampleRelease.release(rows: [], flows: []))
    let ids = try published.features("regions.geojson").map { $0["id"]?.string }
    #expect(ids == ["XX01", "XX02", "Z1"])
  }

  @Test("a release without days says null, not an empty date") func withoutDays() throws {
    let empty = Release.Period(start: "", end: "", label: "no days")
    let published = try PublishedRelease(
      SampleRelease.release(coverage: empty, step: nil, periods: [], rows: [], flows: []))
    let properties = try published.properties("regions.geojson", of: "XX01")
    #expect(properties?["period_start"] == .null && properties?["period_end"] == .null)
    #expect(try published.json("datapackage.json")["temporal_coverage"]?["start"] == .null)
    #expect(try published.json("flows.geojson")["bbox"] == nil)
  }

  @Test(
    "F5: no report, zero, no number, other sources and withheld are different states",
    arguments: [
      ("Z1", "incidents", nil, "no_report"), ("XX02", "incidents", "0", "zero"),
      ("XX02", "killed", nil, "not_stated"), ("XX02", "net", nil, "other_sources"),
      ("XX02", "idps", nil, "withheld"), ("XX01", "net", "-40", "reported"),
    ] as [(String, String, String?, String)])
  func statuses(id: String, indicator: String, best: String?, status: String) throws {
    let properties = try PublishedRelease().properties("regions.geojson", of: id)
    #expect(properties?[indicator] != nil)
    #expect(properties?[indicator]?.plainText == best)
    #expect(properties?["\(indicator)_status"]?.string == status)
    #expect((properties?["\(indicator)_per_100km2"]?.plainText == nil) == (best == nil))
  }

  // 12.5 of 2,011,000 inhabitants: 0.62158 per 100,000; of 9,876.5432 km²: 0.12656 per 100 km².
  @Test(
    "F6: rates per 100,000 inhabitants and per 100 km², to four digits",
    arguments: [
      ("XX01", "killed_per_100k", "0.6216"), ("XX01", "killed_per_100km2", "0.1266"),
      ("XX01", "net_per_100k", "-1.989"), ("XX01", "idps_per_100k", "89.06"),
      ("XX02", "incidents_per_100km2", "0"), ("XX02", "incidents_per_100k", nil),
      ("Z1", "killed_per_100k", nil), ("Z1", "killed_per_100km2", "0.6"),
    ] as [(String, String, String?)])
  func rates(id: String, name: String, rate: String?) throws {
    let properties = try PublishedRelease().properties("regions.geojson", of: id)
    #expect(properties?[name] != nil)
    #expect(properties?[name]?.plainText == rate)
  }

  @Test(
    "the change is that against the period before, where both report a figure",
    arguments: [
      ("regions.geojson", "XX01", "incidents_change", "1"),
      ("regions.geojson", "XX01", "killed_change", "-8"),
      ("regions.geojson", "XX01", "idps_change", nil),
      ("regions.geojson", "XX02", "incidents_change", nil),
      ("regions.geojson", "XX01", "change_before", "2025-01"),
      ("periods.geojson", "XX01/2025-02", "killed_change", "-8"),
      ("periods.geojson", "XX01/2025-02", "change_before", "2025-01"),
      ("periods.geojson", "XX01/2025-01", "killed_change", nil),
      ("periods.geojson", "XX01/2025-01", "change_before", nil),
    ] as [(String, String, String, String?)])
  func changes(file: String, id: String, name: String, change: String?) throws {
    let properties = try PublishedRelease().properties(file, of: id)
    #expect(properties?[name] != nil)
    #expect(properties?[name]?.plainText == change)
  }

  @Test("ids are unique in a file, also among places without an outline") func uniqueIDs() throws {
    for name in ["regions.geojson", "periods.geojson", "flows.geojson"] {
      let ids = try PublishedRelease().features(name).map { $0["id"]?.string }
      #expect(ids.count > 1 && Set(ids).count == ids.count)
    }
  }

  @Test("all features of a file have the same figures in the same order") func sameKeys() throws {
    let published = try PublishedRelease()
    for name in ["regions.geojson", "periods.geojson"] {
      let keys = try published.features(name).map { feature in
        feature["properties"]?.object?.members.map(\.key).prefix { $0 != "description" } ?? []
      }
      #expect(keys.count > 1 && keys.allSatisfy { $0 == keys.first })
    }
  }

  @Test("P1: a place abroad is one feature, though every level has its row") func severalLevels()
    throws
  {
    let rows = ["governorate", "district"].map { level in
      SampleRelease.row(
        "LBN", SampleRelease.coverage, "killed", "2", place: .external, level: level,
        name: "Lebanon")
    }
    let published = try PublishedRelease(SampleRelease.release(rows: rows))
    let ids = try published.features("regions.geojson").map { $0["id"]?.string }
    #expect(ids.filter { $0 == "external:LBN" }.count == 1)
    #expect(try published.features("regions.geojson").count == 4)
  }

  @Test(
    "a flow is a line where both ends have a point and differ",
    arguments: [
      ("XX01>XX02", true), ("XX01>XX01", false), ("unspecified:XX>external:LBN", true),
      ("XX02>external:ABROAD", false), ("unplaced>XX01", false),
    ])
  func flows(ends: String, isLine: Bool) throws {
    let feature = try #require(
      try PublishedRelease().features("flows.geojson").first {
        $0["id"]?.string == "governorate/displacement/persons/\(ends)"
      })
    #expect(feature["geometry"]?["type"]?.string == (isLine ? "LineString" : nil))
    #expect(feature["geometry"] != nil)
    #expect(feature["properties"]?["best"]?.plainText == "100")
  }
}
