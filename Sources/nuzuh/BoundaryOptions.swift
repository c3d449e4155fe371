import ArgumentParser
import Boundaries
import Foundation
import Regions

/// Where the regions come from.
struct BoundaryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Folder with boundaries and gazetteer; else NUZUH_GEODATA, else what comes with nuzuh.",
      valueName: "DIR"))
  var geodata: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Your own layers instead of the shipped ones: GeoJSON, or one feature a line; each with "
        + "its property names, as in adm1.geojson:id=ADM1_PCODE,name=ADM1_EN,level=governorate",
      valueName: "FILE"))
  var boundaries: [String] = []

  @Flag(help: "Repair invalid outlines; every repair is reported.")
  var repair = false

  func folder() throws -> String {
    try reporting {
      try GeoDataFolder.find(
        option: geodata, environment: ProcessInfo.processInfo.environment,
        executablePath: Bundle.main.executablePath ?? CommandLine.arguments.first ?? "")
    }
  }

  func layers() throws -> [UserLayer] {
    try reporting { try boundaries.map(Self.layer) }
  }

  /// Loads the regions, says what a person should know of them, or fails with an exit code.
  func load() throws -> LoadedBoundaries {
    let folder = try folder()
    let layers = try layers()
    let loaded = try reporting {
      try BoundaryLoader.load(geodata: folder, layers: layers, repair: repair)
    }
    for issue in loaded.issues where issue.severity > .note { Console.say("\(issue)") }
    return loaded
  }

  /// A path, and behind a colon what its properties mean.
  private static func layer(_ argument: String) throws -> UserLayer {
    guard let equals = argument.firstIndex(of: "="),
      let colon = argument[..<equals].lastIndex(of: ":")
    else { return UserLayer(path: argument) }
    let mapping = try LayerMapping(parsing: String(argument[argument.index(after: colon)...]))
    return UserLayer(path: String(argument[..<colon]), mapping: mapping)
  }

  func reporting<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as BoundaryError {
      throw fail(error.exitCode, "\(error)")
    }
  }
}

extension BoundaryError {
  var exitCode: ExitCode {
    switch self {
    case .noGeoData, .unreadable: .noInput
    case .mapping: .validationFailure
    case .faultyLayers, .catalog, .geometry: .badData
    }
  }
}
