import Records
import Regions
import Testing

@testable import Tallies

/// Sources that count the same thing are never added up.
@Suite("Subjects that several sources report")
struct SubjectTests {
  private let day: Day = "2025-03-09"

  private func said(
    _ source: String, _ killed: Figure, _ place: Place = .codes("G3"), published: Day? = nil
  ) -> Record {
    .incident(
      "\(source) \(place)", day, place, killed: killed, source: source,
      subject: "coast", published: published)
  }

  @Test("one source counts; the range shows what all of them say, never their sum")
  func range() throws {
    // SOHR 1,476, Reuters 1,479, SNHR 1,334, UN 111 (issue 2).
    let report = try Report.of([
      said("SOHR", .exactly(1476)), said("Reuters", .exactly(1479), published: "2025-06-30"),
      said("SNHR", .exactly(1334)), said("UN", .exactly(111)),
    ])
    #expect(report.chosenSources == ["coast": "Reuters"])
    #expect(report.rows(.killed, coverage: true) == ["G3 all 111/1479/1479 x1"])
    #expect(report.rows(.incidents, coverage: true) == ["G3 all 1/1/1 x1"])
    #expect(report.findings.count(of: .severalSources) == 1)
    #expect(report.inputs[0].read == 4)
  }

  @Test(
    "the preferred source is taken, else the one published last, else the first in byte order",
    arguments: [
      ([], nil, "A"), (["b"], nil, "B"), (["C", "B"], nil, "C"), (["D"], nil, "A"),
      ([], "2025-04-01", "B"), (["C"], "2025-04-01", "C"),
    ] as [([String], Day?, String)])
  func choice(_ prefer: [String], _ publishedByB: Day?, _ expected: String) throws {
    let report = try Report.of(
      [
        said("C", .exactly(3)), said("B", .exactly(2), published: publishedByB),
        said("A", .exactly(1)),
      ], ReportSettings(prefer: prefer))
    #expect(report.chosenSources == ["coast": expected])
  }

  @Test("one source is taken for all places; where only others report, there is a range alone")
  func onlyOthers() throws {
    let report = try Report.of(
      [
        said("A", .exactly(10)), said("B", .exactly(12)), said("B", .exactly(5), .codes("G1")),
        said("C", .exactly(7), .codes("G1")),
      ], ReportSettings(prefer: ["A"]))
    #expect(
      report.rows(.killed, coverage: true)
        == ["G1 all 5/-/7 x2 otherSources", "G3 all 10/10/12 x1"])
    // At the country's level A alone counts, beside B's 17 and C's 7.
    #expect(report.rows(.killed, at: .country, coverage: true) == ["SY all 7/10/17 x1"])
  }

  @Test("a range is moved by its own subject; what counts beside it is added")
  func besideOthers() throws {
    let report = try Report.of(
      [
        said("A", .exactly(10)), said("B", .exactly(12)),
        .incident("x", day, .codes("G3"), killed: .exactly(100)),
      ], ReportSettings(prefer: ["A"]))
    #expect(report.rows(.killed, coverage: true) == ["G3 all 110/110/112 x2"])
  }

  @Test("broken down by source, each source shows its own figures")
  func bySource() throws {
    let report = try Report.of(
      [said("A", .exactly(10)), said("B", .exactly(12))],
      ReportSettings(category: .source, prefer: ["A"]))
    #expect(report.rows(.killed, category: "A", coverage: true) == ["G3 all 10/10/10 x1"])
    #expect(
      report.rows(.killed, category: "B", coverage: true)
        == ["G3 all 12/12/12 x1 otherSources"])
    #expect(report.rows(.killed, coverage: true) == ["G3 all 10/10/12 x1"])
  }

  @Test("F2: a stock that another source counts too is not added, and keeps its day")
  func stocks() throws {
    let report = try Report.of(
      ["A", "B"].map { source in
        .movement(
          source, day, destination: .codes("G3"), .exactly(source == "A" ? 50 : 70),
          source: source, subject: "camp", measure: .stock)
      }, ReportSettings(prefer: ["A"]))
    #expect(report.rows(.idps, coverage: true) == ["G3 all 50/50/70 x1 as of 2025-03-09"])
  }

  @Test("F7: net movement has the range of the arrivals and departures it is made of")
  func net() throws {
    let report = try Report.of(
      ["A", "B"].map { source in
        .movement(
          source, day, destination: .codes("G3"), .exactly(source == "A" ? 50 : 70),
          source: source, subject: "flight")
      }, ReportSettings(prefer: ["A"]))
    #expect(report.rows(.arrived, coverage: true) == ["G3 all 50/50/70 x1"])
    #expect(report.rows(.net, coverage: true) == ["G3 all 50/50/70 x1"])
  }

  @Test("the range closes a bound that the source taken leaves open; the accounts count both")
  func openChoice() throws {
    let report = try Report.of(
      [said("A", Figure(8, .atLeast)), said("B", .exactly(12))],
      ReportSettings(prefer: ["A"]))
    #expect(report.rows(.killed, coverage: true) == ["G3 all 8/8/12 x1"])
    let account = try #require(report.account(.killed, at: .governorate))
    #expect((account.read, account.regions) == (2, 2))
  }

  @Test("F4: sums of a source's records are not counted beside the records, whichever comes first")
  func sumsOfASource() throws {
    let single = Record.incident("1", day, .codes("G3"), killed: .exactly(2), source: "ACLED")
    let sum = Record.incident(
      "week", day, .codes("G3"), killed: .exactly(9), source: "ACLED by week", subject: "ACLED")
    for order in [[single, sum], [sum, single]] {
      let report = try Report.of(order)
      #expect(report.rows(.killed, coverage: true) == ["G3 all 2/2/2 x1"])
      #expect(report.findings.count(of: .severalSources) == 1)
      #expect(report.account(.killed, at: .governorate)?.read == 2)
    }
    #expect(try Report.of([sum]).rows(.killed, coverage: true) == ["G3 all 9/9/9 x1"])
  }
}
