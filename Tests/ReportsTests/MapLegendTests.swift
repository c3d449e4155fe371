import Disclosure
import JSONText
import Testing

@testable import Reports

@Suite("Colors tell the states and classes of a map apart")
struct MapLegendTests {
  @Test(
    "classes hold about equally many distinct values",
    arguments: [
      (["5"], ["5"], [2]), (["5", "5", "5"], ["5"], [2]), (["9", "1"], ["1", "9"], [1, 3]),
      (["1", "2", "3", "4", "5"], ["1", "2", "3", "4", "5"], [0, 1, 2, 3, 4]),
      (
        ["10", "9", "8", "7", "6", "5", "4", "3", "2", "1"], ["2", "4", "6", "8", "10"],
        [0, 1, 2, 3, 4]
      ),
    ] as [([String], [String], [Int])])
  func classes(values: [String], uppers: [String], colors: [Int]) throws {
    let rows = values.enumerated().map { number, value in
      SampleRelease.row("R\(number)", SampleRelease.coverage, "killed", value)
    }
    var writer = JSONWriter()
    writer.beginObject()
    try MapLegend(SampleRelease.release(rows: rows), isCoverage: true).write(to: &writer)
    writer.endObject()
    let legend = try JSONValue(parsing: writer.drain())["legend"]
    let classes = legend?["levels"]?.array?.first?["classes"]?.array ?? []
    #expect(classes.compactMap { $0["up_to"]?.plainText } == uppers)
    #expect(classes.compactMap { $0["fill"]?.string } == colors.map { MapLegend.ramp[$0] })
  }

  @Test(
    "F5: each state has its own color",
    arguments: [
      (nil, MapLegend.noReport), ("zero", MapLegend.zero), ("not_stated", MapLegend.noNumber),
      ("other_sources", MapLegend.noNumber), ("withheld", MapLegend.withheld),
    ] as [(String?, MapLegend.Paint)])
  func states(status: String?, paint: MapLegend.Paint) throws {
    var rows = [SampleRelease.row("R1", SampleRelease.coverage, "incidents", "5")]
    if let status = status.flatMap(Release.FigureStatus.init) {
      rows.append(
        SampleRelease.row("R2", SampleRelease.coverage, "incidents", "0", status: status))
    }
    let release = try SampleRelease.release(rows: rows)
    let legend = MapLegend(release, isCoverage: true)
    let cell = release.rows.first { $0.regionID == "R2" }
    #expect(legend.paint(level: "governorate", cells: [cell]) == paint)
  }
}
