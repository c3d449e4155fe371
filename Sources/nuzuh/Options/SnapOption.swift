import ArgumentParser

/// How far a point may lie outside (rule P3).
struct SnapOption: ParsableArguments {
  @Option(
    name: .customLong("snap"),
    help: ArgumentHelp(
      "How far outside a coast or outer border a point still counts; 0 for not at all.",
      valueName: "METERS"))
  var meters: Double = 1500

  func validate() throws {
    guard (0...50_000).contains(meters) else {
      throw ValidationError("--snap takes metres from 0 to 50000, not \(meters).")
    }
  }
}
