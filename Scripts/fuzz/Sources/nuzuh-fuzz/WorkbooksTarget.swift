import Workbooks

/// Workbooks: rows in their order, or an error.
struct WorkbooksTarget {
  private let scratch = Scratch("book.xlsx")

  /// The first byte is even for a whole archive; odd ones choose the part that follows.
  func read(_ bytes: [UInt8]) {
    guard let choice = bytes.first else { return }
    let rest = Array(bytes.dropFirst())
    if choice & 1 == 0 {
      scratch.write(rest)
    } else {
      let names = StoredArchive.parts.map(\.name)
      scratch.write(StoredArchive.bytes(replacing: names[Int(choice / 2) % names.count], by: rest))
    }
    do throws(WorkbookError) {
      let book = try Workbook(path: scratch.path)
      for sheet in book.sheets.prefix(4) { try read(sheet, of: book) }
    } catch {
      precondition(!error.description.isEmpty)
    }
  }

  private func read(_ sheet: WorkbookSheet, of book: Workbook) throws(WorkbookError) {
    var rows = try book.rows(of: sheet)
    var last = 0
    while let row = try rows.next() {
      precondition(row.number > last, "rows out of order")
      precondition(zip(row.cells, row.cells.dropFirst()).allSatisfy { $0.column < $1.column })
      last = row.number
    }
  }
}
