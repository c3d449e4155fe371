import BenchmarkInputs
import DelimitedText
import JSONText

/// How fast a thread reads text.
enum Reading {
  static func text() throws {
    let features = SampleText.features(100_000)
    try time("JSON, a feature a line", features.count) {
      var parser = JSONParser(features, layout: .lines)
      while try parser.nextDocument() {
        while try parser.next() != .end {}
      }
    }
    let table = SampleText.table(rows: 100_000)
    try time("rows of quoted text", table.count) {
      var parser = DelimitedParser()
      var block = RowBlock()
      var start = 0
      while start < table.count {
        let end = min(start + (1 << 20), table.count)
        parser.take(Array(table[start..<end]), into: &block)
        start = end
      }
    }
  }

  private static func time(_ name: String, _ count: Int, _ body: () throws -> Void) rethrows {
    Stopwatch.print(name, count, "bytes", try Stopwatch.median(of: 5, body))
  }
}
