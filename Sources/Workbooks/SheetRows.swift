/// Goes through the rows of a sheet, one after the other, in memory that does not grow with them.
public struct SheetRows {
  private let entry: ZipEntry
  private let sheet: SheetPart
  private let parser: XMLParser
  private var rows: [SheetRow] = []
  private var position = 0
  private var hasEnded = false
  private var failure: WorkbookError?

  init(entry: ZipEntry, sheet: SheetPart, limits: WorkbookLimits) throws(WorkbookError) {
    self.entry = entry
    self.sheet = sheet
    parser = try XMLParser(sheet, part: entry.name, limits: limits)
  }

  /// The next row that holds a value; `nil` after the last.
  ///
  /// - Throws: `WorkbookError` where the rest of the sheet cannot be read.
  public mutating func next() throws(WorkbookError) -> SheetRow? {
    while position == rows.count {
      if hasEnded, failure == nil { return nil }
      try readOn()
    }
    defer { position += 1 }
    return rows[position]
  }

  private mutating func readOn() throws(WorkbookError) {
    if let failure { throw failure }
    do {
      let piece = try entry.next()
      hasEnded = piece.isEmpty
      try parser.take(piece)
    } catch {
      // The rows before the error are handed over first.
      failure = error
    }
    swap(&rows, &sheet.rows)
    sheet.rows.removeAll(keepingCapacity: true)
    position = 0
  }
}
