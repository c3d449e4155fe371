import Records
import Regions
import Testing

@Suite("Records, their keys and their findings")
struct RecordTests {
  @Test("A2: keys are ordered by source, then by id")
  func keys() {
    let keys = [
      RecordKey(source: "UCDP", id: "1"), RecordKey(source: "ACLED", id: "SYR2"),
      RecordKey(source: "ACLED", id: "SYR10"),
    ]
    #expect(keys.sorted().map(\.description) == ["ACLED:SYR10", "ACLED:SYR2", "UCDP:1"])
  }

  @Test("P5: only a point given with a level represents an area")
  func precision() {
    #expect(Precision.level(.governorate).pointRepresentsArea)
    for precision in [Precision.exact, .meters(250), .settlement, .outside] {
      #expect(!precision.pointRepresentsArea)
    }
  }

  @Test("a place without anything said is empty")
  func emptyPlace() {
    #expect(Place().isEmpty)
    #expect(Place(detail: "a street").isEmpty)
    #expect(!Place(country: "Syria").isEmpty)
    #expect(!Place(precision: .outside).isEmpty)
    #expect(!Place(designations: [[Designation(code: "SY06")]]).isEmpty)
  }

  @Test("severities are ordered, and only errors reject a row")
  func severities() {
    #expect(Finding.Severity.allCases.sorted() == [.note, .warning, .error])
    for rule in FindingRule.allCases {
      let finding = Finding(rule, file: "a.csv", line: 2, message: "words")
      #expect(finding.severity == rule.severity)
      #expect(rule.rejectsRow == (rule.severity == .error))
    }
    #expect(FindingRule.badDate.rejectsRow && !FindingRule.rangeBroken.rejectsRow)
  }

  @Test("ids of findings have a group and a name in small letters")
  func ruleIDs() {
    for rule in FindingRule.allCases {
      let parts = rule.rawValue.split(separator: "/", omittingEmptySubsequences: false)
      #expect(parts.count == 2 && parts.allSatisfy { !$0.isEmpty })
      #expect(rule.rawValue.allSatisfy { $0.isLowercase || $0 == "-" || $0 == "/" })
    }
  }
}
