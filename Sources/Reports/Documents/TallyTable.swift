import DelimitedText
import Disclosure

/// Writes `tallies.csv`: every figure of the release, one a line, for spreadsheets and pandas.
///
/// With a step, figures of the whole coverage are left to `regions.geojson`: summed over its
/// periods, with what is unspecified in time, the table then counts each record once.
struct TallyTable {
  static let fileName = "tallies.csv"

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

  private let output: ReleaseOutput
  private let units: [String: String]

  init(_ output: ReleaseOutput) {
    self.output = output
    units = Dictionary(
      output.release.indicators.map { ($0.name, $0.unit) }, uniquingKeysWith: { first, _ in first })
  }

  func write() throws(PublishError) -> PublishedFile {
    var file = try OutputFile(creating: Self.fileName, in: output.directory)
    var writer = DelimitedWriter(defusesFormulas: true)
    writer.append(row: Self.columns.map(\.name))
    let hasStep = output.release.step != nil
    for (number, row) in output.release.rows.enumerated() where !(hasStep && row.isCoverage) {
      append(row, to: &writer)
      if number % 512 == 511 { try file.write(writer.takeBytes()) }
    }
    try file.write(writer.takeBytes())
    return try file.finish()
  }

  private func append(_ row: Release.Row, to writer: inout DelimitedWriter) {
    writer.append(text: row.level)
    writer.append(text: row.placeStatus.rawValue)
    writer.append(text: row.regionID)
    writer.append(text: row.regionName)
    writer.append(text: row.parentID)
    writer.append(number: row.period.start)
    writer.append(number: row.period.end)
    writer.append(text: row.timeStatus.rawValue)
    writer.append(text: row.indicator)
    writer.append(text: row.category)
    writer.append(number: row.low?.text)
    writer.append(number: row.best?.text)
    writer.append(number: row.high?.text)
    writer.append(text: units[row.indicator] ?? "")
    writer.append(number: row.records.map(String.init))
    writer.append(text: row.status.rawValue)
    writer.endRow()
  }
}
