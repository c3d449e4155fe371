import Benchmark
import Boundaries
import Disclosure
import Foundation
import JSONText
import Reports

/// What is written, by one thread.
func writing() {
  Benchmark("write-coordinates") { benchmark in
    let outlines = try shipped.get().catalog.regions.map(\.boundary)
    for _ in benchmark.scaledIterations {
      var writer = JSONWriter()
      writer.beginArray()
      for outline in outlines {
        for number in outline.longitudes + outline.latitudes {
          try writer.number(number, places: 6)
        }
      }
      writer.endArray()
      blackHole(writer.drain().count)
    }
  }
  Benchmark("write-release") { benchmark in
    let boundaries = try shipped.get()
    let report = try SampleRecords.report(of: SampleRecords.incidents(10_000))
    let writer = ReleaseWriter(
      release: Release.internalReport(of: report, catalog: boundaries.catalog),
      catalog: boundaries.catalog,
      context: ReleaseContext(
        created: "2026-01-01T00:00:00Z", toolVersion: "benchmark",
        boundaryEdition: boundaries.edition, licenses: [], attribution: ""))
    let path = FileManager.default.temporaryDirectory.appending(path: "parts-\(UUID())").path
    defer { _ = try? FileManager.default.removeItem(atPath: path) }
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(try writer.publish(to: path)) }
    benchmark.stopMeasurement()
  }
}
