import ArgumentParser
import Causes
import Comparisons
import Updates

/// What changed between two releases.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Say what changed between two releases, from their public files alone.",
    discussion: """
      nuzuh compare OLD NEW                        as text
      nuzuh compare OLD NEW --csv >changes.csv     as a table
      nuzuh compare OLD NEW --geojson >map.geojson a map of change

      Differences in settings, policy, boundaries and regions come first: figures may differ for \
      them alone. A figure that one of the releases withholds has no number in a comparison.

      nuzuh compare OLD NEW --internal --config nuzuh.toml

      tells which records caused each change, from the archive of the updates. That is for use \
      inside the organisation only.

      Exit codes: 0 whether or not anything changed; with --exit-code 1 when something did; \
      65 a file was changed or is damaged; 66 there is no release, or the archive knows none of \
      its name; 75 an update is at work on the archive.
      """)

  enum Format: String, EnumerableFlag {
    case text
    case json
    case csv
    case geojson

    static func help(for value: Format) -> ArgumentHelp? {
      switch value {
      case .text: "Sentences for people; the default."
      case .json: "Everything, as one JSON object."
      case .csv: "One change a line."
      case .geojson: "One feature a region, colored by its change."
      }
    }
  }

  @Argument(help: ArgumentHelp("Directory of the earlier release.", valueName: "OLD"))
  var before: String

  @Argument(help: ArgumentHelp("Directory of the later release.", valueName: "NEW"))
  var after: String

  @Flag(exclusivity: .exclusive) var format: Format = .text

  @Option(
    help: ArgumentHelp(
      "With --geojson, what is colored, such as killed; by default what changed in the most "
        + "regions.", valueName: "NAME"))
  var indicator: String?

  @Flag(help: "With text, list every change, and not only the first 200.")
  var all = false

  @Flag(
    name: .customLong("exit-code"), help: "Exit with 1 when anything changed, as git diff does.")
  var saysByExitCode = false

  @Flag(
    name: .customLong("internal"),
    help: "Compare unprotected reports too, for use inside the organisation only.")
  var isInternal = false

  @Option(
    help: ArgumentHelp(
      "With --internal, the configuration of the updates, whose archive tells which records caused "
        + "each change.", valueName: "FILE"))
  var config: String?

  @OptionGroup(title: "Regions") var geodata: GeoDataOptions

  func validate() throws {
    if config != nil, !isInternal {
      throw ValidationError(
        "--config names the records behind changes, which is internal; say --internal with it.")
    }
    if config != nil, format == .geojson {
      throw ValidationError("Records are told as text, --json or --csv.")
    }
    if indicator != nil, format != .geojson {
      throw ValidationError("--indicator colors a map; say --geojson with it.")
    }
  }

  func run() throws {
    let comparison: Comparison
    do throws(ComparisonError) {
      comparison = try Comparison(from: before, to: after, allowsInternal: isInternal)
    } catch {
      throw fail(ExitCode(error.exitCode), "\(error)")
    }
    if let config {
      print(try causes(of: comparison, by: config))
    } else {
      print(comparison)
      if comparison.isInternal { Console.say("INTERNAL comparison, not for publication") }
    }
    if saysByExitCode, !comparison.isEmpty { throw ExitCode.findings }
  }

  private func print(_ comparison: Comparison) {
    switch format {
    case .text:
      ComparisonText(comparison, limit: all ? nil : 200).lines.forEach { Console.print($0) }
    case .json: Console.print(comparison.json())
    case .csv: Console.print(comparison.csv())
    case .geojson: Console.print(comparison.geoJSON(indicator: indicator))
    }
  }

  // MARK: - The records behind it

  private func causes(of comparison: Comparison, by config: String) throws -> CausedComparison {
    let settings = try ConfigurationOption.settings(config)
    let boundaries = try GeoDataOptions.reporting { try geodata.loaded(for: settings) }
    do {
      return try settings.exclusively { archive in
        try CauseSearch(archive: archive, settings: settings, boundaries: boundaries)
          .causes(of: comparison)
      }
    } catch let error as CausesError {
      throw fail(ExitCode(error.exitCode), "\(error)")
    } catch {
      let failure = UpdateFailure(error)
      throw fail(ExitCode(failure.exitCode), failure.message)
    }
  }

  private func print(_ caused: CausedComparison) {
    Console.say(CausesText.notice)
    switch format {
    case .text:
      let text = CausesText(caused, limit: all ? nil : 20)
      Console.print(CausesText.notice)
      ComparisonText(caused.comparison, limit: all ? nil : 200, details: text.lines(of:)).lines
        .forEach { Console.print($0) }
      text.limits.forEach { Console.print($0) }
    case .json: Console.print(caused.json())
    case .csv, .geojson: Console.print(caused.csv())
    }
  }
}
