import Records

extension TableShape {
  /// What a person should know of the table itself.
  func findings(file: String) -> [Finding] {
    switch form {
    case .objects: []
    case .delimited(let layout): aboveHeader(layout.rowsAbove, file)
    case .sheet(let layout): aboveHeader(layout.rowsAbove, file) + others(than: layout, file)
    }
  }

  private func aboveHeader(_ count: Int, _ file: String) -> [Finding] {
    let count = count - (namesAboveTags == nil ? 0 : 1)
    guard count > 0 else { return [] }
    let rows = count == 1 ? "1 row" : "\(count) rows"
    return [
      Finding(
        .rowsAboveHeader, file: file, line: 1,
        message: "\(rows) above the header were not read; nothing to do where that is a title")
    ]
  }

  private func others(than layout: SheetSource.Layout, _ file: String) -> [Finding] {
    guard !layout.others.isEmpty else { return [] }
    let names = layout.others.map { CellText.quoted($0) }.joined(separator: ", ")
    return [
      Finding(
        .otherSheets, file: file, line: 0,
        message: "the sheet \(CellText.quoted(layout.sheet)) was read and not \(names), since "
          + "sheets of one workbook often repeat the same figures; choose another with --sheet")
    ]
  }
}
