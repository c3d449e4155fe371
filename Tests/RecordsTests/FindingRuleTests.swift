import Foundation
import Records
import Testing

/// After a change of rules or of their explanations, run with `NUZUH_RECORD_GOLDEN=1`, which
/// writes the table into the article, and read the difference in git.
@Suite("Every kind of finding is explained, once")
struct FindingRuleTests {
  static let article = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/nuzuh/Documentation.docc/Findings.md")

  /// The article before, in and behind its table.
  private func parts() throws -> (before: String, table: String, behind: String) {
    let text = try String(contentsOf: Self.article, encoding: .utf8)
    let start = try #require(text.range(of: "| rule |")?.lowerBound)
    let end = text.range(of: "\n\n", range: start..<text.endIndex).map(\.lowerBound)
    let behind = end.map { String(text[text.index(after: $0)...]) } ?? ""
    let table = String(text[start..<(end.map(text.index(after:)) ?? text.endIndex)])
    return (String(text[..<start]), table, behind)
  }

  @Test("the article's table has every rule with its severity, cause, effect and remedy")
  func table() throws {
    let (before, table, behind) = try parts()
    if ProcessInfo.processInfo.environment["NUZUH_RECORD_GOLDEN"] != nil {
      try (before + FindingRule.markdownTable + behind)
        .write(to: Self.article, atomically: true, encoding: .utf8)
      Issue.record("recorded the table of Findings.md; compare it in git and run again")
    }
    #expect(table == FindingRule.markdownTable)
    for rule in FindingRule.allCases {
      #expect(table.contains("| `\(rule.rawValue)` | \(rule.severity.rawValue) |"))
    }
  }

  @Test("ids are a subject and a fault in small letters", arguments: FindingRule.allCases)
  func ids(rule: FindingRule) throws {
    #expect(rule.rawValue.wholeMatch(of: /[a-z]+\/[a-z]+(-[a-z]+)*/) != nil)
  }

  @Test("explanations are whole sentences, and titles are none", arguments: FindingRule.allCases)
  func sentences(rule: FindingRule) {
    let words = rule.explanation
    for sentence in [words.cause, words.effect, words.remedy] {
      #expect(sentence.hasSuffix(".") && sentence.first?.isUppercase == true)
      #expect(!sentence.contains("|") && !sentence.contains("\n"), "it breaks the table")
    }
    #expect(!words.title.hasSuffix(".") && words.title.count < 60)
  }

  @Test("a rejected row or file is said to be rejected or unread")
  func effects() {
    for rule in FindingRule.allCases where rule.rejectsRow {
      let effect = rule.explanation.effect
      #expect(effect.contains("rejected") || effect.contains("not read"), "\(rule)")
    }
  }
}
