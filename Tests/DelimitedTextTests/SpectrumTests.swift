import DelimitedText
import Foundation
import TestSuites
import Testing

/// https://github.com/maxogden/csv-spectrum
@Suite(
  "The files of csv-spectrum are read as their JSON says",
  .enabled(if: Suites.isGiven, "\(Suites.hint)"))
struct SpectrumTests {
  /// Cells whose JSON holds another text than the file, by file and column: the suite's JSON of
  /// this file was never made from it.
  static let otherwise: [String: [String: String]] = [
    "location_coordinates": ["Contact Phone Number": "2095257564"]
  ]

  /// Checkouts turn the CRLF of `newlines_crlf` into LF, so line ends are compared as LF.
  @Test("Text and JSON agree, whole and in pieces", arguments: [Int.max, 1, 7])
  func files(pieces: Int) throws {
    for file in try Suites.files(under: "csv-spectrum/csvs", ending: "csv") {
      let json = try Suites.url("csv-spectrum/json/\(file.name).json")
      let rows = read(try file.bytes(), pieces: pieces)
      #expect(rows.allSatisfy { $0.problem == nil && !$0.isDamaged }, "\(file.name)")
      let header = try #require(rows.first).fields
      let found = rows.dropFirst().map {
        Dictionary(uniqueKeysWithValues: zip(header, $0.fields.map(withLineFeeds)))
      }
      #expect(try found == expected(json, of: file.name), "\(file.name)")
    }
  }

  /// One object, or an array of them.
  private func expected(_ json: URL, of name: String) throws -> [[String: String]] {
    let object = try JSONSerialization.jsonObject(with: try Data(contentsOf: json))
    let rows = try #require(
      object as? [[String: String]] ?? (object as? [String: String]).map { [$0] })
    return rows.map { row in
      row.mapValues(withLineFeeds).merging(Self.otherwise[name] ?? [:]) { $1 }
    }
  }

  private func withLineFeeds(_ text: String) -> String {
    text.replacing("\r\n", with: "\n")
  }
}
