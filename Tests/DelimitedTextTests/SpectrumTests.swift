import DelimitedText
import Foundation
import Testing

/// https://github.com/maxogden/csv-spectrum, where `NUZUH_SUITES` names a folder that holds it.
@Suite(
  "The files of csv-spectrum are read as their JSON says",
  .enabled(if: ProcessInfo.processInfo.environment["NUZUH_SUITES"] != nil))
struct SpectrumTests {
  /// Without `location_coordinates`, whose JSON holds other numbers than its text. Checkouts
  /// turn the CRLF of `newlines_crlf` into LF, so line ends are compared as LF.
  @Test(
    "Text and JSON agree",
    arguments: [
      "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines",
      "newlines_crlf", "quotes_and_newlines", "simple", "simple_crlf", "utf8",
    ])
  func file(name: String) throws {
    let folder = try #require(ProcessInfo.processInfo.environment["NUZUH_SUITES"])
    let suite = URL(filePath: folder).appending(path: "csv-spectrum")
    let text = try Data(contentsOf: suite.appending(path: "csvs/\(name).csv"))
    let json = try Data(contentsOf: suite.appending(path: "json/\(name).json"))
    let expected = try JSONDecoder().decode([[String: String]].self, from: json).map {
      $0.mapValues(withLineFeeds)
    }
    let rows = read(Array(text))
    let header = try #require(rows.first).fields
    let found = rows.dropFirst().map {
      Dictionary(uniqueKeysWithValues: zip(header, $0.fields.map(withLineFeeds)))
    }
    #expect(found == expected)
    #expect(rows.allSatisfy { $0.problem == nil })
  }

  private func withLineFeeds(_ text: String) -> String {
    text.replacing("\r\n", with: "\n")
  }
}
