import JSONText
import Records

/// A check as a log of the Static Analysis Results Interchange Format, version 2.1.0 (OASIS,
/// 27 March 2020), which editors and code hosts show beside the lines of the files.
///
/// https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html
public struct SARIFLog {
  private let report: CheckReport
  private let version: String
  private let exitCode: Int

  /// - Parameters:
  ///   - version: of the tool, as in semantic versioning.
  ///   - exitCode: with which the tool ends.
  public init(_ report: CheckReport, version: String, exitCode: Int) {
    self.report = report
    self.version = version
    self.exitCode = exitCode
  }

  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  public func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("$schema", SARIFLog.schema)
    writer.member("version", "2.1.0")
    writer.key("runs")
    writer.beginArray()
    writer.beginObject(onLines: true)
    writeTool(&writer)
    writeInvocation(&writer)
    writer.list("artifacts", report.files) { file, writer in
      writer.location("location", of: file.path)
      if let sha256 = file.sha256 {
        writer.key("hashes")
        writer.beginObject()
        writer.member("sha-256", sha256)
        writer.endObject()
      }
    }
    writer.member("columnKind", "unicodeCodePoints")
    writeResults(&writer)
    writeCounts(&writer)
    writer.endObject()
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return writer.drain()
  }

  private func writeTool(_ writer: inout JSONWriter) {
    writer.key("tool")
    writer.beginObject()
    writer.key("driver")
    writer.beginObject()
    writer.member("name", "nuzuh")
    writer.member("version", version)
    writer.member("semanticVersion", version)
    writer.list("rules", report.rules) { rule, writer in writer.members(of: rule) }
    writer.endObject()
    writer.endObject()
  }

  private func writeInvocation(_ writer: inout JSONWriter) {
    writer.list("invocations", [exitCode]) { code, writer in
      writer.key("executionSuccessful")
      writer.bool(true)
      writer.member("exitCode", code)
      writer.member(
        "exitCodeDescription",
        code == 0 ? "nothing that needs a person" : "findings that need a person")
    }
  }

  private func writeResults(_ writer: inout JSONWriter) {
    let order = Dictionary(uniqueKeysWithValues: report.rules.enumerated().map { ($1, $0) })
    let paths = report.files.map(\.path)
    let artifacts = Dictionary(
      paths.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var prints = Fingerprints()
    let results = report.entries.map { ($0, prints.next($0.finding)) }
    writer.list("results", results) { result, writer in
      let (entry, print) = result
      let finding = entry.finding
      writer.member("ruleId", finding.rule.rawValue)
      writer.member("ruleIndex", order[finding.rule])
      writer.member("level", finding.severity.rawValue)
      writer.message(finding.message)
      writer.locations(of: entry, artifact: artifacts[finding.file])
      writer.key("partialFingerprints")
      writer.beginObject()
      writer.member(Fingerprints.name, print)
      writer.endObject()
      writer.properties(of: finding)
    }
  }

  /// How many findings there are in all: the list of results ends at the limit of each rule.
  private func writeCounts(_ writer: inout JSONWriter) {
    writer.key("properties")
    writer.beginObject()
    writer.member("limitPerRule", report.limit)
    writer.key("counts")
    writer.beginObject()
    for rule in report.rules { writer.member(rule.rawValue, report.counts[rule]) }
    writer.endObject()
    writer.endObject()
  }
}
