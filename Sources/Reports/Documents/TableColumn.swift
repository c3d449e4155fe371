import DelimitedText

/// A column of a table with what it holds, as the data package describes it.
package struct TableColumn: Sendable {
  package let name: String
  /// Type of Table Schema: `string`, `number`, `integer` or `date`.
  package let type: String
  let description: String
  /// HXL hashtag with attributes (https://hxlstandard.org); `nil` in tables for programs that
  /// take every row under the header for data.
  package let hashtag: String?
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
    if hasHashtags, let hashtags = hashtags(of: columns) { writer.append(row: hashtags) }
    return writer.takeBytes()
  }

  /// One for each column; `nil` where the table takes none.
  static func hashtags(of columns: [TableColumn]) -> [String]? {
    let hashtags = columns.compactMap(\.hashtag)
    return hashtags.count == columns.count ? hashtags : nil
  }
}
