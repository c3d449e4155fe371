import DelimitedText

/// A column of a table with what it holds, as the data package describes it.
package struct TableColumn: Sendable {
  package let name: String
  /// Type of Table Schema: `string`, `number`, `integer` or `date`.
  package let type: String
  let description: String
  /// HXL hashtag with attributes (https://hxlstandard.org).
  package let hashtag: String
}

/// Tables of a release but for the rows.
enum TableHeader {
  /// The columns of a file by its name; `nil` for a file that is no table.
  static func columns(of fileName: String) -> [TableColumn]? {
    if fileName == TallyTable.fileName { return TallyTable.columns }
    if let table = HAPITable(rawValue: fileName) { return table.columns }
    return FlowmapTable(rawValue: fileName)?.columns
  }

  /// The names of the columns, and under them the hashtags where they are asked for.
  static func bytes(_ columns: [TableColumn], hasHashtags: Bool) -> [UInt8] {
    var writer = DelimitedWriter(defusesFormulas: true)
    writer.append(row: columns.map(\.name))
    if hasHashtags { writer.append(row: columns.map(\.hashtag)) }
    return writer.takeBytes()
  }
}
