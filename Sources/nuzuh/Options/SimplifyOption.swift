import ArgumentParser
import Reports

/// How coarsely outlines are drawn on maps.
struct SimplifyOption: ParsableArguments {
  @Option(
    name: .customLong("simplify"),
    help: ArgumentHelp(
      "How far outlines on maps may be from the true ones; shared borders stay shared. By default "
        + "only the map by periods is simplified; 0 for none.",
      valueName: "METERS"))
  var meters: Double?

  func validate() throws {
    guard let meters else { return }
    guard (0...100_000).contains(meters) else {
      throw ValidationError("--simplify takes metres from 0 to 100000, not \(meters).")
    }
  }
}
