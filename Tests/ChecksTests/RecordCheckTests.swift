import Checks
import Foundation
import Records
import Testing

@Suite("A check reads and places, and says what is wrong where")
struct RecordCheckTests {
  private let folder = Result { try CheckedFolder() }
  private let header = CheckedFolder.header

  @Test("findings stand at line and character, behind quoted line ends and Arabic letters, too")
  func places() throws {
    let folder = try folder.get()
    try folder.write(
      "a.csv",
      header + "1,Office,2025-02-30,clash,Hama,,,\n"
        + "2,\"Of\"\"fi\nce\",2025-03-06,\"قصف\",Hamma,,,\"x\"\n"
        + "3,Office,2025-03-06,clash,Hama;Homms,,,1\n")
    let report = try folder.check("a.csv")
    #expect(
      folder.bare(report.text) == """
        a.csv:2:10: error: date_start: “2025-02-30” is a day that does not exist; correct it \
        [date/unreadable]
        a.csv:4:31: error: killed: “x” is not a number; write digits with a decimal point, or \
        leave the cell blank if it is unknown [figure/unreadable]
        a.csv:5: note: no usable place [place/none]
        a.csv:5:27: warning: region: “Homms” is not a known place [place/unknown-name]
        a.csv (tracker-incidents): 3 rows = 1 to be counted + 2 rejected + 0 replaced
        2 errors, 1 warning, 1 note; nuzuh check --explain RULE says what a rule means

        """)
    #expect(report.needsPerson)
  }

  @Test("A2: one key with different contents is found across files")
  func identity() throws {
    let folder = try folder.get()
    try folder.write("a.csv", header + "1,Office,2025-03-06,clash,Hama,,,1\n")
    try folder.write("b.csv", header + "1,Office,2025-03-06,clash,Hama,,,2\n")
    let report = try folder.check("b.csv", "a.csv")
    #expect(report.counts == [.sameKeyDifferentContent: 1])
    #expect(report.files.map(\.replaced).reduce(0, +) == 1)
    #expect(report.entries.first?.finding.column == "id")
    #expect(try folder.check("a.csv", "b.csv").text == report.text)
  }

  @Test("nothing stops it: what cannot be read is a finding, and the rest is read all the same")
  func goesOn() throws {
    let folder = try folder.get()
    try folder.write("1.csv", "1,SECRET NAME,2025-03-06\n2,SECRET NAME,2025-03-07\n")
    try folder.write(
      "2.json",
      "[{\"id\":1,\"source\":\"O\",\"date_start\":\"2025-03-06\",\"kind\":\"c\",\"region\":\"Hama\"},"
    )
    try folder.write("3.csv", header + "1,Office,2025-03-06,clash,Hama,,,1\n")
    try folder.write("4.csv", header + "1,Office,2025-03-06,clash,Hama,,,1\n")
    try folder.write("5.csv", "")
    let report = try folder.check("5.csv", "4.csv", "3.csv", "2.json", "1.csv")
    let rules = report.entries.map {
      "\(folder.bare($0.finding.file)) \($0.finding.rule.rawValue)"
    }
    #expect(
      rules == [
        "1.csv file/missing-column", "2.json file/unreadable", "4.csv file/repeated",
        "5.csv file/unreadable",
      ])
    #expect(!report.text.contains("SECRET"))
    #expect(report.files.first { $0.path.hasSuffix("3.csv") }?.rows == 1)
    #expect(try folder.check("1.csv", "2.json", "3.csv", "4.csv", "5.csv").json() == report.json())
  }

  @Test("a path that leads nowhere is the command's fault, and stops it")
  func missing() throws {
    let folder = try folder.get()
    #expect(throws: (any Error).self) { try folder.check("none.csv") }
  }

  @Test("all findings are counted, and as many of each rule listed as asked for")
  func limit() throws {
    let folder = try folder.get()
    let rows = (1...50).map { "\($0),O,2025-03-06,clash,Nowhere\($0),,,\n" }.joined()
    try folder.write("a.csv", header + rows)
    let report = try folder.check("a.csv", limit: 3)
    #expect(report.counts[.unknownName] == 50 && report.unlisted(.unknownName) == 47)
    #expect(report.entries.count { $0.finding.rule == .unknownName } == 3)
    #expect(report.entries.map(\.finding.line).max() == 4)
    #expect(report.text.contains("47 more of place/unknown-name are not listed"))
  }

  @Test("a file all of whose points are swapped gets one hint that says so, before the rows")
  func swapped() throws {
    let folder = try folder.get()
    let rows = (1...12).map { "\($0),O,2025-03-06,clash,,37.\($0),34.5,\n" }.joined()
    try folder.write("a.csv", header + rows)
    let report = try folder.check("a.csv")
    let first = try #require(report.entries.first?.finding)
    #expect(first.line == 0 && first.rule == .swappedAxes)
    #expect(first.message.hasPrefix("all 12 points fall inside the regions only when swapped"))
    #expect(report.counts[.swappedAxes] == 13)
  }

  @Test("a clean file has no findings, and nobody has to look")
  func clean() throws {
    let folder = try folder.get()
    try folder.write("a.csv", header + "1,Office,2025-03-06,clash,Hama,34.5,37,1\n")
    let report = try folder.check("a.csv")
    #expect(report.entries.isEmpty && !report.needsPerson)
    #expect(report.text.hasSuffix("0 errors, 0 warnings, 0 notes\n"))
  }
}
