import ArgumentParser
import Masking
import Regions

/// How far masked points lie from their places.
struct RingOptions: ParsableArguments {
  @Option(
    name: .customLong("min"),
    help: ArgumentHelp("Least distance between a place and its point.", valueName: "METERS"))
  var leastMeters: Int = 500

  @Option(
    name: .customLong("max"),
    help: ArgumentHelp(
      "Greatest distance; at least 1000 m more than the least.", valueName: "METERS"))
  var mostMeters: Int = 2000

  @Option(
    name: .customLong("within"),
    help: ArgumentHelp(
      "The region that no point leaves: governorate, district or subdistrict. Nothing finer may "
        + "be published beside the points.", valueName: "LEVEL"))
  var level: Level = .subdistrict

  func donut() throws(MaskError) -> Donut {
    try Donut(leastMeters: leastMeters, mostMeters: mostMeters)
  }
}
