import ArgumentParser
import Comparisons

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

      Exit codes: 0 whether or not anything changed; with --exit-code 1 when something did; \
      65 a file was changed or is damaged; 66 there is no release.
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

  func validate() throws {
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
    switch format {
    case .text:
      ComparisonText(comparison, limit: all ? nil : 200).lines.forEach { Console.print($0) }
    case .json: Console.print(comparison.json())
    case .csv: Console.print(comparison.csv())
    case .geojson: Console.print(comparison.geoJSON(indicator: indicator))
    }
    if comparison.isInternal { Console.say("INTERNAL comparison, not for publication") }
    if saysByExitCode, !comparison.isEmpty { throw ExitCode.findings }
  }
}
