import Checks
import Foundation
import Records
import Testing

/// `Scripts/validate-sarif.py` checks a whole log by the schema of OASIS.
@Suite("A check as SARIF 2.1.0")
struct SARIFLogTests {
  private let folder = Result { try CheckedFolder() }

  private func run(_ report: CheckReport) throws -> [String: Any] {
    let bytes = SARIFLog(report, version: "1.2.3", exitCode: report.needsPerson ? 1 : 0).json()
    let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    #expect(object?["version"] as? String == "2.1.0")
    return try #require((object?["runs"] as? [[String: Any]])?.first)
  }

  private func results(_ report: CheckReport) throws -> [[String: Any]] {
    try #require(try run(report)["results"] as? [[String: Any]])
  }

  @Test("a result names its rule by id and index, its level, its file, its line and its column")
  func result() throws {
    let folder = try folder.get()
    try folder.write(
      "März 1#.csv", CheckedFolder.header + "1,O,2025-02-30,clash,{0} [a](b),,,\n")
    let report = try folder.check("März 1#.csv")
    let run = try run(report)
    let result = try #require((run["results"] as? [[String: Any]])?.first)
    let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
    let rules = try #require(driver?["rules"] as? [[String: Any]])
    let index = try #require(result["ruleIndex"] as? Int)
    #expect(rules[index]["id"] as? String == "date/unreadable")
    #expect(result["ruleId"] as? String == "date/unreadable")
    #expect(result["level"] as? String == "error")
    let location = (result["locations"] as? [[String: Any]])?.first?["physicalLocation"]
    let physical = try #require(location as? [String: Any])
    let uri = (physical["artifactLocation"] as? [String: Any])?["uri"] as? String
    #expect(uri?.hasPrefix("file:///") == true && uri?.hasSuffix("/M%C3%A4rz%201%23.csv") == true)
    let region = physical["region"] as? [String: Int]
    #expect(region == ["startLine": 2, "startColumn": 5])
    let invocation = (run["invocations"] as? [[String: Any]])?.first
    #expect(invocation?["exitCode"] as? Int == 1)
    for rule in rules {
      let help = rule["help"] as? [String: String]
      #expect(help?["text"]?.isEmpty == false && help?["markdown"]?.isEmpty == false)
    }
  }

  @Test("what looks like a placeholder or a link in a value is escaped")
  func escapes() throws {
    let folder = try folder.get()
    try folder.write("a.csv", CheckedFolder.header + "1,O,2025-03-06,clash,{0} [a](b),,,\n")
    let messages = try results(try folder.check("a.csv")).compactMap {
      ($0["message"] as? [String: String])?["text"]
    }
    #expect(messages.contains { $0.contains("“{{0}} \\[a\\](b)”") }, "\(messages)")
  }

  @Test("fingerprints are all different, and stay when lines shift")
  func fingerprints() throws {
    let folder = try folder.get()
    let rows =
      "1,O,2025-02-30,clash,Hama,,,\n2,O,2025-02-30,clash,Hama,,,\n3,O,x,clash,Hama,,,\n"
      + "4,O,2025-03-06,clash,Hama,,,1\n4,O,2025-03-06,clash,Hama,,,2\n"
    try folder.write("a.csv", CheckedFolder.header + rows)
    let before = try marks(try folder.check("a.csv"))
    try folder.write(
      "a.csv", CheckedFolder.header + "9,O,2025-03-01,clash,Hama,,,\n" + rows)
    let after = try marks(try folder.check("a.csv"))
    #expect(before == after && before.count == 4 && Set(before).count == 4)
  }

  private func marks(_ report: CheckReport) throws -> [String] {
    try results(report).compactMap {
      ($0["partialFingerprints"] as? [String: String])?["nuzuh/v1"]
    }
  }

  @Test("what is not listed is declared")
  func counts() throws {
    let folder = try folder.get()
    let rows = (1...9).map { "\($0),O,x,clash,Hama,,,\n" }.joined()
    try folder.write("a.csv", CheckedFolder.header + rows)
    let run = try run(try folder.check("a.csv", limit: 2))
    #expect((run["results"] as? [Any])?.count == 2)
    let properties = run["properties"] as? [String: Any]
    #expect(properties?["limitPerRule"] as? Int == 2)
    #expect((properties?["counts"] as? [String: Int])?["date/unreadable"] == 9)
  }
}
