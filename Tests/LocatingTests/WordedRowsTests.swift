import Locating
import Records
import Tallies
import Testing

/// Rows that say in the same words where they are are looked up together; a row that stands alone
/// in its table goes through the profile by itself, which is what these are compared with.
@Suite("locate places rows of many as it places each of them alone")
struct WordedRowsTests {
  struct Layout: CustomTestStringConvertible {
    let name: String
    /// For each column its name and the cells that it may have.
    let columns: [(name: String, cells: [String])]

    var testDescription: String { name }
    var header: String { columns.map(\.name).joined(separator: ",") }
  }

  private static let latitudes = ["34.1", "34.5", "34.9", "34.1", "", "x", "\"34.1\"", "95"]
  private static let longitudes = ["36.1", "36.5", "36.45", "37.5", "35.99", "30", "", "34.1"]
  private static let countries = ["Syria", "Syria", "Syria", "Lebanon", "Atlantis", ""]
  private static let notes = [
    "", "plain", "\"a \"\"quoted\"\" one\"", "\"two\nlines, a comma\"", "قرية",
  ]
  private static let governorates = ["\"Coast, the\"", "\"Coast, the\"", "Steppe", "", "Nowhere"]

  static let layouts = [
    Layout(
      name: "acled",
      columns: [
        ("event_id_cnty", ["SYR1", "SYR2"]), ("event_date", ["2025-03-06", "", "soon"]),
        ("time_precision", ["1", "2", "7"]), ("event_type", ["Battles", "Riots"]),
        ("country", countries), ("admin1", governorates), ("admin2", ["Port", "", "Bay"]),
        ("admin3", ["West", "East", ""]), ("latitude", latitudes), ("longitude", longitudes),
        ("geo_precision", ["1", "1", "2", "3", "", "9"]), ("notes", notes),
        ("fatalities", ["0", "3", "many"]),
      ]),
    Layout(
      name: "ucdp-ged",
      columns: [
        ("id", ["1", "2"]), ("type_of_violence", ["1", "2", "3"]),
        ("where_prec", ["1", "2", "3", "4", "5", "6", "7", ""]),
        ("where_coordinates", ["West town", "East, some 5 km off", ""].map { "\"\($0)\"" }),
        ("adm_1", governorates), ("adm_2", ["Port", ""]), ("latitude", latitudes),
        ("longitude", longitudes), ("country", countries), ("source_headline", notes),
        ("date_start", ["2025-03-06", ""]), ("date_end", ["2025-03-06"]), ("best", ["1"]),
        ("high", ["2"]), ("low", ["0"]),
      ]),
    Layout(
      name: "tracker-incidents",
      columns: [
        ("id", ["a", "b"]), ("source", ["Field"]), ("date_start", ["2025-03-06", ""]),
        ("kind", ["clash"]), ("region", ["G1A1", "G1;G2", "G1 > G1A", "Steppe", "", "Nowhere"]),
        ("latitude", latitudes), ("longitude", longitudes),
        ("precision", ["", "exact", "settlement", "district", "governorate", "20km", "about"]),
        ("country", countries), ("notes", notes),
      ]),
    Layout(
      name: "points",
      columns: [("lon", longitudes), ("lat", latitudes), ("notes", notes)]),
  ]

  private struct Draw {
    var state: UInt64 = 20_261_130

    mutating func one(of cells: [String]) -> String {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return cells[Int((state >> 33) % UInt64(cells.count))]
    }
  }

  private static func rows(_ layout: Layout, count: Int) -> [String] {
    var draw = Draw()
    var rows = (0..<count).map { _ in
      layout.columns.map { draw.one(of: $0.cells) }.joined(separator: ",")
    }
    rows.insert(layout.header, at: count / 2)
    rows.insert(layout.columns.map { _ in "" }.joined(separator: ","), at: count / 3)
    rows.insert(rows[count / 4] + ",,", at: count - 1)
    return rows
  }

  @Test("P1 to P8: the same fields and findings, whatever stands around a row", arguments: layouts)
  func alone(layout: Layout) throws {
    let rows = Self.rows(layout, count: 200)
    // The rows that may hold hashtags are read one by one, and so must be complete before.
    let text = layout.header + "\n" + rows.joined(separator: "\n") + "\n"
    let together = try locateTable(text, pieces: 1 << 12)
    #expect(together.summary.profile == (layout.name == "points" ? nil : layout.name))
    var output = ""
    var counts: [PlaceStatus: Int] = [:]
    var findings: [FindingRule: Int] = [:]
    for row in rows {
      let located = try locateTable(layout.header + "\n" + row + "\n")
      output += located.text.dropFirst(located.lines[0].count + 1)
      counts.merge(located.summary.counts, uniquingKeysWith: +)
      findings.merge(located.summary.findings.groups.mapValues(\.count), uniquingKeysWith: +)
    }
    #expect(String(together.text.dropFirst(together.lines[0].count + 1)) == output)
    #expect(together.summary.counts == counts)
    #expect(together.summary.findings.groups.mapValues(\.count) == findings)
  }

  @Test("The findings listed are the first ones, with the words that a row alone gets")
  func findings() throws {
    let layout = Self.layouts[0]
    let rows = Self.rows(layout, count: 400)
    let together = try locateTable(
      layout.header + "\n" + rows.joined(separator: "\n") + "\n", pieces: 1 << 12)
    let listed = together.summary.findings.groups[.codeAgainstPoint]?.first ?? []
    let alone = try rows.flatMap { row in
      try locateTable(layout.header + "\n" + row + "\n")
        .summary.findings.groups[.codeAgainstPoint]?.first.map(\.message) ?? []
    }
    #expect(alone.count > listed.count)
    #expect(listed.count == together.summary.findings.limit)
    #expect(listed.map(\.message) == Array(alone.prefix(listed.count)))
  }
}
