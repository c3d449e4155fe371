import Foundation
import Testing

@Suite("nuzuh compare and nuzuh releases")
struct CompareCommandTests {
  private static let header =
    "id,source,date_start,date_end,kind,region,precision,killed,country\n"

  private func report(_ tool: Tool, _ rows: String, into directory: String) throws {
    let file = try tool.file("\(directory).csv", Self.header + rows)
    let outcome = try tool.run(
      "report", file, "--level", "governorate", "--indicator", "killed", "-o", directory)
    #expect(outcome.status == 0, "\(outcome.words)")
  }

  @Test("two releases are compared in all formats, and the exit code says so only if asked")
  func compare() throws {
    let tool = try Tool()
    defer { tool.clean() }
    let row = "a,Field,2025-01-02,2025-01-02,clash,Latakia,governorate,"
    try report(tool, row + "12,SYR\n", into: "old")
    try report(
      tool, row + "14,SYR\nb,Field,2025-01-02,2025-01-02,clash,Hama,governorate,3,SYR\n",
      into: "new")

    let text = try tool.run("compare", "old", "new")
    #expect(text.status == 0)
    #expect(
      text.output.contains(
        "revised: killed, Latakia [SY06], governorate, all days: 12 → 14, +2"))
    #expect(
      text.output.contains(
        "appeared: killed, Hama [SY05], governorate, all days: no report → 3"))

    let map = try tool.run("compare", "old", "new", "--geojson", "--exit-code")
    #expect(map.status == 1)
    let object = try JSONSerialization.jsonObject(with: Data(map.output.utf8)) as? [String: Any]
    let features = object?["features"] as? [[String: Any]] ?? []
    let latakia = features.first { $0["id"] as? String == "governorate/SY06" }
    let properties = latakia?["properties"] as? [String: Any]
    #expect(properties?["killed_change"] as? Int == 2)

    let same = try tool.run("compare", "old", "old", "--exit-code")
    #expect(same.status == 0)
    #expect(same.output.contains("nothing changed"))
    #expect(try tool.run("compare", "old", "nowhere").status == 66)
    #expect(try tool.run("compare", "old", "new", "--indicator", "killed").status == 64)
  }

  @Test("records behind changes are told only with --internal, from the archive of the updates")
  func causes() throws {
    let tool = try Tool()
    defer { tool.clean() }
    _ = try tool.file(
      "nuzuh.toml",
      """
      archive = "archive.sqlite"
      output = "out"
      [[source]]
      name = "field"
      files = ["in.csv"]
      missing = "deleted"
      [report]
      levels = ["governorate"]
      indicators = ["killed"]
      """)
    let row = "a,Field,2025-01-02,2025-01-02,clash,Latakia,governorate,"
    for (day, killed) in [(1, 12), (2, 14)] {
      _ = try tool.file("in.csv", Self.header + row + "\(killed),SYR\n")
      let epoch = ["SOURCE_DATE_EPOCH": "\(1_767_225_600 + day * 86_400)"]
      #expect(try tool.run(["update"], environment: epoch).status == 0)
    }
    let names = try FileManager.default.contentsOfDirectory(
      atPath: tool.folder.appending(path: "out/releases").path()
    ).sorted().map { "out/releases/\($0)" }
    let arguments = ["compare", names[0], "out/current", "--config", "nuzuh.toml"]
    #expect(try tool.run(arguments).status == 64)
    let told = try tool.run(arguments + ["--internal"])
    #expect(told.status == 0, "\(told.words)")
    #expect(
      told.output.hasPrefix("INTERNAL, not for publication") && told.words.contains("INTERNAL"))
    #expect(
      told.output.contains(
        "    +2  revised Field:a: killed: 12 → 14 (in.csv line 2, 2026-01-03T00:00:00Z)"))
  }

  @Test("releases are listed, shown and pruned, and a root without any is missing input")
  func releases() throws {
    let tool = try Tool()
    defer { tool.clean() }
    #expect(try tool.run("releases", "list", "--root", "out").status == 66)
    let names = ["2026-03-01T02-00-00Z-0123456789ab", "2026-03-02T02-00-00Z-0123456789ac"]
    for name in names {
      let folder = tool.folder.appending(path: "out/releases/\(name)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let package = #"{"resources":[{"path":"tallies.csv","bytes":7,"hash":"sha256:ab"}]}"#
      try Data(package.utf8).write(to: folder.appending(path: "datapackage.json"))
    }
    try FileManager.default.createSymbolicLink(
      atPath: tool.folder.appending(path: "out/current").path(),
      withDestinationPath: "releases/\(names[1])")

    let list = try tool.run("releases", "list", "--root", "out")
    #expect(list.output == "  \(names[0])\n* \(names[1])\n")
    let show = try tool.run("releases", "show", "--root", "out", "--json")
    #expect(show.output.contains(#""name":"tallies.csv","bytes":7,"hash":"sha256:ab""#))
    #expect(try tool.run("releases", "show", "2026", "--root", "out").status == 66)
    #expect(try tool.run("releases", "prune", "--keep", "0", "--root", "out").status == 64)
    let pruned = try tool.run("releases", "prune", "--keep", "1", "--root", "out")
    #expect(pruned.output == "  \(names[0])\n")
    #expect(try tool.run("releases", "--root", "out").output == "* \(names[1])\n")
  }
}
