import Foundation
import Testing

@Suite("nuzuh locate, run as a user runs it")
struct LocateCommandTests {
  @Test("Rows of a file come out with their regions, and a bad row makes exit code 1")
  func file() throws {
    let tool = try Tool()
    defer { tool.clean() }
    // The clock tower square of Homs, and a row without a point.
    let path = try tool.file("points.csv", "name,lat,lon\n\"a, b\",34.7308,36.7094\n")
    let outcome = try tool.run(
      "locate", path, "--level", "governorate", "--names", "en", "--no-zones")
    #expect(outcome.status == 0, "\(outcome.words)")
    #expect(
      outcome.output == "name,lat,lon,nuzuh_governorate,nuzuh_governorate_name,nuzuh_status,"
        + "nuzuh_distance_m\n\"a, b\",34.7308,36.7094,SY04,Homs,region,0\n")
    #expect(outcome.words == "points.csv (points): 1 rows = 1 region\n")
    let bad = try tool.file("bad.csv", "lat,lon\nx,36.7094\n")
    let second = try tool.run("locate", bad)
    #expect(second.status == 1)
    #expect(second.words.contains("warning: 1 × place/bad-coordinate, line 2"))
  }

  @Test("Rows come through a pipe, plain or packed, and a reader that leaves ends it quietly")
  func pipes() throws {
    let tool = try Tool()
    defer { tool.clean() }
    let rows = String(repeating: "36.7094,34.7308\n", count: 200_000)
    _ = try tool.file("many.csv", "lon,lat\n" + rows)
    let outcome = try tool.shell("nuzuh locate < many.csv | head -n 2")
    #expect(outcome.words.isEmpty, "\(outcome.words)")
    #expect(outcome.output.split(separator: "\n").count == 2)
    let packed = try tool.shell("gzip -c many.csv | nuzuh locate | wc -l")
    #expect(packed.output.trimmingCharacters(in: .whitespacesAndNewlines) == "200001")
    #expect(packed.words == "stdin (points): 200000 rows = 200000 region\n")
  }

  @Test("A name that is taken, and a header without a place, are refused with what to do")
  func refusals() throws {
    let tool = try Tool()
    defer { tool.clean() }
    let taken = try tool.run(
      "locate", try tool.file("taken.csv", "lon,lat,nuzuh_status\n1,2,3\n"))
    #expect(taken.status == 65)
    #expect(taken.output.isEmpty)
    #expect(taken.words.contains("--prefix"))
    let nowhere = try tool.run("locate", try tool.file("nowhere.csv", "a,b\n1,2\n"))
    #expect(nowhere.status == 65)
    #expect(nowhere.words.contains("--longitude and --latitude"))
    #expect(try tool.run("locate", "missing.csv").status == 66)
  }
}

extension Tool {
  /// Runs a line of shell with `nuzuh` at hand.
  fileprivate func shell(_ line: String) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "{ \(line); } > out.txt 2> err.txt"]
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    variables["PATH"] =
      Tool.path.deletingLastPathComponent().path() + ":" + (variables["PATH"] ?? "/usr/bin:/bin")
    variables["NUZUH_GEODATA"] = Tool.checkout.appending(path: "GeoData").path()
    process.environment = variables
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try text("out.txt"), words: try text("err.txt"))
  }
}
