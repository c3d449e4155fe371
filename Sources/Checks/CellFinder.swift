import Readers
import Records

/// Finds where the cells of findings stand in the text of a delimited file, by reading it once
/// more up to the last of them.
///
/// A finding by its column is taken to that cell if the cell still holds the value; one without
/// (a place, whose names may come from several columns) to the first cell of its row with the
/// value, and gets that column's name. What cannot be found keeps its line alone.
struct CellFinder {
  private let path: String
  private let columnNames: [String]
  private let separator: UInt8?

  init(_ file: InputFile) {
    path = file.path
    columnNames = file.columnNames
    separator = file.separator
  }

  /// - Parameter findings: of this file, in the order of their lines.
  func locate(_ findings: [Finding]) -> [CheckReport.Entry] {
    guard let separator, var lines = LineWalk(path: path) else {
      return findings.map { CheckReport.Entry(finding: $0, spot: nil) }
    }
    var row = RowText(line: 0, bytes: [])
    return findings.map { finding in
      if finding.line > row.line, finding.value != nil {
        row = RowText(line: finding.line, bytes: lines.row(at: finding.line))
      }
      guard finding.line == row.line else { return CheckReport.Entry(finding: finding, spot: nil) }
      return entry(finding, row, separator)
    }
  }

  private func entry(
    _ finding: Finding, _ row: RowText, _ separator: UInt8
  ) -> CheckReport.Entry {
    guard let value = finding.value else { return CheckReport.Entry(finding: finding, spot: nil) }
    let cells = row.cells(separator)
    let position: Int? =
      if let field = finding.field {
        cells.indices.contains(field - 1) && cells[field - 1].shows(value) ? field - 1 : nil
      } else {
        cells.firstIndex { $0.shows(value) } ?? cells.firstIndex { $0.names(value) }
      }
    guard let position else { return CheckReport.Entry(finding: finding, spot: nil) }
    var finding = finding
    finding.field = position + 1
    if finding.column == nil, position < columnNames.count {
      finding.column = columnNames[position]
    }
    return CheckReport.Entry(finding: finding, spot: cells[position].spot)
  }
}
