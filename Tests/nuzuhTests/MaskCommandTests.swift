import Foundation
import Testing

@Suite("nuzuh mask, run as a user runs it")
struct MaskCommandTests {
  private static let header =
    "id,source,date_start,date_end,kind,region,latitude,longitude,precision,killed,country\n"

  @Test("Points are written by a key, told in few words, and refuse a finer report beside them")
  func whole() throws {
    let tool = try Tool()
    defer { tool.clean() }
    let events = try tool.file(
      "events.csv",
      MaskCommandTests.header
        + "a,S,2025-03-06,2025-03-06,raid,,34.7308,36.7094,exact,3,SYR\n"
        + "b,S,2025-03-07,2025-03-07,raid,Homs,,,governorate,5,SYR\n")
    let made = try tool.run("mask", "--new-key", "key")
    #expect(made.status == 0, "\(made.words)")
    #expect(try tool.run("mask", "--new-key", "key").status == 73)
    let outcome = try tool.run("mask", events, "--key", "key", "-o", "points.geojson")
    #expect(outcome.status == 0, "\(outcome.words)")
    #expect(outcome.words == "1 MASKED points by policy public: points.geojson\n")
    let points = try tool.text("points.geojson")
    #expect(points.contains("\"region_id\":\"SY040100\"") && points.contains("\"2025-03\""))
    #expect(!points.contains("raid") && !points.contains("34.7308") && !points.contains("36.7094"))
    #expect(try tool.text("points.internal.json").contains("\"masked\":1,"))
    let finer = try tool.run("report", events, "-o", "release")
    #expect(finer.status == 65)
    #expect(finer.words.contains("points.geojson holds masked points"), "\(finer.words)")
    #expect(!FileManager.default.fileExists(atPath: tool.folder.appending(path: "release").path()))
    // The nightly job refuses as well, and monitoring is told why.
    #expect(try tool.run("init").status == 0)
    let update = try tool.run("update")
    #expect(update.status == 65)
    #expect(update.words.contains("points.geojson holds masked points"), "\(update.words)")
    #expect(try tool.text("last-run.json").contains("\"exit_code\":65"))
  }

  @Test("What is missing is said, with what to do")
  func usage() throws {
    let tool = try Tool()
    defer { tool.clean() }
    let events = try tool.file("events.csv", MaskCommandTests.header)
    for (arguments, word) in [
      (["mask", events], "--new-key"), (["mask", "--new-key", "k", events], "alone"),
      (["mask", events, "--key", "none"], "the key none cannot be used"),
      (["mask", events, "--key", "none", "--figure", "injured"], "calls it protected"),
    ] {
      let outcome = try tool.run(arguments)
      #expect([64, 66].contains(outcome.status))
      #expect(outcome.words.contains(word), "\(outcome.words)")
    }
  }
}
