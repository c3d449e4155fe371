import Benchmark
import BenchmarkInputs
import DelimitedText
import JSONText

/// Text read by one thread; a thousand rows or features an iteration.
func reading() {
  Benchmark("read-rows", configuration: .init(scalingFactor: .kilo)) { benchmark in
    let table = SampleText.table(rows: benchmark.scaledIterations.count)
    benchmark.startMeasurement()
    var parser = DelimitedParser()
    var block = RowBlock()
    parser.take(table, into: &block)
    blackHole(block.count)
    benchmark.stopMeasurement()
  }
  Benchmark("read-features", configuration: .init(scalingFactor: .kilo)) { benchmark in
    let features = SampleText.features(benchmark.scaledIterations.count)
    benchmark.startMeasurement()
    var parser = JSONParser(features, layout: .lines)
    while try parser.nextDocument() {
      while try parser.next() != .end {}
    }
    benchmark.stopMeasurement()
  }
}
