import Checks
import Foundation
import Testing

@Suite("D6: names, notes and sources' texts never get into a finding")
struct CanaryTests {
  private static let marker = "CANARY"
  /// Columns of the known layouts that hold names of people and groups, notes, or sources' texts.
  private static let freeText: Set<String> = [
    "notes", "actor1", "assoc_actor_1", "actor2", "assoc_actor_2", "tags", "side_a", "side_b",
    "conflict_name", "dyad_name", "source_article", "source_office", "source_headline",
    "source_original", "where_description", "event_name", "standard_popup_text",
    "standard_info_text", "victims", "name", "names", "witness", "description",
  ]
  private static let samples = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "ReadersTests/Samples")

  /// Cells of a delimited text; enough for samples written by hand.
  private static func rows(_ text: String) -> (rows: [[String]], separator: String) {
    let separator: Character = text.prefix { $0 != "\n" }.contains(";") ? ";" : ","
    var rows: [[String]] = [[""]]
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case separator where !isQuoted: rows[rows.count - 1].append("")
      case "\n" where !isQuoted, "\r\n" where !isQuoted: rows.append([""])
      default: rows[rows.count - 1][rows[rows.count - 1].count - 1].append(character)
      }
    }
    return (rows.filter { $0 != [""] }, String(separator))
  }

  private static func planted(_ text: String, damage: String?) -> String? {
    let (rows, separator) = rows(text)
    guard let header = rows.first(where: { $0.count > 3 }) else { return nil }
    let secret = header.map { freeText.contains($0.lowercased()) }
    guard secret.contains(true) else { return nil }
    return rows.map { row in
      let isData = row != header && row.count == header.count && !row.contains { $0.hasPrefix("#") }
      let cells = row.enumerated().map { index, cell in
        guard isData else { return cell }
        return secret[index] ? "\(marker) \(cell)" : damage ?? cell
      }
      return cells.map { "\"\($0)\"" }.joined(separator: separator)
    }.joined(separator: "\n") + "\n"
  }

  @Test(
    "in no sample, as it is or with every other cell damaged",
    arguments: [nil, "", "x", "-1", "31/02/2025"] as [String?])
  func canary(damage: String?) throws {
    let folder = try CheckedFolder()
    var planted = 0
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.samples.path)
    for name in names.sorted() where name.hasSuffix(".csv") {
      let text = try String(contentsOf: Self.samples.appending(path: name), encoding: .utf8)
      guard let changed = Self.planted(text, damage: damage) else { continue }
      planted += 1
      try folder.write(name, changed)
      let report = try folder.check(name)
      if damage == "x" { #expect(report.needsPerson, "\(name) has no finding") }
      let log = SARIFLog(report, version: "0", exitCode: 1).json()
      for output in [Array(report.text.utf8), report.json(), log] {
        #expect(!String(decoding: output, as: UTF8.self).contains(Self.marker), "\(name)")
      }
    }
    #expect(planted >= 2, "ACLED and UCDP have such columns")
  }
}
