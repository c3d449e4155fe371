import DelimitedText
import Records
import Workbooks

/// The rows of a sheet below its header. Rows are named by the numbers that the spreadsheet shows.
struct SheetSource: RowSource {
  /// Which sheet of its workbook a table lies on, and where.
  struct Layout: Hashable, Sendable {
    var sheet: String
    /// Number of the header's row.
    var headerRow: Int
    /// Rows with text above the header.
    var rowsAbove: Int
    /// Names of other sheets that a profile could read.
    var others: [String]
  }

  let names: [String]
  private(set) var bytes: FileBytes
  private let file: String
  /// The columns whose cells are looked at.
  private let bound: Set<Int>
  private var rows: SheetRows
  private var block = RowBlock()
  private var findings: [Finding] = []

  init(
    path: String, file: String, layout: Layout, header: [String], columns: Columns
  ) throws(ReadError) {
    names = header
    self.file = file
    bound = columns.bound
    bytes = try FileBytes(path: path, unpacks: false)
    while try !bytes.next().isEmpty {}
    rows = try SheetSource.reading(file) { () throws(WorkbookError) in
      let workbook = try Workbook(path: path)
      var rows = try workbook.rows(of: try workbook.sheet(named: layout.sheet))
      while let row = try rows.next(), row.number < layout.headerRow {}
      return rows
    }
  }

  mutating func next() throws(ReadError) -> RowPiece? {
    block.removeAll()
    findings.removeAll()
    while block.count < InputFile.batchSize, let row = try nextRow() { append(row) }
    guard block.count > 0 else { return nil }
    return RowPiece(block: block, rows: 0..<block.count, findings: findings)
  }

  private mutating func nextRow() throws(ReadError) -> SheetRow? {
    do throws(WorkbookError) {
      return try rows.next()
    } catch {
      throw SheetSource.readError(error, file)
    }
  }

  private mutating func append(_ row: SheetRow) {
    block.beginRow(line: row.number)
    var rest = row.cells[...]
    for column in names.indices {
      var text = ""
      if let cell = rest.first, cell.column == column {
        text = self.text(of: cell, row: row.number)
        rest.removeFirst()
      }
      block.appendField(text.utf8)
    }
  }

  /// A cell that shows an error, or would show a result, is blank and said to be so.
  private mutating func text(of cell: SheetCell, row: Int) -> String {
    switch cell.value {
    case .error(let error):
      note(.errorCell, cell, row, "the cell holds the error \(CellText.quoted(error)); correct it")
      return ""
    case .uncalculated:
      note(
        .uncalculatedCell, cell, row,
        "the formula has no result in the file; open the workbook, let it calculate, and save it")
      return ""
    default: return cell.value.text
    }
  }

  private mutating func note(
    _ rule: FindingRule, _ cell: SheetCell, _ row: Int, _ message: String
  ) {
    guard bound.contains(cell.column) else { return }
    findings.append(
      Finding(rule, file: file, line: row, column: names[cell.column], message: message))
  }

  /// The cells of a row as texts by position, for finding the header.
  static func texts(of row: SheetRow) -> [String] {
    guard let last = row.cells.last else { return [] }
    var texts = [String](repeating: "", count: last.column + 1)
    for cell in row.cells { texts[cell.column] = cell.value.text }
    return texts
  }

  static func reading<Value>(
    _ file: String, _ read: () throws(WorkbookError) -> Value
  ) throws(ReadError) -> Value {
    do throws(WorkbookError) { return try read() } catch { throw readError(error, file) }
  }

  private static func readError(_ error: WorkbookError, _ file: String) -> ReadError {
    if case .noSuchSheet(let name, let known) = error {
      return .noSuchSheet(file: file, name: name, known: known)
    }
    return .damagedContainer(file: file, reason: "\(error)")
  }
}
