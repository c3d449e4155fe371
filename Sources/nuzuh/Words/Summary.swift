import Disclosure
import JSONText
import Reports

/// What a run says when it is done: a few lines for people, the same as JSON for programs.
struct Summary {
  /// All that the organisation may know.
  let inside: Release
  /// What was written.
  let release: Release
  let directory: String
  let files: [PublishedFile]
  /// How it is protected; `nil` for an internal report.
  let plan: ProtectionPlan?

  private var groups: [Release.Accounts.FindingGroup] { inside.accounts.findings }

  private func findings(_ severity: String) -> Int {
    groups.filter { $0.severity == severity }.map(\.count).reduce(0, +)
  }

  /// Whether rows could not be counted, so that a person has to look.
  var needsPerson: Bool { findings("error") > 0 }

  /// Whether words about single rows would tell something of withheld figures. Logs are read by
  /// many, so they get no more than the release itself.
  private var isSilent: Bool { plan?.hasProtected ?? false }

  var lines: [String] { outcome + warning }

  private var warning: [String] {
    guard trustsPoints else { return [] }
    return [
      "--trust-points: every point was taken as exact, whatever precision, codes and names say; "
        + "these figures are for comparison only"
    ]
  }

  private var outcome: [String] {
    guard let plan else {
      return rows
        + ["INTERNAL report, not for publication, \(release.coverage.label): \(directory)"]
    }
    guard plan.hasProtected else { return rows + [lastLine(plan)] }
    let share = plan.share
    let person =
      needsPerson
      ? ["some rows need a person: see accounts.json in \(directory).internal"] : []
    let waits =
      plan.waiting.isEmpty
      ? [] : ["not told anew, and waits for another revision: \(plan.waiting.text)"]
    return person + waits
      + [protected(share, plan.policy.rounding)]
      + [lastLine(plan)]
  }

  private func protected(
    _ share: ProtectionPlan.Share, _ rounding: Policy.Rounding?
  ) -> String {
    guard let rounding else {
      return "\(share.withheld) of \(share.figures) protected figures above zero are withheld"
    }
    return "protected figures are rounded to multiples of \(rounding.base), at most "
      + "\(rounding.most) away; \(share.figures) are above zero"
  }

  private func lastLine(_ plan: ProtectionPlan) -> String {
    "PROTECTED release by policy \(plan.policy.name), \(release.coverage.label): \(directory)"
  }

  private var rows: [String] {
    var lines = inside.accounts.inputs.map { input in
      "\(input.file) (\(input.profile)): \(input.rows) rows = \(input.read) read"
        + " + \(input.rejected) rejected + \(input.replaced) replaced"
        + " + \(input.outOfRange) out of range"
    }
    for group in groups where group.severity != "note" {
      let first = group.first.first.map { ", first in \($0.file) line \($0.line): \($0.message)" }
      lines.append("\(group.severity): \(group.count) × \(group.rule)\(first ?? "")")
    }
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
    if let plan { write(plan, to: &writer) }
    if !isSilent { writeRows(to: &writer) }
    writer.key("files")
    writer.beginArray()
    for file in files { writer.string(file.name) }
    writer.endArray()
    writer.endObject()
    return writer.drain() + [UInt8(ascii: "\n")]
  }

  private func write(_ plan: ProtectionPlan, to writer: inout JSONWriter) {
    writer.member("policy", plan.policy.name)
    writer.member("protected_figures", plan.share.figures)
    writer.member("withheld_figures", plan.share.withheld)
    guard let rounding = plan.policy.rounding else { return }
    writer.member("rounding", rounding.base)
    writer.member("rounding_most", rounding.most)
  }

  private func writeRows(to writer: inout JSONWriter) {
    writer.key("inputs")
    writer.beginArray()
    for input in inside.accounts.inputs { write(input, to: &writer) }
    writer.endArray()
    writer.key("findings")
    writer.beginObject()
    for severity in ["error", "warning", "note"] {
      writer.member(severity, findings(severity))
    }
    writer.endObject()
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
