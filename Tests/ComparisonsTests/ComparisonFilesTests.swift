import DelimitedText
import Foundation
import JSONText
import Testing

@testable import Comparisons

@Suite("Changes as JSON, as a table and as a map")
struct ComparisonFilesTests {
  /// One figure of each kind of change; 12 and 987 are shown by one release and withheld by the
  /// other.
  private func comparison() throws -> Comparison {
    let old = SampleRelease(figures: [
      SampleRelease.figure(100, in: "XX01"), SampleRelease.figure(12, in: "XX02"),
      SampleRelease.figure(nil, in: "XX03"), SampleRelease.figure(30, in: "XX04"),
      SampleRelease.figure(7, in: "XX05"), SampleRelease.figure(20, in: "XX06"),
      SampleRelease.figure(1, in: "XX01", category: "=cmd"),
    ])
    var new = SampleRelease(figures: [
      SampleRelease.figure(140, in: "XX01"), SampleRelease.figure(nil, in: "XX02"),
      SampleRelease.figure(987, in: "XX03"), SampleRelease.figure(10, in: "XX04"),
      SampleRelease.figure(7, in: "XX05"), SampleRelease.figure(5, in: "XX07"),
      SampleRelease.figure(8, in: "XX01", category: "=cmd"),
    ])
    var before = old
    before.regions = (1...8).map { "XX0\($0)" }
    new.regions = before.regions
    let pair = try SamplePair(before, new)
    return try Comparison(from: pair.folder + "/old", to: pair.folder + "/new")
  }

  @Test("the JSON counts and lists every change") func json() throws {
    let value = try JSONValue(parsing: try comparison().json())
    let counts = ["revised", "changed", "appeared", "disappeared", "withheld", "shown"].map {
      value["counts"]?[$0]?.int
    }
    #expect(counts == [3, 0, 1, 1, 1, 1])
    #expect(value["counts"]?["unchanged"]?.int == 1)
    #expect(value["changes"]?.array?.count == 7)
  }

  @Test("the table has a line a change and lets no formula through") func table() throws {
    let bytes = try comparison().csv()
    let table = try DelimitedTable(bytes, separator: UInt8(ascii: ","))
    #expect(table.header == Comparison.columns)
    #expect(table.rows.count == 7)
    let name = try #require(table.column("region_name"))
    let category = try #require(table.column("category"))
    let change = try #require(table.column("change"))
    for row in table.rows {
      #expect(!row.fields[name].hasPrefix("="))
      #expect(!row.fields[category].hasPrefix("="))
    }
    #expect(Set(table.rows.map { $0.fields[change] }) == ["40", "-20", "7", ""])
  }

  @Test("no format tells the number of a figure that one release withholds")
  func silence() throws {
    let comparison = try comparison()
    for bytes in [comparison.json(), comparison.csv(), comparison.geoJSON()] {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("987"))
      #expect(!text.contains(":12,") && !text.contains(",12,"))
    }
  }

  @Test("the map colors a region by its shown difference, and each state in its own way")
  func map() throws {
    let value = try JSONValue(parsing: try comparison().geoJSON())
    let features = value["features"]?.array ?? []
    #expect(features.count == 8)
    let fills = features.compactMap { feature -> (String, String)? in
      guard let id = feature["properties"]?["region_id"]?.string,
        let fill = feature["properties"]?["fill"]?.string
      else { return nil }
      return (id, fill)
    }
    let fill = Dictionary(uniqueKeysWithValues: fills)
    #expect(fill["XX01"] == ChangeLegend.rises[2])
    #expect(fill["XX04"] == ChangeLegend.falls[1])
    #expect(fill["XX02"] == ChangeLegend.withheld.fill)
    #expect(fill["XX03"] == ChangeLegend.withheld.fill)
    #expect(fill["XX05"] == ChangeLegend.same.fill)
    #expect(fill["XX06"] == ChangeLegend.noNumber.fill)
    #expect(fill["XX07"] == ChangeLegend.noNumber.fill)
    #expect(fill["XX08"] == ChangeLegend.noReport.fill)
    let first = features[0]["properties"]
    #expect(first?["killed_before"]?.int == 100)
    #expect(first?["killed_after"]?.int == 140)
    #expect(first?["killed_change"]?.int == 40)
    #expect(first?["killed_kind"]?.string == "revised")
    #expect(first?["figures_changed"]?.int == 2)
    #expect(features[0]["geometry"]?["type"]?.string == "Polygon")
  }

  @Test("colors and everything else are the same whatever number was withheld") func invariance()
    throws
  {
    func map(_ hidden: Int) throws -> [UInt8] {
      let others = [SampleRelease.figure(100, in: "XX01")]
      let old = SampleRelease(figures: others + [SampleRelease.figure(hidden, in: "XX02")])
      let new = SampleRelease(figures: others + [SampleRelease.figure(nil, in: "XX02")])
      let pair = try SamplePair(old, new)
      let comparison = try Comparison(from: pair.folder + "/old", to: pair.folder + "/new")
      return comparison.geoJSON() + comparison.csv() + comparison.json()
    }
    #expect(try map(1) == map(100_000))
  }
}
