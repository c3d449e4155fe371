package import Disclosure
import Synchronization
import Threads

/// Writes `tallies.csv`: every figure of the release, one a line, for spreadsheets and pandas.
///
/// With a step, figures of the whole coverage are left to `regions.geojson`: summed over its
/// periods, with what is unspecified in time, the table then counts each record once.
package struct TallyTable {
  package static let fileName = "tallies.csv"

  package static let columns = [
    TableColumn(
      name: "level", type: "string", description: "Level of the view, or zone",
      hashtag: "#loc+type"),
    TableColumn(
      name: "place_status", type: "string",
      description: "region, unspecified (somewhere in the region), external, outside or unplaced",
      hashtag: "#status+loc"),
    TableColumn(
      name: "region_id", type: "string", description: "Code of the region or country",
      hashtag: "#loc+code"),
    TableColumn(
      name: "region_name", type: "string", description: "English name",
      hashtag: "#loc+name+i_en"),
    TableColumn(
      name: "parent_id", type: "string", description: "Code of the next coarser region",
      hashtag: "#loc+code+parent"),
    TableColumn(
      name: "period_start", type: "date", description: "First day", hashtag: "#date+start"),
    TableColumn(
      name: "period_end", type: "date", description: "Last day, included",
      hashtag: "#date+end"),
    TableColumn(
      name: "time_status", type: "string",
      description: "period, or unspecified (somewhere between the two days)",
      hashtag: "#status+date"),
    TableColumn(
      name: "indicator", type: "string", description: "What is counted",
      hashtag: "#indicator+name"),
    TableColumn(
      name: "category", type: "string", description: "Empty for the total",
      hashtag: "#indicator+category"),
    TableColumn(
      name: "low", type: "number", description: "Lowest figure; empty where a bound is missing",
      hashtag: "#indicator+num+min"),
    TableColumn(
      name: "best", type: "number", description: "Best figure; empty where unknown",
      hashtag: "#indicator+num"),
    TableColumn(
      name: "high", type: "number",
      description: "Highest figure; empty where a bound is missing",
      hashtag: "#indicator+max+num"),
    TableColumn(
      name: "unit", type: "string", description: "events, persons or households",
      hashtag: "#indicator+unit"),
    TableColumn(
      name: "records", type: "integer", description: "Records behind the figure",
      hashtag: "#meta+num+records"),
    TableColumn(
      name: "status", type: "string",
      description: "reported, zero, not_stated, other_sources, withheld or rounded",
      hashtag: "#status+indicator"),
  ]

  /// The names of the columns, in their order; no other may leave (rule D6).
  package static let columnNames = columns.map(\.name)
  /// The row under the header of a table with HXL hashtags.
  package static let hashtags = columns.compactMap(\.hashtag)

  /// So many lines are made into text at once by one of several threads: about a megabyte.
  private static let size = 1 << 13

  private let output: ReleaseOutput

  init(_ output: ReleaseOutput) {
    self.output = output
  }

  func write() throws(PublishError) -> PublishedFile {
    var file = try OutputFile(creating: Self.fileName, in: output.directory)
    try file.write(
      TableHeader.bytes(Self.columns, hasHashtags: output.context.formats.hasHashtags))
    let (rows, blank) = (output.release.rows, TallyLines(output.release))
    let isLeftOut = Self.isLeftOut(output.release)
    let shared = Mutex(file)
    try Workers.all.inOrder(of: rows.count, by: Self.size) {
      (piece: Range<Int>) throws(PublishError) -> [UInt8] in
      var lines = blank
      for row in rows.dropFirst(piece.lowerBound).prefix(piece.count) where !isLeftOut[row.span] {
        lines.append(row)
      }
      return lines.bytes
    } handOn: { (bytes: [UInt8]) throws(PublishError) in
      try shared.withLock { (file: inout OutputFile) throws(PublishError) in
        try file.write(bytes)
      }
    }
    return try shared.withLock { (file: inout OutputFile) throws(PublishError) in
      try file.finish()
    }
  }

  /// For each of `Release.spans` whether the table leaves it to the map.
  package static func isLeftOut(_ release: Release) -> [Bool] {
    release.spans.map { release.step != nil && $0.isCoverage }
  }
}
