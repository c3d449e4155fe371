import Foundation
import Testing

@Suite("nuzuh init, nuzuh update and nuzuh status")
struct UpdateCommandTests {
  private static let rows = """
    id,source,date_start,date_end,kind,region,precision,killed,country
    a,Field,2025-01-02,2025-01-02,clash,Latakia,governorate,12,SYR

    """

  /// A new operator's folder: the configuration of `nuzuh init`, and one file that it looks for.
  private func workplace() throws -> Tool {
    let tool = try Tool()
    #expect(try tool.run("init").status == 0)
    let incoming = tool.folder.appending(path: "incoming")
    try FileManager.default.createDirectory(at: incoming, withIntermediateDirectories: true)
    try Data(Self.rows.utf8).write(to: incoming.appending(path: "a.csv"))
    return tool
  }

  private func lastRun(_ tool: Tool) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: try tool.bytes("last-run.json")) as? [String: Any] ?? [:]
  }

  @Test("the configuration of nuzuh init works as it is, silently, and only once for one content")
  func fromInitToRelease() throws {
    let tool = try workplace()
    defer { tool.clean() }
    let first = try tool.run("update")
    #expect(first.status == 0)
    #expect(first.output.isEmpty && first.words.isEmpty, "\(first.words)")
    #expect(try tool.text("output/current/tallies.csv").contains("SY06"))
    #expect(try tool.run("update", "--json").output.contains(#""result":"unchanged""#))
    let status = try tool.run("status")
    #expect(status.status == 0)
    #expect(status.output.hasPrefix("unchanged, "))
  }

  @Test("monitoring is told the exit code and the words that the run ended with")
  func failureIsToldInFull() throws {
    let tool = try workplace()
    defer { tool.clean() }
    let update = try tool.run(["update"], environment: ["NUZUH_GEODATA": "nowhere"])
    #expect(update.status == 66)
    let noted = try lastRun(tool)
    #expect(noted["exit_code"] as? Int == 66)
    let error = try #require(noted["error"] as? String)
    #expect(error.contains("nowhere"))
    #expect(update.words == "nuzuh: \(error)\n")
  }
}
