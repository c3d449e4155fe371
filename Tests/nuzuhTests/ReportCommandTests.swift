import Foundation
import Testing

@Suite("nuzuh report, run as a user runs it")
struct ReportCommandTests {
  static let names = [
    "regions.geojson", "periods.geojson", "flows.geojson", "regions.qml", "periods.qml",
    "flows.qml", "tallies.csv", "accounts.json", "datapackage.json",
    "report.html", "summary.md",
  ]

  @Test("Without files it runs the shipped example, whose figures are those of its sources")
  func shippedExample() throws {
    let tool = try Tool()
    defer { tool.clean() }
    let outcome = try tool.run(
      "report", "--internal", "-o", "out", "--summary", "--lang", "ar", "--digits", "arab",
      "--publisher", "مكتب <الرصد>")
    #expect(outcome.status == 0, "\(outcome.words)")
    // Nothing but the summary goes to standard output.
    #expect(outcome.output == (try tool.text("out/summary.md")))
    #expect(outcome.output.contains("- القتلى: ١٬٥١٢ (١٤٧ أو أكثر)\n"))
    let page = try tool.text("out/report.html")
    #expect(page.contains("<bdi>مكتب &lt;الرصد&gt;</bdi>"))
    #expect(page.contains("dir=\"rtl\""))
    #expect(outcome.words.contains("--by month --prefer SOHR,UNHCR"))
    let regions = try tool.features("out/regions.geojson")
    // SOHR, civilians killed on the coast by 13 March 2025.
    #expect(regions["SY06"]?["killed"] as? Int == 735)
    #expect(regions["SY10"]?["killed"] as? Int == 466)
    #expect(regions["SY05"]?["killed"] as? Int == 262)
    // SOHR's 13, and at least 8 in the mosque bombing of 26 December.
    #expect(regions["SY04"]?["killed"] as? Int == 21)
    #expect(regions["SY04"]?["killed_high"] is NSNull)
    #expect(regions["SY04"]?["killed_high_open"] as? Bool == true)
    #expect(regions["N0271"]?["killed"] as? Int == 8)
    // 735 + 466 + 262 + 13 + 8 + 25 + 3, never the sum over sources.
    let country = try tool.tallies("out/tallies.csv").filter {
      $0["level"] == "country" && $0["indicator"] == "killed" && $0["place_status"] == "region"
    }
    #expect(country.compactMap { Int($0["best"] ?? "") }.reduce(0, +) == 1512)
    let lebanon = try tool.features("out/regions.geojson")["external:LBN"]
    #expect(lebanon?["arrived"] as? Int == 21_637)
    #expect(lebanon?["arrived_low"] as? Int == 8500)
  }

  @Test("A3: the same input gives the same bytes, whatever the number of threads")
  func threads() throws {
    let tool = try Tool()
    defer { tool.clean() }
    var text = "id,source,date_start,kind,region,latitude,longitude,killed,country\n"
    for row in 0..<30_000 {
      let day = "2025-0\(1 + row % 9)-1\(row % 8)"
      let latitude = "3\(4 + row % 3).\(row % 97)"
      text += "A\(row % 29_990),S,\(day),\(row % 5 == 0 ? "raid" : "shelling"),"
      text += "\(row % 11 == 0 ? "Hama" : ""),\(latitude),3\(5 + row % 4).5,\(row % 13),Syria\n"
    }
    let file = try tool.file("many.csv", text)
    for threads in ["1", "2", "5"] {
      _ = try tool.run(
        "report", file, "--by", "month", "--category", "kind", "--threads", threads, "-o", threads)
    }
    for name in Self.names {
      let first = try tool.bytes("1/\(name)")
      #expect(first.count > 2)
      #expect(try tool.bytes("2/\(name)") == first, "\(name) depends on the number of threads")
      #expect(try tool.bytes("5/\(name)") == first, "\(name) depends on the number of threads")
    }
  }

