import Foundation
import Testing

@Suite("nuzuh report protects by default, and nuzuh verify checks it from outside")
struct ProtectedReportTests {
  private static let header =
    "id,source,date_start,date_end,measure,kind,origin,destination,precision,unit,best,notes"

  /// Displacements out of subdistricts, each figure given by several records.
  private func movements(
    _ figures: [(place: String, day: String, numbers: [Int])], prefix: String = "r",
    notes: String = ""
  ) -> String {
    var rows = [Self.header]
    for (position, figure) in figures.enumerated() {
      for (record, number) in figure.numbers.enumerated() {
        rows.append(
          "\(prefix)-\(position)-\(record),Office,\(figure.day),\(figure.day),flow,displacement,"
            + "\(figure.place),,subdistrict,persons,\(number),\(notes)")
      }
    }
    return rows.joined(separator: "\n") + "\n"
  }

  private let usual: [(place: String, day: String, numbers: [Int])] = [
    ("SY060000", "2025-03-05", [20, 30, 25]), ("SY060001", "2025-03-06", [1, 1]),
    ("SY060002", "2025-03-07", [1, 1, 1]), ("SY060004", "2025-03-08", [15, 15, 12]),
    ("SY060200", "2025-03-09", [9, 8, 12]), ("SY060000", "2025-04-05", [10, 30, 21]),
    ("SY060001", "2025-04-06", [7, 8, 9]), ("SY060002", "2025-04-06", [2, 1]),
    ("SY060004", "2025-04-10", [12, 10, 9]), ("SY060200", "2025-04-21", [8, 8, 9]),
  ]

  private func displaced(
    _ tool: Tool, _ directory: String, at level: String = "subdistrict"
  ) throws -> [String: String] {
    var figures: [String: String] = [:]
    for row in try tool.tallies("\(directory)/tallies.csv")
    where row["level"] == level && row["indicator"] == "displaced" {
      let key = "\(row["region_id"] ?? "") \(row["period_start"] ?? "")"
      figures[key] = row["status"] == "withheld" ? "withheld" : row["best"]
    }
    return figures
  }

