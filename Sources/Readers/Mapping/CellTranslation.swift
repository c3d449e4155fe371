import DelimitedText
import Records

/// The columns of a row that has one for each field.
struct FieldColumns: Sendable {
  private var columns: [String: Column] = [:]

  mutating func add(_ field: String, _ column: Column) { columns[field] = column }

  /// A field that the mapping does not fill is a column that the row does not have.
  subscript(field: String) -> Column { columns[field] ?? Column(name: field, index: nil) }
}

/// Turns a row of the source into a row of fields: blank words blank, codes as what they stand
/// for, numbers with decimal points, constants where nothing stands.
struct CellTranslation: Sendable {
  private struct Cell {
    let field: MappedField
    let source: Column
  }

  private let cells: [Cell]
  private let reading: MappingReading
  /// Where the fields stand in the new row.
  private(set) var columns = FieldColumns()

  init(_ fields: [MappedField], _ reading: MappingReading, columns source: inout Columns) {
    self.reading = reading
    var cells: [Cell] = []
    for field in fields {
      let name = field.field.name
      let column =
        field.columns.isEmpty
        ? Column(name: name, index: nil) : source.bind(field.columns.map(Columns.folded))
      columns.add(name, Column(name: column.name, index: cells.count, field: column.field))
      cells.append(Cell(field: field, source: column))
    }
    self.cells = cells
  }

  func row(of source: Row) -> Row {
    var block = RowBlock()
    block.beginRow(line: source.line)
    // A copy of the source's row keeps what is wrong with its cells, and shows them as they are.
    var written = source
    for cell in cells {
      let text = text(of: cell, in: &written)
      block.appendField(text.utf8)
    }
    let outer = source.context
    let context = ReadContext(
      file: outer.file, dateOrder: reading.dateOrder ?? outer.dateOrder, timeZone: outer.timeZone)
    var row = Row(0, of: block, in: context)
    for finding in written.findings.dropFirst(source.findings.count) { row.add(finding) }
    return row
  }

  private func text(of cell: Cell, in row: inout Row) -> String {
    let written = reading.text(of: cell.source, in: row)
    guard !written.isEmpty else { return cell.field.constant ?? "" }
    if let codes = cell.field.codes {
      if let meaning = codes.meaning(of: written) { return meaning }
      guard cell.field.field.wantsKnownCodes else { return written }
      row.note(.badCode, cell.source, unknown(written, codes))
      return ""
    }
    switch cell.field.field.kind {
    case .number, .degrees:
      if let plain = reading.numbers.plain(written) { return plain }
      let rule: FindingRule = cell.field.field.kind == .number ? .badNumber : .badCoordinate
      row.note(rule, cell.source, misread(written))
      return ""
    case .date, .month, .year, .version:
      return String(String.UnicodeScalarView(written.unicodeScalars.map(CellWord.digit)))
    default: return written
    }
  }

  private func unknown(_ text: String, _ codes: CodeTable) -> String {
    let known = codes.known.prefix(20).joined(separator: ", ")
    let more = codes.known.count > 20 ? " and \(codes.known.count - 20) more" : ""
    return "\(CellText.quoted(text)) is none of the mapping's codes \(known)\(more); add it to them"
  }

  private func misread(_ text: String) -> String {
    let thousands = reading.numbers.thousands.map { " and “\($0.rawValue)” between thousands" }
    return "\(CellText.quoted(text)) is no number with the decimal sign "
      + "“\(reading.numbers.decimal.rawValue)”\(thousands ?? ""), as the mapping declares; "
      + "correct one of them"
  }
}

extension MappingReading {
  /// The cell as text; empty where it holds a word that stands for an empty cell.
  func text(of column: Column, in row: Row) -> String {
    let text = row.text(column)
    return !blanks.isEmpty && blanks.contains(CellWord.folded(text)) ? "" : text
  }
}
