import ArgumentParser
import Boundaries

/// Reads without counting, and says what is wrong.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check boundary layers: validity, overlaps, gaps, nesting, winding.",
    discussion: """
      nuzuh check --boundaries                checks the layers that come with nuzuh
      nuzuh check --boundaries mine.geojson   checks your own, written as for nuzuh report

      Exit code 1 when there is something that a person should look at.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    /// The faulty places, to be looked at on a map.
    case geojson
  }

  @Flag(help: "Check boundary layers (the only kind of check in this version).")
  var boundaries = false

  @Argument(
    help: ArgumentHelp(
      "Layers, or folders of them; without any, those that come with nuzuh.", valueName: "FILE"))
  var layers: [String] = []

  @OptionGroup var shipped: GeoDataOptions

  @Option(help: "text, json, or geojson of the faulty places.")
  var format: Format = .text

  @Flag(help: "Short for --format json.")
  var json = false

  func validate() throws {
    guard boundaries else {
      throw ValidationError("Say --boundaries: records are checked by nuzuh report.")
    }
  }

  func run() throws {
    let folder = try shipped.folder()
    let report = try GeoDataOptions.reporting {
      try BoundaryLoader.check(
        geodata: folder, layers: try layers.map(UserLayer.init(argument:)),
        repair: shipped.repair)
    }
    switch json ? .json : format {
    case .text: Console.print(report.text.utf8)
    case .json: Console.print(report.json())
    case .geojson: Console.print(report.geojson())
    }
    if report.count(.error) + report.count(.warning) > 0 { throw ExitCode.findings }
  }
}
