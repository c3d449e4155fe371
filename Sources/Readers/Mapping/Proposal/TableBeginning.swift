import DelimitedText

/// The header and the first rows of a table, whatever it is written in.
struct TableBeginning {
  static let rowLimit = 1000

  let names: [String]
  /// Texts without blanks at their ends; each row as wide as the header.
  private(set) var rows: [[String]] = []
  /// `nil` for JSON.
  let separator: UInt8?

  init(path: String, file: String) throws(ReadError) {
    var bytes = try FileBytes(path: path)
    let beginning = try bytes.next()
    try FileKind.check(beginning, file: file)
    var source: any RowSource
    if FileKind.isJSON(beginning) {
      let layout = try ObjectReader.layout(path: path, file: file)
      names = try ObjectSource.preview(path: path, file: file, layout: layout)
      separator = nil
      var columns = Columns(names: names, isOpen: true)
      for name in names { _ = columns.bind(Columns.folded(name)) }
      source = try ObjectSource(path: path, file: file, layout: layout, columns: columns)
    } else {
      let layout = try TableBeginning.layout(path: path)
      separator = layout.separator
      source = try DelimitedSource(path: path, file: file, layout: layout)
      names = source.names
    }
    guard !names.isEmpty else { throw .empty(file: file) }
    try take(&source)
  }

  private mutating func take(_ source: inout any RowSource) throws(ReadError) {
    while rows.count < TableBeginning.rowLimit, let piece = try source.next() {
      for row in piece.rows where rows.count < TableBeginning.rowLimit {
        guard piece.block.problem(ofRow: row) == nil else { continue }
        let texts = piece.block.texts(ofRow: row).map(TableBeginning.trimmed)
        if texts.allSatisfy(\.isEmpty) { continue }
        let isTags = texts.allSatisfy { $0.isEmpty || $0.hasPrefix("#") }
        if isTags { continue }
        let missing = max(0, names.count - texts.count)
        rows.append(Array((texts + Array(repeating: "", count: missing)).prefix(names.count)))
      }
    }
  }

  private static func trimmed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return String(decoding: bytes[CellText.trimmed(bytes.span)], as: UTF8.self)
  }

  /// The separator that cuts most rows into the same number of fields, and the row in which names
  /// stand: a title above them may mislead a look at the first row alone.
  private static func layout(path: String) throws(ReadError) -> DelimitedSource.Layout {
    var best: (layout: DelimitedSource.Layout, score: Int)?
    for separator in [nil] + ",;\t|".utf8.map(Optional.init) {
      let (candidates, found) = try DelimitedSource.beginning(
        path: path, separator: separator, rows: RowRun.beginningRows)
      let rows = candidates.map(\.texts)
      let score = TableBeginning.score(of: rows)
      guard score > best?.score ?? -1 else { continue }
      best = (
        DelimitedSource.Layout(separator: found, rowsAbove: TableBeginning.header(among: rows)),
        score
      )
    }
    return best?.layout ?? DelimitedSource.Layout()
  }

  /// How many fields the rows of the most frequent width have, where that is more than one.
  private static func score(of rows: [[String]]) -> Int {
    let widths = Dictionary(grouping: rows.map(\.count)) { $0 }.mapValues(\.count)
    return widths.map { $0.key > 1 ? $0.key * $0.value : 0 }.max() ?? 0
  }

  /// The first row that names as many columns as any, without numbers among them; else the first.
  private static func header(among rows: [[String]]) -> Int {
    let named = rows.map { row in row.count { !trimmed($0).isEmpty } }
    let most = named.max() ?? 0
    return rows.indices.first { index in
      named[index] == most && rows[index].allSatisfy { Double($0) == nil }
    } ?? 0
  }
}
