import Records
import Regions
import Testing

@testable import Tallies

/// Rule A2.
@Suite("Repeated keys")
struct IdentityTests {
  private let day: Day = "2025-03-09"

  private func row(
    _ killed: Int, version: Int64? = nil, deletes: Bool = false, line: Int = 1, id: String = "1"
  ) -> Record {
    var record = Record.incident(id, day, killed: .exactly(killed), version: version)
    record.isDeletion = deletes
    record.line = line
    return record
  }

  private func killed(_ rows: [Record]) throws -> [String] {
    try Report.of(rows).rows(.killed, coverage: true)
  }

  @Test("A2: the newer version replaces, whichever comes first")
  func versions() throws {
    let rows = [row(5, version: 20), row(7, version: 10), row(9)]
    for order in [rows, rows.reversed(), [rows[1], rows[0], rows[2]]] {
      let report = try Report.of(order)
      #expect(report.rows(.killed, coverage: true) == ["G4 all 5/5/5 x1"])
      #expect(report.inputs[0].read == 1 && report.inputs[0].replaced == 2)
      #expect(report.findings.count(of: .replacedByVersion) == 2)
    }
  }

  @Test("A2: a deletion removes, unless a newer version follows it")
  func deletions() throws {
    let deletion = row(0, version: 20, deletes: true)
    #expect(try killed([row(5, version: 10), deletion]) == [])
    #expect(try killed([deletion, row(5, version: 10)]) == [])
    #expect(try killed([row(5, version: 20), deletion]) == [])
    #expect(try killed([row(5, version: 30), deletion]) == ["G4 all 5/5/5 x1"])
    #expect(try killed([row(5, version: 30), row(0, deletes: true)]) == [])
    let report = try Report.of([row(5, version: 10), deletion, row(1, id: "2")])
    #expect(report.inputs[0].replaced == 2 && report.inputs[0].read == 1)
    #expect(report.findings.count(of: .deletedRecord) == 1)
  }

  @Test("A2: a deletion of a record that is not there counts nothing")
  func loneDeletion() throws {
    let report = try Report.of([row(5, deletes: true)])
    #expect(report.tallies.isEmpty)
    #expect(report.inputs[0].replaced == 1)
  }

  @Test("A2: identical rows count once, without a finding")
  func identical() throws {
    let report = try Report.of([row(5, line: 2), row(5, line: 3), row(5, line: 9)])
    #expect(report.rows(.killed, coverage: true) == ["G4 all 5/5/5 x1"])
    #expect(report.inputs[0].replaced == 2)
    #expect(report.findings.groups.isEmpty)
  }

  @Test("A2: without a version the last in the order of its fields wins, and a finding names both")
  func different() throws {
    let rows = [row(3, line: 4), row(8, line: 7)]
    let expected = try Report.of(rows)
    #expect(expected.inputs[0].read == 1 && expected.inputs[0].replaced == 1)
    let group = try #require(expected.findings.groups[.sameKeyDifferentContent])
    #expect(group.count == 1)
    let finding = try #require(group.first.first)
    #expect(Set([finding.line, finding.message.contains("line 7") ? 7 : 4]) == [4, 7])
    let turned = try Report.of([rows[1], rows[0]])
    #expect(
      turned.rows(.killed, coverage: true) == expected.rows(.killed, coverage: true))
    #expect(turned.findings.groups[.sameKeyDifferentContent]?.first == [finding])
  }

  @Test("A2: reading a file twice changes nothing but the count of rows")
  func twice() throws {
    let rows = (0..<20).map { row($0, line: $0 + 2, id: "\($0)") }
    let once = try Report.of([InputFile("a.csv", rows)])
    let twice = try Report.of([InputFile("a.csv", rows), InputFile("b.csv", rows)])
    #expect(once.tallies.map { Report.text($0) } == twice.tallies.map { Report.text($0) })
    #expect(twice.inputs.map(\.read) == [20, 0])
    #expect(twice.inputs.map(\.replaced) == [0, 20])
    #expect(twice.findings.groups.isEmpty)
  }

  @Test("A2: the same id of two sources is two records")
  func sources() throws {
    let report = try Report.of([
      row(5), .incident("1", day, killed: .exactly(2), source: "T"),
    ])
    #expect(report.rows(.killed, coverage: true) == ["G4 all 7/7/7 x2"])
  }

  @Test("keys that only join differently are different", arguments: [("ab", "c"), ("a", "bc")])
  func prints(_ source: String, _ id: String) throws {
    let other = RecordKey(source: source == "a" ? "ab" : "a", id: id == "c" ? "bc" : "c")
    var keys = KeySet()
    keys.insert(RecordKey(source: source, id: id))
    keys.insert(other)
    try keys.finish()
    #expect(keys.contested.isEmpty)
  }
}
