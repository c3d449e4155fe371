import Foundation
import Testing

@Suite("D5: a revision is safe together with the releases before it, for whoever has their files")
struct RevisionTests {
  private static let header =
    "id,source,date_start,date_end,measure,kind,origin,destination,precision,unit,best"

  /// What somebody reported, and in which releases it is counted.
  struct Reported: Sendable {
    let releases: ClosedRange<Int>
    /// Month and day of 2025, kind, origin, destination, unit.
    let words: String
    let best: Int

    init(_ releases: ClosedRange<Int>, _ words: String, _ best: Int) {
      (self.releases, self.words, self.best) = (releases, words, best)
    }

    func row(_ id: Int) -> String {
      let parts = words.split(separator: " ").map { $0 == "-" ? "" : String($0) }
      let day = "2025-\(parts[0])"
      return "r\(id),S,\(day),\(day),flow,\(parts[1]),\(parts[2]),\(parts[3]),,\(parts[4]),\(best)"
    }
  }

  /// Three releases of 2025 by month, the last a revision: found by trying random ones.
  struct Sample: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var options = ["--level", "governorate", "district", "subdistrict"]
    /// What only some releases are asked for besides.
    var own: [Int: [String]] = [:]
    /// Indicators that the policy makes public.
    var open: [String] = []
    let reported: [Reported]
    /// What is not told anew by the revision.
    var waits: String?
  }

  static let samples = [
    Sample(
      testDescription: "a late record, where the first release tells totals of fewer days",
      reported: [
        Reported(0...2, "01-18 displacement SY050100 SY050201 persons", 2),
        Reported(0...2, "01-01 return SY050201 - households", 1),
        Reported(1...2, "02-14 displacement SY050202 - persons", 3),
        Reported(1...2, "02-28 return SY050101 SY05 households", 1),
        Reported(1...2, "02-08 displacement SY0505 - persons", 3),
        Reported(1...2, "02-02 displacement SY050103 - persons", 9),
        Reported(2...2, "01-03 displacement SY050103 SY05 persons", 3),
      ]),
    Sample(
      testDescription: "what has gone at a level that a place without a level is not told at",
      reported: [
        Reported(0...2, "01-24 displacement SY100002 SY100002 persons", 1),
        Reported(0...0, "01-05 return SY10 SY100302 persons", 1),
        Reported(0...2, "01-11 displacement SY100601 - persons", 1),
        Reported(0...2, "01-05 displacement SY100401 LBN persons", 6),
        Reported(1...2, "02-24 displacement SY100002 - persons", 40),
        Reported(1...2, "02-21 displacement SY100601 SY100304 persons", 40),
        Reported(1...2, "02-19 displacement SY100303 - persons", 2),
      ]),
    Sample(
      testDescription: "totals of the same days as before, of which some periods wait",
      options: ["--category", "kind", "--level", "district", "subdistrict"],
      reported: [
        Reported(0...2, "01-25 displacement SY01 SY060303 households", 6),
        Reported(1...2, "02-26 displacement SY01 SY060301 households", 15),
        Reported(0...2, "02-28 displacement SY - persons", 40),
      ]),
  ]

  private static let withoutGovernorates = ["--level", "district", "subdistrict"]
  private static let allLevels = ["--level", "governorate", "district", "subdistrict"]

  /// Levels that are told in some releases only.
  static let changing = [
    Sample(
      testDescription: "totals alone wait where that is enough, and all periods are told anew",
      options: [], own: [0: withoutGovernorates, 1: withoutGovernorates, 2: allLevels],
      reported: [
        Reported(0...0, "01-01 displacement SY100501 SY10 persons", 3),
        Reported(0...2, "01-22 displacement SY100501 LBN persons", 20),
        Reported(1...2, "02-10 displacement SY100602 SY10 persons", 15),
        Reported(1...2, "02-14 displacement SY1006 LBN persons", 1),
      ], waits: "movements of persons, 2025-01-22/2025-02-14")
  ]

  /// Of movements that are public in part, which bounds the others.
  static let bounded = [
    Sample(
      testDescription: "districts that were not told before, and public figures in them that were",
      options: ["--indicator", "displaced", "evicted", "relocated", "departed"],
      own: [
        0: ["--level", "subdistrict"], 1: ["--level", "subdistrict"], 2: ["--level", "district"],
      ],
      open: ["displaced", "evicted", "relocated"],
      reported: [
        Reported(0...2, "01-01 displacement SY050101 LBN persons", 4),
        Reported(0...2, "01-02 displacement SY050101 SY050101 persons", 2),
        Reported(0...2, "01-03 displacement SY050102 LBN persons", 30),
        Reported(0...2, "01-04 displacement SY050102 SY050102 persons", 1),
        Reported(0...2, "01-05 displacement SY050103 LBN persons", 15),
        Reported(0...2, "01-06 displacement SY050103 LBN persons", 16),
        Reported(0...2, "01-07 displacement SY050103 SY050103 persons", 19),
      ]),
    Sample(
      testDescription: "a public figure that becomes smaller beside one that is told again",
      options: ["--level", "subdistrict"], open: ["displaced", "evicted", "relocated"],
      reported: [
        Reported(0...2, "01-01 displacement SY050101 LBN persons", 2),
        Reported(0...0, "01-02 displacement SY050101 SY050101 persons", 20),
        Reported(0...2, "01-05 displacement SY050103 LBN persons", 20),
        Reported(0...2, "01-06 displacement SY050103 LBN persons", 20),
        Reported(0...2, "01-07 displacement SY050103 SY050103 persons", 9),
        Reported(1...2, "02-07 displacement SY050103 SY050103 persons", 9),
      ]),
    Sample(
      testDescription: "public flows, which may change by a few",
      options: ["--level", "subdistrict"], open: ["departed", "arrived"],
      reported: [
        Reported(0...2, "01-01 displacement SY050101 LBN persons", 20),
        Reported(0...2, "01-02 displacement SY050101 LBN persons", 20),
        Reported(0...2, "01-03 displacement SY050101 SY050101 persons", 20),
        Reported(2...2, "01-04 displacement SY050101 LBN persons", 2),
        Reported(2...2, "01-05 displacement SY050101 SY050101 persons", 9),
      ]),
  ]

  @Test(
    "what the program attacks before it writes a revision is what everybody has",
    arguments: samples + changing + bounded)
  func verified(_ sample: Sample) throws {
    let tool = try Tool()
    defer { tool.clean() }
    let open = sample.open.map { "\($0) = { sensitivity = \"public\", reason = \"a test\" }" }
    let policy = try tool.file(
      "p.toml", "name = \"p\"\n[indicators]\n" + open.joined(separator: "\n") + "\n")
    for release in 0...2 {
      let rows = sample.reported.enumerated().filter { $1.releases.contains(release) }
        .map { $1.row($0) }
      let file = try tool.file("m.csv", ([Self.header] + rows).joined(separator: "\n") + "\n")
      let outcome = try tool.run(
        [
          "report", file, "--by", "month", "--ledger",
          tool.folder.appending(path: "ledger.jsonl").path(), "-o", "out\(release)", "--policy",
          policy,
        ] + sample.options + (sample.own[release] ?? []) + (release == 2 ? ["--revision"] : []))
      #expect(outcome.status == 0, "\(outcome.words)")
    }
    if let waits = sample.waits {
      let accounts = tool.folder.appending(path: "out2/accounts.json")
      let text = try String(contentsOf: accounts, encoding: .utf8)
      let stated = text.replacing("\": \"", with: "\":\"")
      #expect(stated.contains("\"waits\":\"\(waits)\""))
    }
    let verdict = try tool.run("verify", "out0", "out1", "out2")
    #expect(verdict.status == 0, "\(verdict.output)\(verdict.words)")
  }
}
