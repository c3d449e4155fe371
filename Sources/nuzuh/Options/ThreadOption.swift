import ArgumentParser
import Foundation

/// How many threads read and count.
struct ThreadOption: ParsableArguments {
  @Option(
    name: .customLong("threads"),
    help: ArgumentHelp(
      "How many threads read and count: by default as many as there are processors, up to 8. "
        + "The result is the same for any number.", valueName: "COUNT"))
  var given: Int?

  var count: Int { given ?? min(8, ProcessInfo.processInfo.activeProcessorCount) }

  func validate() throws {
    guard (1...64).contains(given ?? 1) else {
      throw ValidationError("--threads takes 1 to 64, not \(given ?? 1).")
    }
  }
}
