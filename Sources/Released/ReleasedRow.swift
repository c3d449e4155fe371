import DelimitedText
import Reports

/// A line of `tallies.csv`: one figure.
public struct ReleasedRow: Sendable {
  /// The name of the file.
  public static let fileName = TallyTable.fileName

  /// Line in the file, from 1.
  public let line: Int
  private let fields: [String]

  private static let positions = Dictionary(
    uniqueKeysWithValues: zip(TallyTable.columnNames, TallyTable.columnNames.indices))

  /// The text in a column, empty where it says nothing.
  public subscript(column: String) -> String {
    Self.positions[column].map { fields[$0] } ?? ""
  }

  /// Reads the whole table.
  ///
  /// - Throws: `ReleasedFilesError.damaged` for other columns than a release may have, and for
  ///   withheld figures of which something is told.
  public static func rows(of bytes: [UInt8]) throws(ReleasedFilesError) -> [ReleasedRow] {
    let table: DelimitedTable
    do {
      table = try DelimitedTable(bytes, separator: UInt8(ascii: ","))
    } catch {
      throw damaged("\(error)")
    }
    guard table.header == TallyTable.columnNames else {
      throw damaged("its columns are not those that a release may have")
    }
    // Tables with HXL hashtags have them under the header.
    let hasHashtags = table.rows.first?.fields == TallyTable.hashtags
    let rows = table.rows.dropFirst(hasHashtags ? 1 : 0).map {
      ReleasedRow(line: $0.line, fields: $0.fields)
    }
    for row in rows where row["status"] == "withheld" {
      let told = ["low", "best", "high", "records"].first { !row[$0].isEmpty }
      if let told { throw damaged("line \(row.line) is withheld and yet tells \(told)") }
    }
    for row in rows where row["status"] == "rounded" {
      let told = ["low", "high", "records"].first { !row[$0].isEmpty }
      if let told { throw damaged("line \(row.line) is rounded and yet tells \(told)") }
    }
    return rows
  }

  static func damaged(_ cause: String) -> ReleasedFilesError {
    .damaged(file: fileName, cause: cause)
  }
}
