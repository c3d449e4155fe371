/// The part with the rows of one sheet (ECMA-376, 18.3.1.73 and 18.3.1.4).
final class SheetPart: XMLVisitor {
  static let root = "worksheet"

  /// Rows read so far and not yet taken away.
  var rows: [SheetRow] = []
  private let values: CellValues
  private let limits: WorkbookLimits
  private var merged: MergedRanges
  private var row = SheetRow(number: 0, cells: [])
  private var rowBytes = 0
  private var cell: OpenCell
  private var nextColumn = 0
  private var isInRow = false

  init(values: CellValues, merged: MergedRanges, limits: WorkbookLimits) {
    self.values = values
    self.merged = merged
    self.limits = limits
    cell = OpenCell(limit: limits.cellBytes)
  }

  func begin(_ name: String, _ attributes: XMLAttributes) throws(PartProblem) {
    switch name {
    case "row": try beginRow(attributes)
    case "c" where isInRow: try beginCell(attributes)
    case _ where isInRow: cell.begin(name)
    default: break
    }
  }

  func text(_ bytes: Span<UInt8>) throws(PartProblem) {
    if isInRow { try cell.take(bytes) }
  }

  func end(_ name: String) throws(PartProblem) {
    guard isInRow else { return }
    switch name {
    case "row": try endRow()
    case "c": try endCell()
    default: cell.end(name)
    }
  }

  private func beginRow(_ attributes: XMLAttributes) throws(PartProblem) {
    // Where a row does not say its number, it is the one after the last.
    let stated = attributes["r"]
    let number = stated.map { Int($0) ?? 0 } ?? row.number + 1
    guard number > row.number, number <= WorkbookLimits.rows else {
      throw .damaged("row \(stated ?? "\(number)") after row \(row.number)")
    }
    row = SheetRow(number: number, cells: [])
    (rowBytes, nextColumn, isInRow) = (0, 0, true)
  }

  private func beginCell(_ attributes: XMLAttributes) throws(PartProblem) {
    var column = nextColumn
    if let stated = attributes["r"] {
      guard let place = CellReference(stated.utf8), place.row == row.number else {
        throw .damaged("a cell at \(stated.prefix(20)) in row \(row.number)")
      }
      column = place.column
    }
    guard column < WorkbookLimits.columns else {
      throw .overLimit(what: "columns", limit: WorkbookLimits.columns)
    }
    nextColumn = column + 1
    cell.open(
      column: column, type: attributes["t"], style: attributes["s"].flatMap { Int($0) } ?? 0)
  }

  private func endCell() throws(PartProblem) {
    guard let value = try values.value(of: cell),
      !merged.covers(row: row.number, column: cell.column)
    else { return }
    rowBytes += value.text.utf8.count
    guard rowBytes <= limits.rowBytes else {
      throw .overLimit(what: "bytes in one row", limit: limits.rowBytes)
    }
    row.cells.append(SheetCell(column: cell.column, value: value))
  }

  private func endRow() throws(PartProblem) {
    isInRow = false
    guard !row.cells.isEmpty else { return }
    try sortCells()
    rows.append(row)
  }

  /// Most programs write cells in order; the standard does not ask for it.
  private func sortCells() throws(PartProblem) {
    func isInOrder() -> Bool {
      zip(row.cells, row.cells.dropFirst()).allSatisfy { $0.column < $1.column }
    }
    if isInOrder() { return }
    row.cells.sort { $0.column < $1.column }
    guard isInOrder() else { throw .damaged("a cell of row \(row.number) occurs twice") }
  }
}
