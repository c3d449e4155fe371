import JSONText
import Records
import Regions
public import Tallies

/// What became of every record (rule A1): for inside the organisation alone, since it tells how
/// many records of protected kinds there are.
public struct MaskAccounts: Sendable {
  public struct File: Hashable, Sendable {
    public let name: String
    public let sha256: String
    public let profile: String
    /// Rows of the file, and those that gave no record.
    public let rows: Int
    public let rejected: Int
    /// Records of the other rows: taken, of the same key as another, or of other days.
    public let records: Int
    public let replaced: Int
    public let outOfRange: Int
    public let masked: Int
    public let omitted: [Omission: Int]

    /// The records that were looked at.
    public var read: Int { records - replaced - outOfRange }

    var isBalanced: Bool { read == masked + omitted.values.reduce(0, +) }
  }

  public let files: [File]
  public let findings: FindingLog

  public var masked: Int { files.reduce(0) { $0 + $1.masked } }

  public func omitted(_ reason: Omission) -> Int {
    files.reduce(0) { $0 + ($1.omitted[reason] ?? 0) }
  }

  /// Whether rows could not be read, so that a person has to look.
  public var needsPerson: Bool {
    findings.groups.contains { $0.key.severity == .error && $0.value.count > 0 }
  }

  public func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject(onLines: true)
    writer.member("protection", "internal: for use inside the organisation only")
    writer.key("inputs")
    writer.beginArray(onLines: true)
    for file in files { write(file, to: &writer) }
    writer.endArray()
    writer.key("findings")
    writer.beginArray(onLines: true)
    for rule in findings.groups.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
      if let group = findings.groups[rule] { write(rule, group, to: &writer) }
    }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return writer.drain()
  }

  private func write(_ file: File, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("file", file.name)
    writer.member("sha256", file.sha256)
    writer.member("profile", file.profile)
    writer.member("rows", file.rows)
    writer.member("rejected", file.rejected)
    writer.member("records", file.records)
    writer.member("replaced", file.replaced)
    writer.member("out_of_range", file.outOfRange)
    writer.member("read", file.read)
    writer.member("masked", file.masked)
    writer.key("omitted")
    writer.beginObject()
    for reason in Omission.allCases { writer.member(reason.rawValue, file.omitted[reason] ?? 0) }
    writer.endObject()
    writer.endObject()
  }

  private func write(_ rule: FindingRule, _ group: FindingLog.Group, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("rule", rule.rawValue)
    writer.member("severity", rule.severity.rawValue)
    writer.member("count", group.count)
    writer.key("first")
    writer.beginArray()
    for finding in group.first {
      writer.beginObject()
      writer.member("file", finding.file)
      writer.member("line", finding.line)
      writer.member("message", finding.message)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }
}
