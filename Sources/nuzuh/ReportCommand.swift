import ArgumentParser
import Boundaries
import Disclosure
import JSONText
import Reports
import Tallies

/// The main job: records in, a report out.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Count records by region and period and write a report.",
    discussion: """
      Without files it runs the shipped example. The report is unprotected, for use inside the \
      organisation: disclosure control is not part of this version.
      """)

  @Argument(help: ArgumentHelp("CSV or GeoJSON files of records.", valueName: "FILES"))
  var files: [String] = []

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("Directory of the report; an earlier report there is replaced."))
  var output: String = "nuzuh-report"

  @Flag(
    name: .customLong("internal"),
    help: "Write the unprotected report (the only kind in this version).")
  var isInternal = false

  @OptionGroup(title: "What is counted") var counting: CountingOptions
  @OptionGroup(title: "How the input is read") var reading: ReadingOptions
  @OptionGroup(title: "Regions") var regions: BoundaryOptions
  @OptionGroup(title: "Maps") var simplify: SimplifyOption

  @OptionGroup var threads: ThreadOption

  @Flag(help: "Print a summary as JSON to standard output.")
  var json = false

  func run() throws {
    var command = self
    if files.isEmpty { try command.takeExample() }
    try command.report()
  }

  // MARK: - The shipped example

  private mutating func takeExample() throws {
    let example = try ShippedExample(regions.shipped)
    files = example.files
    if counting.rules.step == nil { counting.rules.step = .month }
    if counting.rules.prefer.isEmpty { counting.rules.prefer = ShippedExample.prefer }
    let rules = counting.rules
    Console.say(
      "No files given; this is the shipped example:\n"
        + "  nuzuh report \(files.joined(separator: " ")) --by \(rules.step?.name ?? "month") "
        + "--prefer \(rules.prefer) -o \(output)")
  }

  // MARK: - The job

  private func report() throws {
    let job = try CountingJob(
      settings: counting.settings(timeZone: reading.timeZone), files: files, reading: reading,
      regions: regions)
    let report = try job.report(threads: threads.count)
    let release = Release.internalReport(of: report, catalog: job.loaded.catalog)
    let written = try publish(release, job.loaded)
    let summary = Summary(release: release, directory: output, files: written)
    if json { Console.print(summary.json()) }
    summary.lines.forEach(Console.say)
    if summary.needsPerson { throw ExitCode.findings }
  }

  private func publish(
    _ release: Release, _ loaded: LoadedBoundaries
  ) throws -> [PublishedFile] {
    var context = ReleaseContext(loaded: loaded, created: try Clock.created())
    context.simplification = ReleaseContext.Simplification(meters: simplify.meters)
    let writer = ReleaseWriter(release: release, catalog: loaded.catalog, context: context)
    do throws(PublishError) {
      return try writer.publish(to: output)
    } catch {
      throw fail(ExitCode(error.exitCode), "\(error)")
    }
  }
}