  @Test("--trust-points takes the point against the words, and says so in whatever it writes")
  func trustPoints() throws {
    let tool = try Tool()
    defer { tool.clean() }
    let file = try tool.file(
      "one.csv",
      "id,source,date_start,kind,region,latitude,longitude,precision\n"
        + "1,S,2025-03-06,raid,Hama,34.73,36.72,governorate\n")
    let plain = try tool.run("report", file, "-o", "plain", "--json")
    let trusting = try tool.run(
      "report", file, "-o", "trusting", "--trust-points", "--snap", "0", "--json")
    #expect(try tool.features("plain/regions.geojson")["SY05"]?["incidents"] as? Int == 1)
    #expect(try tool.features("trusting/regions.geojson")["SY04"]?["incidents"] as? Int == 1)
    #expect(trusting.words.contains("--trust-points"))
    #expect(!plain.words.contains("--trust-points"))
    for (folder, isMarked) in [("plain", false), ("trusting", true)] {
      let accounts = String(
        decoding: try tool.bytes("\(folder)/accounts.json"), as: UTF8.self)
      #expect(accounts.contains("trust_points") == isMarked)
    }
  }

  @Test("A3: the same input gives the same bytes, whatever the order of rows and files")
  func sameBytes() throws {
    let tool = try Tool()
    defer { tool.clean() }
    let example = Tool.checkout.appending(path: "GeoData/examples")
    let text = try String(
      contentsOf: example.appending(path: "incidents.csv"), encoding: .utf8)
    var lines = text.split(separator: "\n").map(String.init)
    let header = lines.removeFirst()
    let incidents = try tool.file("incidents.csv", text)
    try FileManager.default.createDirectory(
      at: tool.folder.appending(path: "other"), withIntermediateDirectories: true)
    let reversed = try tool.file(
      "other/incidents.csv", ([header] + lines.reversed()).joined(separator: "\n") + "\n")
    let movements = example.appending(path: "movements.csv").path()
    _ = try tool.run("report", incidents, movements, "--by", "week", "-o", "a")
    _ = try tool.run("report", movements, incidents, incidents, "--by", "week", "-o", "b")
    _ = try tool.run("report", reversed, movements, "--by", "week", "-o", "c")
    for name in Self.names {
      let first = try tool.bytes("a/\(name)")
      #expect(first.count > 2)
      #expect(try tool.bytes("b/\(name)") == first, "\(name) depends on the order of files")
      // The input's own checksum stands in these two.
      guard name != "accounts.json", name != "datapackage.json" else { continue }
      #expect(try tool.bytes("c/\(name)") == first, "\(name) depends on the order of rows")
    }
  }

  @Test("A rejected row is named with file, line and column, and the exit code says so")
  func rejectedRow() throws {
    let tool = try Tool()
    defer { tool.clean() }
    let file = try tool.file(
      "bad.csv",
      """
      id,source,date_start,date_end,kind,region,killed
      1,Test,2025-01-01,,attack,SY04,3
      2,Test,03/04/2025,,attack,SY04,5
      """)
    let outcome = try tool.run("report", file, "-o", "out", "--json")
    #expect(outcome.status == 1)
    #expect(outcome.words.contains("bad.csv line 3"))
    #expect(outcome.output.contains("\"rejected\":1"))
    let killed = try tool.tallies("out/tallies.csv").first {
      $0["level"] == "governorate" && $0["indicator"] == "killed"
    }
    #expect(killed?["best"] == "3")
  }

  @Test(
    "Wrong use and missing input have exit codes of their own",
    arguments: [
      (["report", "missing.csv"], 66), (["report", "--by", "fortnight"], 64),
      (["report", "--from", "2025-02-01", "--to", "2025-01-01"], 64), (["nonsense"], 64),
      (["report", "--lang", "fr"], 64), (["report", "--json", "--summary"], 64),
      (["regions", "show", "XX99"], 66), (["report", "--geodata", "nowhere"], 66),
    ])
  func exitCodes(arguments: [String], code: Int) throws {
    let tool = try Tool()
    defer { tool.clean() }
    let outcome = try tool.run(arguments)
    #expect(Int(outcome.status) == code, "\(outcome.words)")
    #expect(!outcome.words.isEmpty)
  }

  @Test("A directory that is no report of ours is left alone")
  func foreignDirectory() throws {
    let tool = try Tool()
    defer { tool.clean() }
    try FileManager.default.createDirectory(
      at: tool.folder.appending(path: "mine"), withIntermediateDirectories: true)
    let thesis = try tool.file("mine/thesis.txt", "ten years of work")
    let outcome = try tool.run("report", "-o", "mine")
    #expect(outcome.status == 73)
    #expect(try String(contentsOf: URL(filePath: thesis), encoding: .utf8) == "ten years of work")
  }
}
