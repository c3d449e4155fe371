import ArgumentParser
import Boundaries
import JSONText
import Released
import Verification

/// Checks releases from outside.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check releases, and try to work out what they withhold.",
    discussion: """
      Reads nothing but the released files, and the boundaries. Several releases are given in the \
      order of their publication and attacked as one, as somebody would who kept them all, whether \
      or not they are of one series. Exit codes: 0 nothing can be worked out; 1 something can; 65 a \
      file was changed or contradicts another.
      """)

  @Argument(help: ArgumentHelp("Directories of releases.", valueName: "DIR"))
  var directories: [String]

  @OptionGroup(title: "Regions") var regions: BoundaryOptions

  @Flag(help: "Print the verdict as JSON to standard output.")
  var json = false

  func run() async throws {
    let catalog = try regions.load().catalog
    let verdict: Verdict
    do {
      let releases = try directories.map { directory throws(ReleasedFilesError) in
        try PublicRelease(directory: directory, catalog: catalog)
      }
      verdict = try await ReleaseCheck.verdict(on: releases, catalog: catalog)
    } catch let error as ReleasedFilesError {
      let code: ExitCode = if case .missing = error { .noInput } else { .badData }
      throw fail(code, "\(error)")
    }
    let text = VerdictText(verdict: verdict)
    if json { Console.print(text.json()) } else { text.lines.forEach { Console.print($0) } }
    if !verdict.isSafe { throw ExitCode.findings }
  }
}

/// A verdict as people and programs read it.
struct VerdictText {
  private static let most = 20

  let verdict: Verdict

  var lines: [String] {
    let number = verdict.releases.count
    let what = number == 1 ? "1 release" : "\(number) releases"
    let rounded = verdict.rounded > 0 ? "; \(verdict.rounded) rounded, zeros among them" : ""
    let head =
      "\(what): \(verdict.figures) protected figures, \(verdict.withheld) of them withheld\(rounded)"
    let series =
      verdict.isOneSeries
      ? [] : ["not all of one series: some were protected without regard to the others"]
    let hidden = verdict.rounded > 0 ? "withheld or rounded" : "withheld"
    guard !verdict.isSafe else {
      return [head] + series + [
        "nothing \(hidden) can be worked out: each may take at least \(verdict.threshold) values"
      ]
    }
    let shown = verdict.breaches.prefix(Self.most).map(line)
    let more = verdict.breaches.count - shown.count
    return [head] + series + shown + (more > 0 ? ["… and \(more) more"] : [])
      + ["NOT SAFE: withdraw the release"]
  }

  private func line(_ breach: Verdict.Breach) -> String {
    let category = breach.category.isEmpty ? "" : " (\(breach.category))"
    let place =
      "\(breach.release): \(breach.indicator)\(category) in \(breach.region), \(breach.period)"
    let together = breach.isJoint ? ", with what the other releases show" : ""
    switch breach.kind {
    case .recovered: return "\(place): follows from what is shown\(together)"
    case .narrow: return "\(place): lies in a range of fewer values than allowed\(together)"
    case .unsettled: return "\(place): could not be shown to be safe\(together)"
    case .unrounded: return "\(place): is shown, and not rounded as the others are"
    case .together:
      return "\(breach.release): rounds figures, and could not be shown to be safe together with "
        + "other releases; give it alone"
    case .small: return "\(place): is above zero, below k, and shown"
    case .changed: return "\(place): changed since the release before by less than k"
    case .shown: return "\(place): is withheld by one release and shown by another"
    case .internal: return "\(breach.release): is an internal report; nothing in it is protected"
    }
  }

  func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("safe", verdict.isSafe)
    writer.key("releases")
    writer.beginArray()
    for release in verdict.releases { writer.string(release) }
    writer.endArray()
    writer.member("figures", verdict.figures)
    writer.member("withheld", verdict.withheld)
    writer.member("rounded", verdict.rounded)
    writer.member("k", verdict.threshold)
    writer.member("one_series", verdict.isOneSeries)
    writer.key("breaches")
    writer.beginArray()
    for breach in verdict.breaches { write(breach, to: &writer) }
    writer.endArray()
    writer.endObject()
    return writer.drain() + [UInt8(ascii: "\n")]
  }

  private func write(_ breach: Verdict.Breach, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("kind", breach.kind.rawValue)
    writer.member("release", breach.release)
    writer.member("region", breach.region)
    writer.member("period", breach.period)
    writer.member("indicator", breach.indicator)
    writer.member("category", breach.category)
    writer.member("together", breach.isJoint)
    writer.endObject()
  }
}
