import Workbooks

extension TableFinder {
  /// The sheet asked for, or else the first visible one that a profile reads. The others that
  /// could be read are only named: sheets of one workbook repeat the same figures.
  func sheets() throws(ReadError) -> TableShape {
    let workbook = try SheetSource.reading(file) { () throws(WorkbookError) in
      try Workbook(path: path)
    }
    guard settings.sheet == nil else { return try askedSheet(of: workbook) }
    var chosen: TableShape?
    var others: [String] = []
    var header: [String] = []
    var lackingTags: ReadError?
    for sheet in workbook.sheets {
      let rows = try beginning(of: sheet, workbook)
      if header.isEmpty, !sheet.isHidden { header = widest(rows) }
      let found: TableShape?
      do throws(ReadError) {
        found = try shape(of: rows, sheet: sheet)
      } catch {
        // Tags of a list of codes, say: another sheet may hold the records.
        lackingTags = lackingTags ?? error
        continue
      }
      guard let shape = found else { continue }
      if chosen == nil, !sheet.isHidden {
        chosen = shape
      } else {
        others.append(sheet.isHidden ? "\(sheet.name) (hidden)" : sheet.name)
      }
    }
    if let chosen { return chosen.naming(others) }
    if let lackingTags { throw lackingTags }
    throw header.isEmpty ? .empty(file: file) : misfit(header)
  }

  private func askedSheet(of workbook: Workbook) throws(ReadError) -> TableShape {
    let name = settings.sheet ?? ""
    let sheet = try SheetSource.reading(file) { () throws(WorkbookError) in
      try workbook.sheet(named: name)
    }
    let rows = try beginning(of: sheet, workbook)
    if let shape = try shape(of: rows, sheet: sheet) { return shape }
    throw rows.isEmpty ? .empty(file: file) : misfit(widest(rows))
  }

  private func widest(_ rows: [HeaderCandidate]) -> [String] {
    rows.map { $0.texts.filter { !$0.isEmpty } }.max { $0.count < $1.count } ?? []
  }

  private func beginning(
    of sheet: WorkbookSheet, _ workbook: Workbook
  ) throws(ReadError) -> [HeaderCandidate] {
    try SheetSource.reading(file) { () throws(WorkbookError) in
      var rows = try workbook.rows(of: sheet)
      var found: [HeaderCandidate] = []
      while found.count < RowRun.beginningRows, let row = try rows.next() {
        found.append(HeaderCandidate(texts: SheetSource.texts(of: row), line: row.number))
      }
      return found
    }
  }

  private func shape(
    of rows: [HeaderCandidate], sheet: WorkbookSheet
  ) throws(ReadError) -> TableShape? {
    if let (above, entry) = header(among: rows) {
      return TableShape(
        form: .sheet(layout(of: sheet, above, rows)), entry: entry, header: rows[above].texts,
        titles: rows[..<above].flatMap(\.texts) + [sheet.name])
    }
    guard let tagged = try taggedRow(among: rows) else { return nil }
    return TableShape(
      form: .sheet(layout(of: sheet, tagged.above, rows)), entry: tagged.entry,
      header: rows[tagged.above].texts, namesAboveTags: tagged.names)
  }

  private func layout(
    of sheet: WorkbookSheet, _ above: Int, _ rows: [HeaderCandidate]
  ) -> SheetSource.Layout {
    SheetSource.Layout(
      sheet: sheet.name, headerRow: rows[above].line, rowsAbove: above, others: [])
  }
}

extension TableShape {
  fileprivate func naming(_ others: [String]) -> TableShape {
    guard case .sheet(var layout) = form else { return self }
    layout.others = others
    var named = self
    named.form = .sheet(layout)
    return named
  }
}
