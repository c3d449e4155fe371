import ArgumentParser
import Boundaries
import Disclosure
import Foundation
import JSONText
import Readers
import Records
import Regions
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

  @Flag(help: "Print a summary as JSON to standard output.")
  var json = false

  func run() throws {
    var command = self
    if files.isEmpty { try command.takeExample() }
    try command.report()
  }

  // MARK: - The shipped example

  private mutating func takeExample() throws {
    let folder = try exampleFolder()
    files = ["incidents.csv", "movements.csv"].map { "\(folder)/\($0)" }
    if counting.step == nil { counting.step = .month }
    if counting.prefer.isEmpty { counting.prefer = "SOHR,UNHCR" }
    Console.say(
      "No files given; this is the shipped example:\n"
        + "  nuzuh report \(files.joined(separator: " ")) --by \(counting.step?.name ?? "month") "
        + "--prefer \(counting.prefer) -o \(output)")
  }

  private func exampleFolder() throws -> String {
    let folder = try regions.shipped.folder() + "/examples"
    guard FileManager.default.fileExists(atPath: folder + "/incidents.csv") else {
      throw fail(.noInput, "no files given, and no example in \(folder)")
    }
    return folder
  }

  // MARK: - The job

  /// Bytes of input below which building the fine index takes longer than it saves.
  private static let smallInput = 16 << 20

  private func report() throws {
    let settings = counting.settings(timeZone: reading.timeZone)
    let loaded = try regions.load()
    let inputs = try reading.open(files)
    let isSmall = inputs.reduce(0) { $0 + $1.size } < ReportCommand.smallInput
    let placer = Placer(
      catalog: loaded.catalog,
      index: RegionIndex(loaded.catalog, detail: isSmall ? .coarse : .fine),
      names: RegionNames(loaded.catalog), snapMeters: settings.snapMeters)
    let report = try count(inputs, settings, placer)
    let release = Release.internalReport(of: report, catalog: loaded.catalog)
    let written = try publish(release, loaded)
    let summary = Summary(release: release, directory: output, files: written)
    if json { Console.print(summary.json()) }
    summary.lines.forEach(Console.say)
    if summary.needsPerson { throw ExitCode.findings }
  }

  private func count(
    _ inputs: [InputFile], _ settings: ReportSettings, _ placer: Placer
  ) throws -> Report {
    var progress = Progress()
    defer { progress.end() }
    do {
      return try ReportRun.report(
        files: inputs.map(\.name), settings: settings, placer: placer
      ) { take in
        try inputs.enumerated().map { position, input in
          let summary = try input.read { batch in
            progress.advance(by: batch.records.count, file: input.name)
            try take(position, batch.records, batch.findings)
          }
          return ReportRun.FileFacts(
            sha256: summary.sha256, profile: summary.profile, rows: summary.rows,
            rejected: summary.rejected)
        }
      }
    } catch let error as ReportError {
      throw fail(.internalFault, "\(error)")
    } catch let error as ReadError {
      throw fail(.badData, "\(error)")
    }
  }

  private func publish(
    _ release: Release, _ loaded: LoadedBoundaries
  ) throws -> [PublishedFile] {
    let writer = ReleaseWriter(
      release: release, catalog: loaded.catalog,
      context: ReleaseContext(loaded: loaded, created: try Clock.created()))
    do throws(PublishError) {
      return try writer.publish(to: output)
    } catch {
      throw fail(ExitCode(error.exitCode), "\(error)")
    }
  }
}
