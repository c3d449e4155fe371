import Foundation
import Testing

@Suite("nuzuh map and --map, run as a user runs them")
struct MapCommandTests {
  private static let table = """
    رقم,التاريخ,المحافظة,عدد القتلى
    ١,١٣/٠٣/٢٠٢٥,حمص,٣
    ٢,١٤/٠٣/٢٠٢٥,حماة,١

    """

  @Test("A new source's table is reported by the mapping that nuzuh map proposes")
  func proposedAndUsed() throws {
    let tool = try Tool()
    defer { tool.clean() }
    let table = try tool.file("table.csv", Self.table)
    let proposed = try tool.run("map", table, "--name", "new-table")
    #expect(proposed.status == 0, "\(proposed.words)")
    #expect(proposed.words.contains("2 of 2 rows give records"))
    let mapping = try tool.file("new.toml", proposed.output)
    let report = try tool.run("report", table, "--map", mapping, "-o", "out")
    #expect(report.status == 0, "\(report.words)")
    let regions = try tool.features("out/regions.geojson")
    #expect(regions["SY04"]?["killed"] as? Int == 3)
    #expect(regions["SY05"]?["killed"] as? Int == 1)
  }

  @Test("A faulty mapping is refused with all its problems before anything is read")
  func faulty() throws {
    let tool = try Tool()
    defer { tool.clean() }
    let table = try tool.file("table.csv", Self.table)
    let mapping = try tool.file("m.toml", "[mapping]\nname = \"x\"\nrecords = \"incidentz\"\n[a]\n")
    let outcome = try tool.run("report", table, "--map", mapping, "-o", "out")
    #expect(outcome.status == 65)
    #expect(outcome.words.contains("m.toml: line 4: column 2: a: there is no key “a”"))
    #expect(outcome.words.contains("m.toml: line 3: column 11: mapping.records"))
    let missing = try tool.run("report", table, "--map", "none.toml", "-o", "out")
    #expect(missing.status == 66)
  }
}
