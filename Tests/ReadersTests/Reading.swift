import Foundation
import Readers
import Records
import Testing

/// Everything that reading a file gave.
struct Reading {
  var records: [Record] = []
  var findings: [Finding] = []
  let summary: InputSummary

  init(path: String, settings: ReadSettings = ReadSettings()) throws {
    var records: [Record] = []
    var findings: [Finding] = []
    let file = try InputFile(path: path, settings: settings)
    summary = try file.read { batch in
      records += batch.records
      findings += batch.findings
    }
    self.records = records
    self.findings = findings
  }

  /// Reads a text as a file of its own.
  init(
    _ text: String, settings: ReadSettings = ReadSettings(), name: String = "input.csv"
  ) throws {
    try self.init(bytes: Array(text.utf8), settings: settings, name: name)
  }

  init(
    bytes: [UInt8], settings: ReadSettings = ReadSettings(), name: String = "input.csv"
  ) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "nuzuh-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    try Data(bytes).write(to: file)
    self = try Reading(path: file.path, settings: settings)
  }

  init(sample: String, settings: ReadSettings = ReadSettings()) throws {
    let url = try #require(Bundle.module.url(forResource: "Samples/\(sample)", withExtension: nil))
    self = try Reading(path: url.path, settings: settings)
  }

  /// Findings as `line rule column`, for comparing with a table.
  var findingLines: [String] {
    findings.map { "\($0.line) \($0.rule.rawValue) \($0.column ?? "-")" }
  }

  func record(_ id: String) throws -> Record {
    try #require(records.first { $0.key.id == id }, "no record has the id \(id)")
  }

  func incident(_ id: String) throws -> Incident {
    guard case .incident(let incident) = try record(id).content else {
      throw ReadingError.otherContent
    }
    return incident
  }

  func movement(_ id: String) throws -> Movement {
    try movements.first { $0.id == id }.map(\.movement) ?? { throw ReadingError.otherContent }()
  }

  var movements: [(id: String, movement: Movement)] {
    records.compactMap {
      if case .movement(let movement) = $0.content { ($0.key.id, movement) } else { nil }
    }
  }

  /// The records without their lines, which another layout changes.
  var unlinedRecords: [Record] {
    records.map { record in
      var record = record
      record.line = 0
      return record
    }
  }

  /// Rule A1 for one file: every row is read or rejected, and what is rejected has a finding.
  func expectBalance(sourceLocation: SourceLocation = #_sourceLocation) {
    let lines = Set(records.map(\.line))
    let rejecting: Set<FindingRule> = [
      .repeatedHeader, .totalRow, .overlappingRow, .nothingStated, .noIndicator, .discounted,
    ]
    let rejected = Set(
      findings.filter { $0.line > 0 }.filter { $0.rule.rejectsRow || rejecting.contains($0.rule) }
        .map(\.line))
    #expect(summary.rows == summary.read + summary.rejected, sourceLocation: sourceLocation)
    #expect(summary.read == records.count, sourceLocation: sourceLocation)
    #expect(summary.rejected == rejected.count, sourceLocation: sourceLocation)
    #expect(lines.isDisjoint(with: rejected), sourceLocation: sourceLocation)
  }

  enum ReadingError: Error { case otherContent }
}

func day(_ text: String) throws -> Day {
  let parts = text.split(separator: "-").compactMap { Int($0) }
  return try #require(Day(year: parts[0], month: parts[1], day: parts[2]))
}

func span(_ first: String, _ last: String) throws -> DateSpan {
  try #require(DateSpan(first: day(first), last: day(last)))
}

func decimal(_ text: String) throws -> Quantity {
  try #require(Quantity(decimal: text.utf8))
}

enum Sample {
  /// Where a sample lies.
  static func path(_ name: String) throws -> String {
    try #require(Bundle.module.url(forResource: "Samples/\(name)", withExtension: nil)).path
  }
}
