import Benchmark
import BenchmarkInputs
import Records
import Regions
import Tallies

/// Records placed and counted by month on all levels, by one thread.
func counting() {
  Benchmark("count-records", configuration: .init(scalingFactor: .kilo)) { benchmark in
    let records = try SampleRecords.incidents(benchmark.scaledIterations.count)
    benchmark.startMeasurement()
    blackHole(try SampleRecords.report(of: records))
    benchmark.stopMeasurement()
  }
}

/// Incidents anywhere in the country over two years.
enum SampleRecords {
  static func incidents(_ count: Int) throws -> [Record] {
    let points = SamplePoints.anywhere(in: try shipped.get().catalog, count: count)
    var numbers = SeededNumbers(seed: 2)
    let first = Day(year: 2024, month: 1, day: 1)?.number ?? 0
    return (0..<count).map { number in
      let place = Place(
        point: Coordinate(
          longitude: points.longitudes[number], latitude: points.latitudes[number]))
      return Record(
        key: RecordKey(source: "sample", id: "\(number)"),
        dates: DateSpan(Day(number: first + Int32(numbers.whole(below: 730)))),
        content: .incident(
          Incident(place: place, killed: Figure(Quantity(numbers.whole(below: 9)), .exact))),
        line: number + 2)
    }
  }

  static func report(of records: [Record]) throws -> Report {
    let boundaries = try shipped.get()
    return try ReportRun.report(
      files: ["sample"], settings: ReportSettings(step: .month),
      placer: Placer(
        catalog: boundaries.catalog, index: boundaries.index(detail: .fine),
        names: boundaries.names)
    ) { take in
      try take(0, records, [])
      return [
        ReportRun.FileFacts(sha256: "", profile: "sample", rows: records.count, rejected: 0)
      ]
    }
  }
}
