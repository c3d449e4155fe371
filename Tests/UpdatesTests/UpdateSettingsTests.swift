import ConfigurationText
import Foundation
import Records
import Tallies
import Testing

@testable import Updates

@Suite("The configuration of updates")
struct UpdateSettingsTests {
  private func settings(_ text: String) throws -> UpdateSettings {
    let root = try ConfigurationItem(parsing: Array(text.utf8), as: .toml, file: "nuzuh.toml")
    return try UpdateSettings(root, folder: "conf")
  }

  @Test("What nuzuh init writes is accepted as it is")
  func template() throws {
    let settings = try settings(UpdateTemplate.text)
    #expect(settings.sources.map(\.name) == ["incidents"])
    #expect(settings.sources.map(\.missing) == [.kept])
    #expect(settings.rules.step == .month)
    #expect(settings.archivePath == "conf/nuzuh-archive.sqlite")
    #expect(settings.statusPath == "conf/last-run.json")
  }

  @Test("Every line that nuzuh init leaves commented can be uncommented")
  func commented() throws {
    let lines = UpdateTemplate.text.split(separator: "\n", omittingEmptySubsequences: false)
    let options = lines.filter { line in
      line.hasPrefix("# ") && line.contains(" = ") || line.hasPrefix("# [[")
    }
    #expect(options.count > 15)
    let text = lines.map { line in
      // Rolling and fixed periods exclude each other.
      options.contains(line) && !line.contains("last_months")
        ? String(line.dropFirst(2)) : String(line)
    }.joined(separator: "\n")
    let settings = try settings(text)
    #expect(settings.deletions.map(\.source) == ["ACLED"])
    #expect(settings.keptReleases == 60)
    #expect(settings.rules.prefer == ["SOHR", "UNHCR"])
  }

  private static let source = """
    [[source]]
    name = "a"
    files = ["*.csv"]
    missing = "kept"

    """

  @Test(
    "All that is wrong is told, with the line",
    arguments: [
      ("", ["no [[source]]"]),
      (source + "[period]\nfrom = \"2025-02-30\"\n", ["line 6", "2025-02-30"]),
      (source + "[period]\nfrom = 2025-03-01\nlast_months = 3\n", ["last_months goes with"]),
      (source + "[report]\nby = \"fortnight\"\n", ["line 6", "fortnight"]),
      (source + "[report]\nlevls = []\n", ["line 6", "did you mean “levels”?"]),
      (source + source, ["two sources are named a"]),
      (source.replacing("\"a\"", with: "\"a/b\""), ["a/b"]),
      (source.replacing("kept", with: "gone"), ["line 4", "deleted, kept"]),
      ("archive = 3\n" + source, ["line 1", "archive"]),
    ])
  func problems(text: String, words: [String]) {
    #expect {
      try settings(text)
    } throws: { error in
      let message = "\(error)"
      return error is ConfigurationProblems && words.allSatisfy(message.contains)
    }
  }

  @Test("Rolling periods begin with a whole month and end with this one")
  func rolling() throws {
    let settings = try settings(Self.source + "[period]\nlast_months = 12\n")
    let report = settings.reportSettings(
      today: Day(year: 2026, month: 2, day: 14) ?? Day(number: 0))
    #expect(report.from?.description == "2025-02-01")
    #expect(report.to?.description == "2026-02-28")
  }

  @Test("The day is that of the time zone")
  func today() {
    let day = Today.day(at: "2026-02-28T22:30:00Z", timeZone: "Asia/Damascus")
    #expect(day.description == "2026-03-01")
  }
}
