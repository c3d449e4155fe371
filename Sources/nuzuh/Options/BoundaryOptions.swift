import ArgumentParser
import Boundaries
import Foundation
import Regions
import Updates

/// Where what comes with nuzuh is found.
struct GeoDataOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Folder with boundaries and gazetteer; else NUZUH_GEODATA, else what comes with nuzuh.",
      valueName: "DIR"))
  var geodata: String?

  @Flag(help: "Repair invalid outlines; every repair is reported.")
  var repair = false

  @Flag(
    name: .customLong("no-cache"),
    help: ArgumentHelp(
      "Work the boundaries out anew instead of taking what an earlier run kept, and keep nothing.",
      visibility: .hidden))
  var ignoresCache = false

  func folder() throws -> String { try Self.reporting { try self.found() } }

  fileprivate func found() throws(BoundaryError) -> String {
    try GeoDataFolder.find(
      option: geodata, environment: ProcessInfo.processInfo.environment,
      executablePath: Self.program)
  }

  private static var program: String {
    Bundle.main.executablePath ?? CommandLine.arguments.first ?? ""
  }

  fileprivate func store(_ folder: String) -> CompiledStore? {
    if ignoresCache { return nil }
    return CompiledStore.standard(
      environment: ProcessInfo.processInfo.environment, geodata: folder,
      program: CompiledStore.program(atPath: Self.program))
  }

  /// Turns what is wrong with layers into a message and an exit code.
  static func reporting<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as BoundaryError {
      throw fail(ExitCode(error.exitCode), "\(error)")
    }
  }
}

/// Where the regions come from.
struct BoundaryOptions: ParsableArguments {
  @OptionGroup var shipped: GeoDataOptions

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Your own layers instead of the shipped ones: GeoJSON, or one feature a line; each with "
        + "its property names, as in adm1.geojson:id=ADM1_PCODE,name=ADM1_EN,level=governorate",
      valueName: "FILE"))
  var boundaries: [String] = []

  /// Loads the regions, says what a person should know of them, or fails with an exit code.
  func load() throws -> LoadedBoundaries { try shipped.load(boundaries) }
}

extension GeoDataOptions {
  /// Loads the layers, or without any those that come with nuzuh; ends the command where it cannot.
  func load(_ layers: [String]) throws -> LoadedBoundaries {
    try GeoDataOptions.reporting { try self.loaded(layers) }
  }

  /// The regions that updates count by.
  /// - Throws: `BoundaryError`.
  func loaded(for settings: UpdateSettings) throws -> LoadedBoundaries {
    var options = self
    options.repair = repair || settings.repairsLayers
    return try options.loaded(settings.layers.map(settings.path))
  }

  /// The same as `load`, for callers that have more to do with an error than to tell it.
  func loaded(_ layers: [String]) throws -> LoadedBoundaries {
    let folder = try found()
    let loaded = try BoundaryLoader.load(
      geodata: folder, layers: try layers.map(UserLayer.init(argument:)), repair: repair,
      store: store(folder))
    for issue in loaded.issues where issue.severity > .note { Console.say("\(issue)") }
    return loaded
  }
}

extension UserLayer {
  /// A path, and behind a colon what its properties mean.
  init(argument: String) throws(BoundaryError) {
    guard let equals = argument.firstIndex(of: "="),
      let colon = argument[..<equals].lastIndex(of: ":")
    else {
      self.init(path: argument)
      return
    }
    let mapping = try LayerMapping(parsing: String(argument[argument.index(after: colon)...]))
    self.init(path: String(argument[..<colon]), mapping: mapping)
  }
}
