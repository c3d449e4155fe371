import DelimitedText
import Disclosure

/// Writes `tallies.csv`: every figure of the release, one a line, for spreadsheets and pandas.
///
/// With a step, figures of the whole coverage are left to `regions.geojson`: summed over its
/// periods, with what is unspecified in time, the table then counts each record once.
package struct TallyTable {
  package static let fileName = "tallies.csv"

  /// A column with what it holds, as the data package describes it.
  struct Column {
    let name: String
    let type: String
    let description: String
  }

  static let columns = [
    Column(name: "level", type: "string", description: "Level of the view, or zone"),
    Column(
      name: "place_status", type: "string",
      description: "region, unspecified (somewhere in the region), external, outside or unplaced"),
    Column(name: "region_id", type: "string", description: "Code of the region or country"),
    Column(name: "region_name", type: "string", description: "English name"),
    Column(name: "parent_id", type: "string", description: "Code of the next coarser region"),
    Column(name: "period_start", type: "date", description: "First day"),
    Column(name: "period_end", type: "date", description: "Last day, included"),
    Column(
      name: "time_status", type: "string",
      description: "period, or unspecified (somewhere between the two days)"),
    Column(name: "indicator", type: "string", description: "What is counted"),
    Column(name: "category", type: "string", description: "Empty for the total"),
    Column(
      name: "low", type: "number", description: "Lowest figure; empty where a bound is missing"),
    Column(name: "best", type: "number", description: "Best figure; empty where unknown"),
    Column(
      name: "high", type: "number", description: "Highest figure; empty where a bound is missing"),
    Column(name: "unit", type: "string", description: "events, persons or households"),
    Column(name: "records", type: "integer", description: "Records behind the figure"),
    Column(
      name: "status", type: "string",
      description: "reported, zero, not_stated, other_sources or withheld"),
  ]

  /// The names of the columns, in their order; no other may leave (rule D6).
  package static let columnNames = columns.map(\.name)

  private let output: ReleaseOutput

  init(_ output: ReleaseOutput) {
    self.output = output
  }

  func write() throws(PublishError) -> PublishedFile {
    var file = try OutputFile(creating: Self.fileName, in: output.directory)
    var header = DelimitedWriter(defusesFormulas: true)
    header.append(row: Self.columns.map(\.name))
    try file.write(header.takeBytes())
    var lines = TallyLines(output.release)
    let spans = output.release.spans
    let isLeftOut = spans.map { output.release.step != nil && $0.isCoverage }
    for row in output.release.rows where !isLeftOut[row.span] {
      lines.append(row)
      if lines.bytes.count >= OutputFile.capacity {
        try file.write(lines.bytes)
        lines.removeAll()
      }
    }
    try file.write(lines.bytes)
    return try file.finish()
  }
}
