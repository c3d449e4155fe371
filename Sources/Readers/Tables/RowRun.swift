import DelimitedText
import Records

/// One pass over the rows of a file: decides which rows are data, hands them to the profile, and
/// keeps the account of them.
struct RowRun<Source: Profile> {
  private var profile: Source
  private let columns: Columns
  private let context: ReadContext
  private let foldedHeader: [String]
  private(set) var rows = 0
  private(set) var read = 0
  private(set) var batch = Batch()
  private var isBeforeData = true

  init(_ type: Source.Type, names: [String], context: ReadContext) {
    var columns = Columns(names: names)
    profile = Source(columns: &columns)
    self.columns = columns
    self.context = context
    foldedHeader = names.map(Columns.folded)
  }

  init(_ profile: Source, columns: Columns, context: ReadContext) {
    self.profile = profile
    self.columns = columns
    self.context = context
    foldedHeader = []
  }

  mutating func takeBatch() -> Batch {
    defer { batch = Batch() }
    return batch
  }

  /// Findings that are not about a single cell.
  mutating func add(_ findings: [Finding]) { batch.findings += findings }

  mutating func take(_ index: Int, of block: RowBlock) {
    guard !isEmpty(index, of: block) else { return }
    if isBeforeData {
      isBeforeData = false
      if isTagRow(index, of: block) { return }
    }
    rows += 1
    var row = Row(index, of: block, in: context)
    checkText(&row, index, of: block)
    if let record = record(from: &row, index, of: block), !row.isRejected {
      read += 1
      batch.records.append(record)
    }
    batch.findings += row.findings
  }

  private mutating func record(from row: inout Row, _ index: Int, of block: RowBlock) -> Record? {
    if let problem = block.problem(ofRow: index), isUnreadable(problem) {
      row.note(.unreadableRow, nil, problem.description)
      return nil
    }
    if isHeader(index, of: block) {
      row.note(.repeatedHeader, nil, "the header is repeated here; nothing to do")
      return nil
    }
    return profile.record(from: &row)
  }

  /// A short row is read only where the fields it lacks are none that the profile reads.
  private func isUnreadable(_ problem: RowProblem) -> Bool {
    if case .tooFewFields(let found, _) = problem { return found < columns.neededWidth }
    return true
  }

  private func checkText(_ row: inout Row, _ index: Int, of block: RowBlock) {
    if block.hasNullBytes(inRow: index) {
      row.note(.nullBytes, nil, "zero bytes were dropped; check how the file was saved")
    }
    if block.isDamaged(row: index) {
      row.note(.damagedText, nil, "the text is not UTF-8; save the file again in UTF-8")
    }
  }

  private func isEmpty(_ index: Int, of block: RowBlock) -> Bool {
    if let problem = block.problem(ofRow: index), isUnreadable(problem) { return false }
    return (0..<block.fieldCount(ofRow: index)).allSatisfy {
      let field = block.bytes.span.extracting(block.fieldRange(row: index, column: $0))
      return CellText.trimmed(field).isEmpty
    }
  }

  /// A row of HXL hashtags, which gives columns their meaning and is no data.
  private func isTagRow(_ index: Int, of block: RowBlock) -> Bool {
    guard block.problem(ofRow: index) == nil else { return false }
    return block.texts(ofRow: index).allSatisfy { text in
      let text = text.drop(while: \.isWhitespace)
      return text.isEmpty || text.hasPrefix("#")
    }
  }

  private func isHeader(_ index: Int, of block: RowBlock) -> Bool {
    guard let named = foldedHeader.firstIndex(where: { !$0.isEmpty }) else { return false }
    // Most rows are told from the header by one byte, without making a text of them.
    let cell = block.bytes.span.extracting(block.fieldRange(row: index, column: named))
    let inner = cell.extracting(CellText.trimmed(cell))
    guard !inner.isEmpty, Columns.mayBegin(foldedHeader[named], with: inner[0]) else {
      return false
    }
    return block.texts(ofRow: index).prefix(foldedHeader.count).map(Columns.folded)
      == foldedHeader
  }
}
