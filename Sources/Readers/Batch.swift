public import Records

/// Some records of a file, in its order, with what was found about its rows.
public struct Batch: Sendable {
  public var records: [Record]
  public var findings: [Finding]
  /// Further records, as numbers; empty unless rows were asked for in that form.
  public var plain: PlainRows

  public init(
    records: [Record] = [], findings: [Finding] = [], plain: PlainRows = PlainRows()
  ) {
    self.records = records
    self.findings = findings
    self.plain = plain
  }
}

/// What a file held: `rows = read + rejected` (rule A1).
public struct InputSummary: Hashable, Sendable {
  /// Name of the file, without folders.
  public let name: String
  /// SHA-256 of the file's bytes, in lower-case hexadecimal.
  public let sha256: String
  public let profile: String
  /// Rows with data: without the header, blank rows and HXL tags.
  public let rows: Int
  /// Records delivered.
  public let read: Int
  /// Rows that gave no record; each has a finding.
  public let rejected: Int
  public let bytes: Int

  public init(
    name: String, sha256: String, profile: String, rows: Int, read: Int, rejected: Int, bytes: Int
  ) {
    self.name = name
    self.sha256 = sha256
    self.profile = profile
    self.rows = rows
    self.read = read
    self.rejected = rejected
    self.bytes = bytes
  }
}
