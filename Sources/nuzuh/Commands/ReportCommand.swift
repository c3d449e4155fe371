import ArgumentParser
import Boundaries
import Disclosure
import JSONText
import Masking
import Pages
import Reports
import Tallies

/// The main job: records in, a release out.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Count records by region and period and write a release.",
    discussion: """
      Without files it runs the shipped example. The release is protected: figures that could \
      identify people are withheld, as nuzuh policy show says. What only the organisation may \
      see, the accounts of every row, is written beside it, into DIR.internal.
      """)

  @Argument(help: ArgumentHelp("CSV or GeoJSON files of records.", valueName: "FILES"))
  var files: [String] = []

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("Directory of the release; an earlier release there is replaced."))
  var output: String = "nuzuh-report"

  @Flag(
    name: .customLong("internal"),
    help: "Write the unprotected report instead, for use inside the organisation only.")
  var isInternal = false

  @OptionGroup(title: "What may be shown") var policy: PolicyOptions
  @OptionGroup var rounding: KeyOptions
  @OptionGroup(title: "What was shown before") var series: SeriesOptions
  @OptionGroup(title: "What is published beside it") var beside: BesideOptions
  @OptionGroup(title: "What is counted") var counting: CountingOptions
  @OptionGroup(title: "How the input is read") var reading: ReadingOptions
  @OptionGroup(title: "Regions") var regions: BoundaryOptions
  @OptionGroup(title: "Maps") var simplify: SimplifyOption
  @OptionGroup(title: "More files") var more: FormatOptions
  @OptionGroup(title: "Page and summary") var page: PageOptions

  @OptionGroup var threads: ThreadOption

  @Flag(help: "Print a summary as JSON to standard output.")
  var json = false

  @Flag(
    name: .customLong("summary"),
    help: "Print summary.md, ten lines for a mail, to standard output.")
  var printsSummary = false

  func validate() throws {
    if json, printsSummary {
      throw ValidationError("--json and --summary both print a summary; leave one of them out.")
    }
    guard isInternal else { return }
    if policy.isGiven || series.ledger != nil || series.revision || rounding.path != nil {
      throw ValidationError(
        "--internal shows everything, so it goes with no policy, key, ledger or revision; leave one "
          + "of them out.")
    }
  }

  func run() async throws {
    var command = self
    if files.isEmpty { try command.takeExample() }
    try await command.report()
  }

  // MARK: - The shipped example

  private mutating func takeExample() throws {
    let example = try ShippedExample(regions.shipped)
    files = example.files
    if counting.rules.step == nil { counting.rules.step = .month }
    if counting.rules.prefer.isEmpty { counting.rules.prefer = ShippedExample.prefer }
    if !isInternal && !policy.isGiven { policy.name = ShippedExample.policy }
    let rules = counting.rules
    let mode =
      isInternal ? "--internal" : policy.isStrict ? "--strict" : "--policy \(policy.name ?? "")"
    Console.say(
      "No files given; this is the shipped example:\n"
        + "  nuzuh report \(files.joined(separator: " ")) --by \(rules.step?.name ?? "month") "
        + "--prefer \(rules.prefer) \(mode) -o \(output)")
  }

  // MARK: - The job

  private func report() async throws {
    let policy = try policy.policy()
    let key = isInternal ? nil : try rounding.key(for: policy, replacing: output, series)
    let job = try CountingJob(
      settings: counting.settings(timeZone: reading.timeZone), files: files, reading: reading,
      regions: regions)
    if !isInternal {
      try beside.check(
        ReleaseStatement(
          levels: job.settings.levels, boundaryEdition: job.loaded.edition),
        at: output)
    }
    let report = try job.report(threads: threads.count)
    var context = ReleaseContext(loaded: job.loaded, created: try Clock.created())
    context.simplification = ReleaseContext.Simplification(meters: simplify.meters)
    context.formats = more.formats
    let added = AddedDocuments(page: page.settings, hasGeoPackage: more.hasGeoPackage)
    let publisher = Publisher(
      directory: output, loaded: job.loaded, context: context, added: added)
    let summary: Summary
    if isInternal {
      let inside = Release.internalReport(of: report, catalog: job.loaded.catalog)
      summary = Summary(
        inside: inside, release: inside, directory: output, files: try publisher.publish(inside),
        plan: nil)
    } else {
      let plan = try await protection(of: report, job, policy, key)
      let release = try Release.protectedRelease(by: plan, catalog: job.loaded.catalog)
      let written = try publisher.publish(release, ledger: plan.ledger)
      try series.write(plan.ledger)
      let inside = Release.internalReport(
        of: report, catalog: job.loaded.catalog, besides: plan)
      try publisher.publishAccounts(of: inside)
      summary = Summary(
        inside: inside, release: release, directory: output, files: written, plan: plan)
    }
    if json { Console.print(summary.json()) }
    if printsSummary {
      let page = added.page(of: summary.release, job.loaded.catalog, context)
      Console.print(page.summary().utf8)
    }
    summary.lines.forEach(Console.say)
    if summary.needsPerson { throw ExitCode.findings }
  }

  private func protection(
    of report: Report, _ job: CountingJob, _ policy: Policy, _ key: RoundingKey?
  ) async throws -> ProtectionPlan {
    do {
      let catalog = job.loaded.catalog
      if let key {
        return try ProtectionPlan(rounding: report, catalog: catalog, policy: policy, key: key)
      }
      return try await ProtectionPlan.advised(
        of: report, catalog: catalog, policy: policy,
        history: try series.history(replacing: output, report.settings)
      ) { settings in
        Console.say("this report cannot be protected; trying a coarser one")
        return try job.counting(by: settings).report(threads: 1)
      }
    } catch let error as DisclosureError {
      throw fail(.badData, "\(error)")
    }
  }
}
