public import Records

extension ReportRun {
  /// What there is to say of the input, without a report.
  public struct CheckedInput: Sendable {
    public let findings: FindingLog
    /// By the position of the file.
    public let facts: [FileFacts]
    /// Rows that another row with the same key replaces (rule A2), by the position of the file.
    public let replaced: [Int]
  }

  /// Reads and places all records and finds out which replace others, as a report does, but adds
  /// nothing up: memory grows by 16 bytes a record, and by those that only together say something
  /// (running totals, repeated keys, subjects of several sources).
  ///
  /// - Parameters:
  ///   - limit: how many findings of each rule are kept.
  ///   - read: as for `report(files:settings:placer:read:)`.
  /// - Throws: what `read` throws.
  public static func check(
    files: [String], settings: ReportSettings, placer: Placer, keeping limit: Int,
    read: (_ take: Take) throws -> [FileFacts]
  ) throws -> CheckedInput {
    var empty = Counter(settings: settings, placer: placer, fileNames: files)
    empty.onlyChecks = true
    empty.findings = FindingLog(keeping: limit)
    let (counter, facts, replaced) = try count(from: empty, threads: 1) { takers in
      try singly(&takers, read)
    }
    return CheckedInput(findings: counter.findings, facts: facts, replaced: replaced)
  }
}
