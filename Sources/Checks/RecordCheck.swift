public import Readers
import Records
public import Tallies

/// Reads and places the records of files without counting them, and says what is wrong.
///
/// A file that cannot be read is a finding, too, and the others are read all the same.
public struct RecordCheck {
  public let placer: Placer
  public let reading: ReadSettings
  public let settings: ReportSettings
  /// How many findings of each rule are listed.
  public let limit: Int

  public init(placer: Placer, reading: ReadSettings, settings: ReportSettings, limit: Int) {
    self.placer = placer
    self.reading = reading
    self.settings = settings
    self.limit = limit
  }

  /// - Parameters:
  ///   - paths: in any order; `-` for standard input. The report does not depend on the order.
  ///   - progress: told of rows as they are read, and of their file.
  /// - Throws: `ReadError` for a path that leads nowhere and for settings that make no sense.
  public func run(
    _ paths: [String], progress: (_ rows: Int, _ file: String) -> Void = { _, _ in }
  ) throws -> CheckReport {
    let inputs = try CheckedInputs(paths, reading)
    let checked = try ReportRun.check(
      files: inputs.readable.map(\.label), settings: settings, placer: placer, keeping: limit
    ) { take in
      try inputs.readable.enumerated().map { position, input in
        try facts(of: input) { records, findings in
          progress(records.count, input.label)
          try take(position, records, findings)
        }
      }
    }
    var findings = checked.findings
    findings.add(inputs.findings)
    let files = zip(inputs.readable, zip(checked.facts, checked.replaced)).map {
      file($0, $1.0, replaced: $1.1)
    }
    return report(inputs, files + inputs.unread, findings)
  }

  private func facts(
    of input: CheckedInputs.Input, _ take: ([Record], [Finding]) throws -> Void
  ) throws -> ReportRun.FileFacts {
    do {
      let summary = try input.file.read { batch in
        try take(batch.records, batch.findings.map(input.labelled))
      }
      return ReportRun.FileFacts(
        sha256: summary.sha256, profile: summary.profile, rows: summary.rows,
        rejected: summary.rejected)
    } catch let error as ReadError {
      try take([], [error.finding(in: input.label)])
      return ReportRun.FileFacts(
        sha256: "", profile: input.file.profileName, rows: 0, rejected: 0)
    }
  }

  private func file(
    _ input: CheckedInputs.Input, _ facts: ReportRun.FileFacts, replaced: Int
  ) -> CheckReport.File {
    CheckReport.File(
      path: input.label, sha256: facts.sha256.isEmpty ? nil : facts.sha256,
      profile: facts.profile, rows: facts.rows, rejected: facts.rejected, replaced: replaced)
  }

  private func report(
    _ inputs: CheckedInputs, _ files: [CheckReport.File], _ log: FindingLog
  ) -> CheckReport {
    var entries: [CheckReport.Entry] = []
    let listed = log.groups.values.flatMap(\.first)
    for (label, findings) in Dictionary(grouping: listed, by: \.file) {
      let input = inputs.readable.first { $0.label == label }
      let ordered = findings.sorted { $0.precedes($1) }
      entries +=
        input.map { CellFinder($0.file).locate(ordered) }
        ?? ordered.map { CheckReport.Entry(finding: $0, spot: nil) }
    }
    return CheckReport(
      files: files.sorted { $0.path < $1.path }, counts: log.groups.mapValues(\.count),
      entries: entries.sorted { $0.finding.precedes($1.finding) }, limit: limit)
  }
}
