import Benchmark
import Boundaries

// Names without spaces: thresholds are looked up by them.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    // Of processor time the benchmarks tell hundredths of a second, too coarse for most parts.
    metrics: [.throughput],
    warmupIterations: 1,
    maxDuration: .seconds(5),
    maxIterations: 40,
    // Other machines have other figures; on the same one, with nothing else on it, they vary by less.
    thresholds: [.throughput: .init(relative: [.p50: 30])])
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
