import DelimitedText
import Records

/// An object of JSON as a row of a table.
extension ObjectRow {
  /// Appends a row with the bound columns; others are not read. A point fills `longitude` and
  /// `latitude` where the members do not.
  func append(
    to block: inout RowBlock, _ columns: Columns, line: Int, file: String
  ) -> [Finding] {
    var findings: [Finding] = []
    func note(_ problem: String) {
      findings.append(
        Finding(
          .badCoordinate, file: file, line: line, column: "geometry",
          message: "\(problem); the record is placed by its codes and names alone"))
    }
    var row = [String](repeating: "", count: columns.names.count)
    for (name, text) in cells {
      if let column = columns.boundIndex(name) { row[column] = text }
    }
    switch geometry {
    case .none: break
    case .point(let longitude, let latitude):
      ObjectRow.fillPoint(longitude, latitude, in: &row, columns)
    case .other(let type): note("\(CellText.quoted(type)) is no point")
    case .faultyPoint: note("a point needs a longitude and a latitude in numbers")
    }
    let isBlank = row.allSatisfy(\.isEmpty)
    block.beginRow(
      line: line, problem: isBlank ? .damaged("the object has none of the columns") : nil)
    for cell in row { block.appendField(cell.utf8) }
    return findings
  }

  /// Both coordinates come from the same place: a longitude of the properties is never paired
  /// with a latitude of the geometry.
  private static func fillPoint(
    _ longitude: String, _ latitude: String, in row: inout [String], _ columns: Columns
  ) {
    let own = ["longitude", "latitude"].compactMap(columns.boundIndex)
    guard own.allSatisfy({ row[$0].isEmpty }) else { return }
    for (name, text) in [("longitude", longitude), ("latitude", latitude)] {
      if let column = columns.boundIndex(name) { row[column] = text }
    }
  }
}

extension Columns {
  /// The column of a folded name, where it is read.
  fileprivate func boundIndex(_ name: String) -> Int? {
    index(ofFolded: name).flatMap { bound.contains($0) ? $0 : nil }
  }
}
