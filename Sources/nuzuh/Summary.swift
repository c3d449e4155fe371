import Disclosure
import JSONText
import Reports

/// What a run says when it is done: a few lines for people, the same as JSON for programs.
struct Summary {
  let release: Release
  let directory: String
  let files: [PublishedFile]

  private var groups: [Release.Accounts.FindingGroup] { release.accounts.findings }

  private func findings(_ severity: String) -> Int {
    groups.filter { $0.severity == severity }.map(\.count).reduce(0, +)
  }

  /// Whether rows could not be counted, so that a person has to look.
  var needsPerson: Bool { findings("error") > 0 }

  var lines: [String] {
    var lines = release.accounts.inputs.map { input in
      "\(input.file) (\(input.profile)): \(input.rows) rows = \(input.read) read"
        + " + \(input.rejected) rejected + \(input.replaced) replaced"
        + " + \(input.outOfRange) out of range"
    }
    for group in groups where group.severity != "note" {
      let first = group.first.first.map { ", first in \($0.file) line \($0.line): \($0.message)" }
      lines.append("\(group.severity): \(group.count) × \(group.rule)\(first ?? "")")
    }
    if trustsPoints {
      lines.append(
        "--trust-points: every point was taken as exact, whatever precision, codes and names say; "
          + "these figures are for comparison only")
    }
    lines.append(
      "INTERNAL report, not for publication, \(release.coverage.label): \(directory)")
    return lines
  }

  private var trustsPoints: Bool {
    release.accounts.settings.contains { $0.name == "trust_points" }
  }

  func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("directory", directory)
    writer.member("protection", release.protection.kind.rawValue)
    writer.member("start", release.coverage.start)
    writer.member("end", release.coverage.end)
    if trustsPoints { writer.member("trust_points", true) }
    writer.key("inputs")
    writer.beginArray()
    for input in release.accounts.inputs { write(input, to: &writer) }
    writer.endArray()
    writer.key("findings")
    writer.beginObject()
    for severity in ["error", "warning", "note"] {
      writer.member(severity, findings(severity))
    }
    writer.endObject()
    writer.key("files")
    writer.beginArray()
    for file in files { writer.string(file.name) }
    writer.endArray()
    writer.endObject()
    return writer.drain() + [UInt8(ascii: "\n")]
  }

  private func write(_ input: Release.Accounts.Input, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("file", input.file)
    writer.member("sha256", input.sha256)
    writer.member("profile", input.profile)
    writer.member("rows", input.rows)
    writer.member("read", input.read)
    writer.member("rejected", input.rejected)
    writer.member("replaced", input.replaced)
    writer.member("out_of_range", input.outOfRange)
    writer.endObject()
  }
}
