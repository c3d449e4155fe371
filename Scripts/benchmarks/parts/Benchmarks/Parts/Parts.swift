import Benchmark
import Boundaries

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.cpuUser, .throughput],
    timeUnits: .milliseconds,
    warmupIterations: 1,
    maxDuration: .seconds(5),
    maxIterations: 40,
    // Another machine has other figures; on the same one they differ by less.
    thresholds: [
      .cpuUser: .init(relative: [.p50: 30]), .throughput: .init(relative: [.p50: 30]),
    ])
  locating()
  reading()
  counting()
  writing()
}

/// The folder that comes with nuzuh, wherever the package was built.
let geodata =
  #filePath.components(separatedBy: "/Scripts/").dropLast()
  .joined(separator: "/Scripts/") + "/GeoData"

/// All shipped layers, loaded once.
let shipped = Result { try BoundaryLoader.load(geodata: geodata) }
