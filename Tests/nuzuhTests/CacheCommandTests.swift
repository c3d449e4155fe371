import Foundation
import Testing

@Suite("A3: no figure depends on what an earlier run kept")
struct CacheCommandTests {
  @Test("The shipped example is the same bytes with nothing kept, something kept, and no cache")
  func sameBytes() throws {
    let tool = try Tool()
    defer { tool.clean() }
    let cache = ["NUZUH_CACHE": tool.folder.appending(path: "kept").path()]
    let runs: [(name: String, arguments: [String], environment: [String: String])] = [
      ("first", [], cache), ("second", [], cache), ("third", ["--no-cache"], cache),
      ("fourth", [], ["NUZUH_CACHE": "off"]),
    ]
    for run in runs {
      let outcome = try tool.run(
        ["report", "-o", run.name] + run.arguments, environment: run.environment)
      #expect(outcome.status <= 1, "\(outcome.words)")
    }
    let kept = try FileManager.default.contentsOfDirectory(atPath: cache["NUZUH_CACHE"] ?? "")
    #expect(kept.count == 3, "the boundaries, the coarse index, and simplified outlines")
    for name in try FileManager.default.contentsOfDirectory(
      atPath: tool.folder.appending(path: "first").path())
    {
      let expected = try tool.bytes("fourth/\(name)")
      for run in runs.dropLast() {
        let isSame = try tool.bytes("\(run.name)/\(name)") == expected
        #expect(isSame, "\(run.name)/\(name)")
      }
    }
  }

  @Test("Regions are found alike")
  func regions() throws {
    let tool = try Tool()
    defer { tool.clean() }
    let cache = ["NUZUH_CACHE": tool.folder.appending(path: "kept").path()]
    for arguments in [["regions", "--json"], ["regions", "search", "الغاب"]] {
      let plain = try tool.run(arguments + ["--no-cache"])
      #expect(plain.status == 0)
      for _ in 0..<2 {
        #expect(try tool.run(arguments, environment: cache).output == plain.output)
      }
    }
  }
}
