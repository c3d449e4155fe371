import Archive
import Foundation
import Records
import Testing

@testable import Updates

@Suite("Deletions and forgetting")
struct DeletionTests {
  private static let configuration =
    Workplace.increment + """

      [[deletions]]
      name = "withdrawn"
      files = ["gone/*"]
      source = "S"
      """

  private func entries(_ text: String) throws -> [String] {
    let work = try Workplace()
    try work.write(text, as: "list")
    return try DeletionList(path: work.path("list"), name: "list").entries.map {
      "\($0.id) \($0.version.map(String.init) ?? "-") \($0.line)"
    }
  }

  @Test(
    "Lists of ids are lines, tables with a column of ids, or JSON",
    arguments: [
      ("SYR1\nSYR2\n\nSYR3", ["SYR1 - 1", "SYR2 - 2", "SYR3 - 4"]),
      ("event_id_cnty,deleted_timestamp\nSYR1,1700\nSYR2,\n", ["SYR1 1700 2", "SYR2 - 3"]),
      ("name;id\nx;7\n", ["7 - 2"]),
      (#"["SYR1", 12]"#, ["SYR1 - 1", "12 - 2"]),
      (
        #"{"data":[{"event_id_cnty":"SYR1","deleted_timestamp":"1700"}]}"#, ["SYR1 1700 1"]
      ),
    ])
  func lists(text: String, expected: [String]) throws {
    #expect(try entries(text) == expected)
  }

  @Test(
    "What is no list of ids is refused",
    arguments: ["a,b\n1,2\n", #"{"data": 3}"#, #"[{"name": "x"}]"#, #"["x""#])
  func noLists(text: String) {
    #expect {
      try entries(text)
    } throws: { error in
      guard case UpdateError.deletionList(let file, _) = error else { return false }
      return file == "list"
    }
  }

  @Test("A list of withdrawn ids takes records away, before and after they arrive")
  func withdrawn() async throws {
    let work = try Workplace(Self.configuration)
    try FileManager.default.createDirectory(
      atPath: work.path("gone"), withIntermediateDirectories: true)
    try work.write("id\n2\n9\n", as: "gone/list.csv")
    try work.write(Table.of((1...3).map { Table.row("\($0)", "2025-03-01") }), as: "in/1.csv")
    try await work.update("2026-03-01")
    #expect(try work.release().best("A", "incidents") == "2")
    try work.write(Table.of([Table.row("9", "2025-03-01")]), as: "in/2.csv")
    try work.write("1\n", as: "gone/more.txt")
    let outcome = try await work.update("2026-03-02")
    #expect(try work.release().best("A", "incidents") == "1")
    #expect(outcome.sources.map(\.changes.deleted).reduce(0, +) == 1)
  }

  @Test("A record with a later version than its deletion counts")
  func laterThanDeletion() async throws {
    let work = try Workplace(Self.configuration)
    try FileManager.default.createDirectory(
      atPath: work.path("gone"), withIntermediateDirectories: true)
    try work.write("id,version\n1,5\n2,5\n", as: "gone/list.csv")
    try work.write(
      Table.of([
        Table.row("1", "2025-03-01", version: 4), Table.row("2", "2025-03-01", version: 6),
      ]))
    try await work.update()
    #expect(try work.release().best("A", "incidents") == "1")
  }

  @Test("Notes and names never reach the archive, its log included")
  func noFreeText() async throws {
    let work = try Workplace()
    try work.write(
      Table.of(
        [
          Table.row("1", "2025-03-01", note: "Zaynab saw it"),
          Table.row("x", "not a day", note: "Yusuf ran"),
        ] + (2...40).map { Table.row("\($0)", "2025-03-01", note: "Zaynab again \($0)") }))
    try await work.update()
    let bytes = try work.archiveBytes()
    for text in ["Zaynab", "Yusuf", "not a day"] {
      #expect(bytes.range(of: Data(text.utf8)) == nil)
    }
    #expect(bytes.range(of: Data("raid".utf8)) != nil)
  }

  @Test("A forgotten record is in no byte of the archive, and the next snapshot keeps it out")
  func forgotten() async throws {
    let work = try Workplace()
    let rows = [
      Table.row("1", "2025-03-01"), Table.row("unmistakable-id", "2025-03-01", kind: "singular"),
    ]
    try work.write(Table.of(rows))
    try await work.update("2026-03-01")
    let marks = ["unmistakable-id", "singular"].map { Data($0.utf8) }
    for mark in marks { #expect(try work.archiveBytes().range(of: mark) != nil) }
    let key = RecordKey(source: "S", id: "unmistakable-id")
    #expect(try work.settings().exclusively { try $0.forget(key) } == 1)
    for mark in marks { #expect(try work.archiveBytes().range(of: mark) == nil) }
    // The same file is known; the next one is not.
    #expect(try await work.update("2026-03-02").result == .published)
    try work.write(Table.of(rows + [Table.row("3", "2025-03-01")]))
    let outcome = try await work.update("2026-03-03")
    #expect(outcome.sources.map(\.changes.forgotten) == [1])
    #expect(try work.release().best("A", "incidents") == "2")
    for mark in marks { #expect(try work.archiveBytes().range(of: mark) == nil) }
    #expect(try work.settings().exclusively { try $0.check() }.problems == [])
  }
}