  @Test(
    "D2, D3: small figures are withheld, and as many others as it takes; large totals are shown")
  func protects() throws {
    let tool = try Tool()
    defer { tool.clean() }
    let file = try tool.file("moves.csv", movements(usual))
    let outcome = try tool.run("report", file, "--by", "month", "-o", "out")
    #expect(outcome.status == 0, "\(outcome.words)")
    #expect(outcome.words.contains("PROTECTED release by policy public"))
    let figures = try displaced(tool, "out")
    #expect(figures["SY060001 2025-03-01"] == "withheld")
    #expect(figures["SY060002 2025-03-01"] == "withheld")
    #expect(figures["SY060002 2025-04-01"] == "withheld")
    #expect(try displaced(tool, "out", at: "governorate")["SY06 2025-03-01"] == "151")
    for row in try tool.tallies("out/tallies.csv") where row["status"] == "withheld" {
      for told in ["low", "best", "high", "records"] { #expect(row[told] == "") }
    }
    let verdict = try tool.run("verify", "out")
    #expect(verdict.status == 0, "\(verdict.output)\(verdict.words)")
  }

  @Test("What only the organisation may see lies beside the release, readable by its owner alone")
  func sidecar() throws {
    let tool = try Tool()
    defer { tool.clean() }
    let file = try tool.file("moves.csv", movements(usual))
    _ = try tool.run("report", file, "--by", "month", "-o", "out")
    let inside = try tool.text("out.internal/accounts.json")
    #expect(inside.contains("moves.csv") && inside.contains("\"rows\":28"))
    let accounts = try tool.text("out/accounts.json")
    #expect(!accounts.contains("moves.csv") && !accounts.contains("rows"))
    let manager = FileManager.default
    for (name, mode) in [("out.internal", 0o700), ("out.internal/accounts.json", 0o600)] {
      let attributes = try manager.attributesOfItem(
        atPath: tool.folder.appending(path: name).path())
      #expect((attributes[.posixPermissions] as? Int) == mode)
    }
  }

  @Test("Two inputs that differ only inside withheld figures give the same bytes, words and codes")
  func nonInterference() throws {
    let tool = try Tool()
    defer { tool.clean() }
    // Two subdistricts exchange one person in March and give it back in April, so that every
    // total that is shown stays, and so do the figures that are small.
    var other = usual
    other[1].numbers = [1, 1, 1]
    other[2].numbers = [2]
    other[6].numbers = [7, 8, 8]
    other[7].numbers = [2, 2]
    try FileManager.default.createDirectory(
      at: tool.folder.appending(path: "b"), withIntermediateDirectories: true)
    let first = try tool.file("a.csv", movements(usual))
    let second = try tool.file("b/a.csv", movements(other, prefix: "another", notes: "a note"))
    for options in [["--by", "month"], ["--by", "week"], []] {
      let one = try tool.run(["report", first, "-o", "out"] + options)
      try FileManager.default.moveItem(
        at: tool.folder.appending(path: "out"), to: tool.folder.appending(path: "one"))
      let two = try tool.run(["report", second, "-o", "out"] + options)
      #expect(one.status == two.status && one.words == two.words && one.output == two.output)
      let names = try FileManager.default.contentsOfDirectory(
        atPath: tool.folder.appending(path: "one").path())
      #expect(names.count >= 6)
      for name in names {
        #expect(try tool.bytes("one/\(name)") == tool.bytes("out/\(name)"), "\(name) \(options)")
      }
      for name in ["one", "out"] {
        try FileManager.default.removeItem(at: tool.folder.appending(path: name))
      }
    }
  }

  @Test("D6: names, notes, keys and sources of the input are in no public file and no log")
  func canaries() throws {
    let tool = try Tool()
    defer { tool.clean() }
    let text = movements(usual, prefix: "CANARYKEY", notes: "CANARYNOTE")
      .replacingOccurrences(of: ",Office,", with: ",CANARYSOURCE,")
    let file = try tool.file("CANARYFILE.csv", text)
    let outcome = try tool.run(
      "report", file, "--by", "month", "-o", "out", "--json", "--gpkg", "--sequences",
      "newline,rfc8142", "--tables", "hapi,flowmap")
    #expect(outcome.output.contains("report.gpkg"))
    var published = outcome.output + outcome.words
    for name in try FileManager.default.contentsOfDirectory(
      atPath: tool.folder.appending(path: "out").path())
    {
      published += try tool.text("out/\(name)")
    }
    #expect(!published.contains("CANARY"))
    #expect(try tool.text("out.internal/accounts.json").contains("CANARYFILE"))
  }

  @Test("verify finds files that were changed, and reports that were never protected")
  func verify() throws {
    let tool = try Tool()
    defer { tool.clean() }
    let file = try tool.file("moves.csv", movements(usual))
    _ = try tool.run(
      "report", file, "--by", "month", "-o", "out", "--hxl", "--tables", "hapi,flowmap")
    _ = try tool.run("report", file, "--by", "month", "--internal", "-o", "inside")
    #expect(try tool.run("verify", "inside").status == 1)
    #expect(try tool.run("verify", "nowhere").status == 66)
    let json = try tool.run("verify", "out", "--json")
    #expect(json.output.contains("\"safe\":true"))
    let table = tool.folder.appending(path: "out/tallies.csv")
    let changed = try tool.text("out/tallies.csv").replacingOccurrences(of: "151", with: "152")
    try Data(changed.utf8).write(to: table)
    let outcome = try tool.run("verify", "out")
    #expect(outcome.status == 65 && outcome.words.contains("tallies.csv"))
  }

  @Test("D5: between revisions nothing published changes; late, changed and withdrawn records wait")
  func series() throws {
    let tool = try Tool()
    defer { tool.clean() }
    var later = usual
    later[0].numbers = [20, 30, 25, 2]
    later[4].numbers = []
    later += [
      ("SY060002", "2025-03-20", [40, 41, 42]), ("SY060000", "2025-05-05", [10, 30, 21]),
      ("SY060001", "2025-05-05", [11, 31, 22]),
    ]
    let first = try tool.file("first.csv", movements(usual))
    let second = try tool.file("second.csv", movements(later))
    let ledger = tool.folder.appending(path: "ledger.jsonl").path()
    func report(_ file: String, _ output: String, _ more: String...) throws -> Tool.Outcome {
      try tool.run(["report", file, "--by", "month", "--ledger", ledger, "-o", output] + more)
    }
    for (file, output) in [(first, "one"), (second, "two")] {
      let outcome = try report(file, output)
      #expect(outcome.status == 0, "\(outcome.words)")
    }
    let (one, two) = (try displaced(tool, "one"), try displaced(tool, "two"))
    for (key, figure) in one { #expect(two[key] == figure, "\(key)") }
    #expect(two["SY060000 2025-05-01"] == "61")
    #expect(try tool.run("verify", "one", "two").status == 0)
    let outcome = try report(second, "three", "--revision")
    #expect(outcome.status == 0, "\(outcome.words)")
    let three = try displaced(tool, "three")
    // 2 more is less than k; 29 less and 123 more are not, but what was withheld stays so.
    #expect(three["SY060000 2025-03-01"] == "withheld")
    #expect(three["SY060200 2025-03-01"] == nil)
    #expect(three["SY060002 2025-03-01"] == "withheld")
    let verdict = try tool.run("verify", "one", "two", "three")
    #expect(verdict.status == 0, "\(verdict.output)\(verdict.words)")
  }

  @Test("A series is counted in the same way throughout")
  func basis() throws {
    let tool = try Tool()
    defer { tool.clean() }
    let file = try tool.file("moves.csv", movements(usual))
    #expect(try tool.run("report", file, "--by", "month", "-o", "out").status == 0)
    #expect(try tool.run("report", file, "--by", "week", "-o", "out").status == 64)
    #expect(try tool.run("report", file, "--by", "month", "-o", "out").status == 0)
  }

  @Test("A policy of one's own is taken from a file; an error in it names the line")
  func policy() throws {
    let tool = try Tool()
    defer { tool.clean() }
    let policy = try tool.file("p.toml", "name = \"ours\"\nk = 9\n[indicators]\nkilled = \"no\"\n")
    let outcome = try tool.run("policy", "show", "--policy", policy)
    #expect(outcome.status == 65 && outcome.words.contains("p.toml: line 4"))
    #expect(try tool.run("policy", "show", "--strict").output.contains("policy strict"))
    let json = try tool.run("policy", "show", "--json")
    #expect(json.output.contains("\"killed\":{\"sensitivity\":\"public\""))
    #expect(try tool.run("report", "--internal", "--strict").status == 64)
  }
}
