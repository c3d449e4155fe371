import Archive
import Causes
import Comparisons
import Disclosure
import Foundation
import JSONText
import Records
import Tallies
import Testing

@testable import Updates

@Suite("The records behind a change")
struct RecordCauseTests {
  private func workplace(_ incidents: [String], _ moves: [String] = []) async throws -> Workplace {
    let work = try Workplace(Workplace.causes)
    try work.write(Workplace.openPolicy, as: "open.toml")
    try work.write(Table.of(incidents), as: "in/incidents.csv")
    let first = MovementTable.row("m0", "2025-01-02", from: "A", to: "B", 50)
    try work.write(MovementTable.of([first] + moves), as: "in/moves-0.csv")
    try work.write("never-told\n", as: "in/gone.txt")
    try await work.update("2026-03-01")
    return work
  }

  private static let incidents = [
    Table.row("a", "2025-01-05", killed: 4, version: 1),
    Table.row("b", "2025-01-06", killed: 5, version: 1),
    Table.row("c", "2025-01-07", killed: 6),
    Table.row("d", "2025-01-08", "B", killed: 7),
  ]

  @Test("Records that came, changed, moved and went are told with file, line, version and day")
  func kinds() async throws {
    let work = try await workplace(Self.incidents)
    try work.write(
      Table.of([
        Table.row("new", "2025-01-09", killed: 2),
        Table.row("b", "2025-01-06", "B", killed: 5, version: 2),
        Table.row("a", "2025-01-05", killed: 1, version: 2),
        Self.incidents[3],
      ]), as: "in/incidents.csv")
    try await work.update("2026-03-02")
    let caused = try work.compared("2026-03-01", "2026-03-02")
    let region = try #require(caused.causes("killed", "A"))
    #expect(
      region.records.map(\.line) == [
        "-6 deleted S:c in/incidents.csv 4", "-5 moved S:b in/incidents.csv 3",
        "-3 revised S:a in/incidents.csv 4", "2 added S:new in/incidents.csv 2",
      ])
    #expect(region.byRecords?.text() == "-12" && region.notAttributed == .zero)
    let revised = try #require(region.records.first { $0.kind == .revised })
    #expect(revised.fieldText == "killed: 4 → 1")
    #expect([revised.before, revised.after].map { $0?.record.version } == [1, 2])
    #expect(region.records.allSatisfy { $0.arrived == "2026-03-02T02:00:00Z" })
    let moved = try #require(caused.causes("killed", "B")?.records.first)
    #expect(moved.line == "5 moved S:b in/incidents.csv 3")
    #expect(moved.fieldText == "longitude: 36.5 → 37.5")
  }

  @Test("A withdrawn record is told with the list that withdrew it, and not as missing")
  func withdrawn() async throws {
    let work = try await workplace(Self.incidents)
    try work.write("id\nc\n", as: "in/gone.txt")
    try await work.update("2026-03-02")
    let causes = try #require(try work.compared("2026-03-01", "2026-03-02").causes("killed", "A"))
    #expect(causes.records.map(\.line) == ["-6 deleted S:c in/gone.txt 2"])
    #expect(causes.records.first?.end?.word == "withdrawn")
  }

  @Test("F2: a later stock takes the place of the one before, which is the same record")
  func stocks() async throws {
    let old = MovementTable.row("s1", "2025-01-10", to: "A", 100, measure: "stock")
    let work = try await workplace(Self.incidents, [old])
    let later = MovementTable.row("s2", "2025-01-20", to: "A", 130, measure: "stock")
    try work.write(MovementTable.of([later]), as: "in/moves-1.csv")
    try await work.update("2026-03-02")
    let causes = try #require(try work.compared("2026-03-01", "2026-03-02").causes("idps", "A"))
    #expect(
      causes.records.map(\.line) == [
        "130 added S:s2 in/moves-1.csv 2", "-100 recounted S:s1 in/moves-0.csv 3",
      ])
    #expect(causes.records[1].contributedAfter?.standing == .earlier)
    #expect(causes.change.difference?.text == "30" && causes.notAttributed == .zero)
  }

  @Test("F7: what a record adds to a flow, to departures and to the net is told with its sign")
  func net() async throws {
    let work = try await workplace(Self.incidents)
    let more = MovementTable.row("m1", "2025-01-12", from: "A", to: "B", 30)
    try work.write(MovementTable.of([more]), as: "in/moves-1.csv")
    try await work.update("2026-03-02")
    let caused = try work.compared("2026-03-01", "2026-03-02")
    #expect(caused.causes("net", "A")?.records.map(\.line) == ["-30 added S:m1 in/moves-1.csv 2"])
    #expect(caused.causes("net", "B")?.records.map(\.line) == ["30 added S:m1 in/moves-1.csv 2"])
    let flow = caused.causes.first { $0.change.key.destination?.regionID == "B" }
    #expect(flow?.records.map(\.line) == ["30 added S:m1 in/moves-1.csv 2"])
  }

  @Test("Other rules make the same record count elsewhere, and it is told as recounted")
  func settings() async throws {
    let work = try await workplace([
      "x,S,2025-01-30,raid,36.5,34.5,3,,,,", Self.incidents[3],
    ])
    work.configuration = Workplace.causes.replacing(
      "[report]", with: "[period]\nto = \"2025-01-20\"\n[report]")
    try await work.update("2026-03-02")
    let causes = try #require(try work.compared("2026-03-01", "2026-03-02").causes("killed", "A"))
    #expect(causes.records.map(\.line) == ["-3 recounted S:x in/incidents.csv 2"])
    #expect(causes.notAttributed == .zero)
  }

  @Test("D5: what waited for a revision is not laid to a record that came later")
  func waiting() async throws {
    let work = try Workplace()
    func rows(_ numbers: [Int]) -> String {
      let header = "id,source,date_start,kind,longitude,latitude,killed,injured\n"
      return header
        + numbers.enumerated().map { "\($0),S,2025-03-\($0 + 11),raid,36.5,34.5,1,\($1)\n" }
        .joined()
    }
    let first = [21, 22, 23, 24, 25, 26, 27, 28, 29]
    try work.write(rows(first))
    try await work.update("2026-03-01")
    try work.write(rows(first + [40]))
    try await work.update("2026-03-02")
    try work.write(rows(first + [40, 41]))
    try await work.update("2026-03-03") { $0.isRevision = true }
    let march = FigureKey.Days.period(first: "2025-03-01", last: "2025-03-31")
    let causes = try #require(
      try work.compared("2026-03-02", "2026-03-03").causes("injured", "A", march))
    #expect(causes.change.difference?.text == "81")
    #expect(causes.records.map(\.line) == ["41 added S:10 in/a.csv 12"])
    #expect(causes.notAttributed?.text() == "40")
  }

  @Test("A release of another archive, and releases in the wrong order, are refused")
  func refused() async throws {
    let work = try await workplace(Self.incidents)
    let other = try await workplace(Self.incidents)
    try work.write(Table.of([Self.incidents[0]] + Self.incidents[2...]), as: "in/incidents.csv")
    try await work.update("2026-03-02")
    #expect(throws: CausesError.wrongOrder) { try work.compared("2026-03-02", "2026-03-01") }
    try FileManager.default.moveItem(
      atPath: other.release(of: "2026-03-01"),
      toPath: work.path("out/releases/2026-03-03T02-00-00Z-0123456789ab"))
    #expect {
      try work.compared("2026-03-01", "2026-03-03")
    } throws: { error in
      (error as? CausesError)?.exitCode == 66
    }
  }

  @Test("Every table and document of causes says that it is internal, and is safe to open")
  func files() async throws {
    let work = try await workplace(Self.incidents)
    let hostile = "=x|y,S,2025-01-09,raid,36.5,34.5,2,,,,"
    try work.write(Table.of(Self.incidents + [hostile]), as: "in/incidents.csv")
    try await work.update("2026-03-02")
    let caused = try work.compared("2026-03-01", "2026-03-02")
    let lines = String(decoding: caused.csv(), as: UTF8.self).split(separator: "\n")
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("internal,") })
    #expect(lines.contains { $0.contains(",added,S,'=x|y,2,") })
    let json = try JSONValue(parsing: caused.json())
    #expect(json["protection"]?.string?.hasPrefix("internal") == true)
    let changes = try #require(json["changes"]?.array)
    #expect(changes.contains { $0["causes"]?.array?.first?["id"]?.string == "=x|y" })
    #expect(changes.allSatisfy { $0["not_attributed"] != nil })
  }
}
