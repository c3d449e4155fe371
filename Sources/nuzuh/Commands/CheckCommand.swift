import ArgumentParser
import Boundaries
import Checks
import Readers
import Records
import Regions
import Tallies

/// Reads without counting, and says what is wrong.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check files of records, or boundary layers, without counting.",
    discussion: """
      nuzuh check march.csv april.csv         reads and places the records of files
      nuzuh check --explain place/outside     says what a kind of finding means
      nuzuh check --boundaries                checks the layers that come with nuzuh
      nuzuh check --boundaries mine.geojson   checks your own, written as for nuzuh report

      Exit code 1 when there is something that a person should look at.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    /// The Static Analysis Results Interchange Format, for editors.
    case sarif
    /// The faulty places of a boundary layer, to be looked at on a map.
    case geojson
  }

  @Flag(help: "Check boundary layers instead of records.")
  var boundaries = false

  @Argument(
    help: ArgumentHelp(
      "Files of records; with --boundaries layers, or folders of them, and without any those that "
        + "come with nuzuh.", valueName: "FILE"))
  var files: [String] = []

  @Option(help: "text, json, sarif (records only) or geojson (boundaries only).")
  var format: Format = .text

  @Flag(help: "Short for --format json.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "How many findings of each rule are listed: 20 as text, else 1000; all are counted.",
      valueName: "COUNT"))
  var limit: Int?

  @Option(
    help: ArgumentHelp("Say what a rule of findings means, or all of them.", valueName: "RULE"))
  var explain: String?

  @Option(
    name: .customLong("layer"), parsing: .upToNextOption,
    help: ArgumentHelp(
      "Place the records in your own layers, written as for --boundaries of nuzuh report.",
      valueName: "FILE"))
  var layers: [String] = []

  @OptionGroup var snap: SnapOption

  @OptionGroup(title: "How the input is read") var reading: ReadingOptions
  @OptionGroup var shipped: GeoDataOptions

  func validate() throws {
    let isAboutFiles = !boundaries && explain == nil
    if isAboutFiles, files.isEmpty {
      throw ValidationError("Name files of records, or say --boundaries.")
    }
    if boundaries, format == .sarif || !layers.isEmpty {
      throw ValidationError("--boundaries goes with neither --format sarif nor --layer.")
    }
    if isAboutFiles, format == .geojson, !json {
      throw ValidationError("--format geojson shows boundary layers; say --boundaries with it.")
    }
    guard (1...100_000).contains(limit ?? 1) else {
      throw ValidationError("--limit takes 1 to 100000 findings.")
    }
  }

  func run() throws {
    if let explain { return try printExplanation(of: explain) }
    if boundaries { try checkBoundaries() } else { try checkRecords() }
  }

  private var chosenFormat: Format { json ? .json : format }

  // MARK: - Rules

  private func printExplanation(of rule: String) throws {
    let all = FindingRule.allCases.sorted { $0.rawValue < $1.rawValue }
    let wanted = rule == "all" ? all : all.filter { $0.rawValue == rule }
    guard !wanted.isEmpty else {
      throw ValidationError(
        "There is no rule \(rule); rules are \(all.map(\.rawValue).joined(separator: ", ")).")
    }
    for rule in wanted {
      let words = rule.explanation
      Console.print(
        """
        \(rule.rawValue) (\(rule.severity.rawValue)): \(words.title)
          cause: \(words.cause)
          effect: \(words.effect)
          remedy: \(words.remedy)
        """)
    }
  }

  // MARK: - Records

  private func checkRecords() throws {
    let report = try recordReport()
    let code: ExitCode = report.needsPerson ? .findings : .success
    switch chosenFormat {
    case .json: Console.print(report.json())
    case .sarif:
      let log = SARIFLog(report, version: Nuzuh.version, exitCode: Int(code.rawValue))
      Console.print(log.json())
    case .text, .geojson: Console.print(report.text.utf8)
    }
    if code != .success { throw code }
  }

  private func recordReport() throws -> CheckReport {
    let loaded = try shipped.load(layers)
    let placer = Placer(
      catalog: loaded.catalog, index: loaded.index(files: files), names: loaded.names,
      snapMeters: snap.meters)
    var progress = Progress()
    defer { progress.end() }
    let check = RecordCheck(
      placer: placer, reading: try reading.settings(),
      settings: ReportSettings(snapMeters: snap.meters, timeZone: reading.timeZone),
      limit: limit ?? (chosenFormat == .text ? 20 : 1000))
    do {
      return try check.run(files) { progress.advance(by: $0, file: $1) }
    } catch let error as ReadError {
      throw fail(error.isMissingFile ? .noInput : .badData, "\(error)")
    }
  }

  // MARK: - Boundaries

  private func checkBoundaries() throws {
    let folder = try shipped.folder()
    let report = try GeoDataOptions.reporting {
      try BoundaryLoader.check(
        geodata: folder, layers: try files.map(UserLayer.init(argument:)),
        repair: shipped.repair)
    }
    switch chosenFormat {
    case .text, .sarif: Console.print(report.text.utf8)
    case .json: Console.print(report.json())
    case .geojson: Console.print(report.geojson())
    }
    if report.count(.error) + report.count(.warning) > 0 { throw ExitCode.findings }
  }
}
