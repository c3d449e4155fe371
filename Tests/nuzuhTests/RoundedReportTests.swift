import Foundation
import Testing

@Suite("nuzuh report rounds where the policy says so")
struct RoundedReportTests {
  private static let header =
    "id,source,date_start,date_end,measure,kind,origin,destination,precision,unit,best,low,high"

  private func movements(_ numbers: [(place: String, month: Int, number: Int)]) -> String {
    let rows = numbers.enumerated().map { position, item in
      "r\(position),Office,2025-0\(item.month)-05,2025-0\(item.month)-05,flow,displacement,"
        + "\(item.place),,subdistrict,persons,\(item.number),\(item.number),\(item.number + 91)"
    }
    return ([Self.header] + rows).joined(separator: "\n") + "\n"
  }

  private let usual: [(place: String, month: Int, number: Int)] = [
    ("SY060000", 3, 1), ("SY060001", 3, 7), ("SY060002", 3, 13), ("SY060200", 3, 2),
    ("SY060000", 4, 23), ("SY060001", 4, 4), ("SY060004", 4, 3), ("SY060200", 4, 11),
  ]

  private let policy = "name = \"ours\"\nguard_insiders = false\nrounding = 5\n"

  @Test(
    "Rounded figures add up in every file, are verified from outside, and a second release of the same people is refused"
  )
  func rounds() throws {
    let tool = try Tool()
    defer { tool.clean() }
    let file = try tool.file("moves.csv", movements(usual))
    let rules = try tool.file("ours.toml", policy)
    #expect(try tool.run("policy", "new-key", "k.key").status == 0)
    let given = ["report", file, "--by", "month", "--policy", rules, "--key", "k.key", "-o"]
    let outcome = try tool.run(given + ["out"])
    #expect(outcome.status == 0, "\(outcome.words)")
    #expect(outcome.words.contains("rounded to multiples of 5, at most 4 away"))
    var sums: [String: [String: Int]] = [:]
    for row in try tool.tallies("out/tallies.csv") where row["indicator"] == "displaced" {
      let number = try #require(Int(row["best"] ?? ""))
      #expect(row["status"] == "rounded" && number % 5 == 0)
      for told in ["low", "high", "records"] { #expect(row[told] == "") }
      sums[row["period_start"] ?? "", default: [:]][row["level"] ?? "", default: 0] += number
    }
    #expect(sums.count == 2)
    for byLevel in sums.values { #expect(byLevel.count > 2 && Set(byLevel.values).count == 1) }
    let accounts = try tool.text("out/accounts.json")
    #expect(accounts.contains("\"rounding\":\"5\"") && accounts.contains("\"rounding_most\":\"4\""))
    let verdict = try tool.run("verify", "out")
    #expect(verdict.status == 0, "\(verdict.output)\(verdict.words)")
    let again = try tool.run(given + ["out"])
    #expect(again.status == 73 && again.words.contains("holds a rounded release"))
    let same = try tool.run(given + ["same"])
    #expect(same.status == 0)
    for name in ["tallies.csv", "regions.geojson", "periods.geojson"] {
      #expect(try tool.bytes("out/\(name)") == tool.bytes("same/\(name)"))
    }
  }

  @Test("Rounding needs its key, which others may not read, and goes with no series")
  func refuses() throws {
    let tool = try Tool()
    defer { tool.clean() }
    let file = try tool.file("moves.csv", movements(usual))
    let rules = try tool.file("ours.toml", policy)
    #expect(try tool.run("report", file, "--policy", rules, "-o", "out").status == 64)
    let open = try tool.file("open.key", String(repeating: "7", count: 64))
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: open)
    let read = try tool.run("report", file, "--policy", rules, "--key", open, "-o", "out")
    #expect(read.status == 65 && read.words.contains("chmod 600"))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: open)
    let series = try tool.run(
      "report", file, "--policy", rules, "--key", open, "--revision", "-o", "out")
    #expect(series.status == 64 && series.words.contains("single reports"))
  }
}
