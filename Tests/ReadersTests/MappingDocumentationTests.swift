import Foundation
import Testing

@testable import Readers

@Suite("The article on mapping files says what the code does")
struct MappingDocumentationTests {
  private func article() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(
      contentsOf: root.appending(path: "Sources/nuzuh/Documentation.docc/MappingFiles.md"),
      encoding: .utf8)
  }

  @Test(
    "Its examples are the samples that are read and compared",
    arguments: ["incident-sheet", "displacement-arabic"])
  func examples(name: String) throws {
    for (ending, language) in [("csv", ""), ("toml", "toml")] {
      let sample = try String(
        contentsOfFile: Sample.path("Mappings/\(name).\(ending)"), encoding: .utf8)
      #expect(try article().contains("```\(language)\n\(sample)```\n"))
    }
  }

  @Test("Its tables have every field and every section", arguments: Mapping.Records.allCases)
  func reference(records: Mapping.Records) throws {
    let article = try article()
    let ofEnds = ["origin_", "destination_"]
    for field in MappingField.all(of: records).map(\.name) {
      let plain = ofEnds.reduce(field) { $0.hasPrefix($1) ? String($0.dropFirst($1.count)) : $0 }
      #expect(article.contains("`\(plain)`"), "\(field)")
    }
    for section in MappingLoader.sections { #expect(article.contains("| `\(section)")) }
  }
}
