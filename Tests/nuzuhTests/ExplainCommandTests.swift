import Foundation
import Testing

@Suite("nuzuh explain, run as a user runs it")
struct ExplainCommandTests {
  @Test("A4: Latakia's 735 killed in the shipped example are explained by records that sum to 735")
  func shippedExample() throws {
    let tool = try Tool()
    defer { tool.clean() }
    let outcome = try tool.run("explain", "SY06", "--indicator", "killed", "--json")
    #expect(outcome.status == 0, "\(outcome.words)")
    #expect(outcome.output.hasPrefix("{\"notice\":\"INTERNAL, not for publication"))
    let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let figures = try #require((document as? [String: Any])?["figures"] as? [[String: Any]])
    let killed = try #require(figures.first)
    // SOHR, civilians killed in Latakia by 13 March 2025.
    #expect((killed["figure"] as? [String: Any])?["best"] as? Int == 735)
    let counted = try #require(killed["counted"] as? [[String: Any]])
    let shares = counted.compactMap { ($0["share"] as? [String: Any])?["best"] as? Int }
    #expect(shares.count == counted.count && shares.reduce(0, +) == 735)
    #expect(counted.allSatisfy { $0["source"] as? String == "SOHR" })
    #expect(counted.allSatisfy { $0["file"] as? String == "incidents.csv" })
  }

  @Test("The page names key, file and line of each record and says that they sum to the figure")
  func page() throws {
    let tool = try Tool()
    defer { tool.clean() }
    let file = try tool.file("a.csv", Self.table)
    let page = try tool.run(
      "explain", "Homs", "--period", "2025-01", "--indicator", "killed", file)
    #expect(page.status == 0, "\(page.words)")
    #expect(page.output.hasPrefix("INTERNAL, not for publication"))
    #expect(page.output.contains("governorate Homs (SY04), 2025-01\n"))
    #expect(page.output.contains("killed: 5, low unknown, high unknown (reported)"))
    #expect(page.output.contains("Test    1   a.csv  2     2025-01-01  unknown  3     unknown\n"))
    #expect(page.output.contains("sum: 5, low unknown, high unknown, which is the figure"))
    let short = try tool.run(
      "explain", "SY04", "--by", "month", "--period", "2025-01", "--limit", "1", file)
    #expect(short.output.contains("… and 1 more"))
  }

  private static let table = """
    id,source,date_start,date_end,kind,region,killed
    1,Test,2025-01-01,,attack,SY04,3
    2,Test,2025-01-02,,attack,SY04,2
    3,Test,2025-02-02,,attack,SY04,9

    """

  @Test(
    "What cannot be explained says why, with an exit code of its own",
    arguments: [
      (["Latkia"], 66, "Latakia"), (["SY04", "--period", "2024"], 66, "2025-01-01 to 2025-02-02"),
      (["SY06"], 66, "not zero"),
      (["SY04", "--indicator", "injured"], 66, "these do: incidents, killed"),
      (["SY04", "--period", "soon"], 64, "LABEL"), (["C2528"], 65, "settlement"),
      (["Salhiyeh"], 65, "C2360"),
      (["SY04", "--level", "country"], 65, "governorate"),
      (["SY04", "--by", "month", "--period", "2025-Q1"], 66, "leave --by out"),
      (["SY04", "--category", "kind=siege"], 66, "these do: attack"),
    ])
  func refusals(arguments: [String], code: Int, words: String) throws {
    let tool = try Tool()
    defer { tool.clean() }
    let file = try tool.file("a.csv", Self.table)
    let outcome = try tool.run(["explain", arguments[0], file] + arguments.dropFirst())
    #expect(Int(outcome.status) == code)
    #expect(outcome.words.contains(words), "\(outcome.words)")
    #expect(outcome.output.isEmpty)
  }
}
