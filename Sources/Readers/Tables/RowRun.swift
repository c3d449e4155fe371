import DelimitedText
import Records

/// One pass over the rows of a file: decides which rows are data, hands them to the profile, and
/// keeps the account of them.
struct RowRun {
  /// HXL tags stand within the first rows of a table.
  static let beginningRows = 25

  private(set) var profile: any Profile
  private let columns: Columns
  private let context: ReadContext
  private let foldedHeader: [String]
  private(set) var rows = 0
  private(set) var read = 0
  private(set) var batch = Batch()
  private var rowsSeen = 0

  /// - Parameter header: the names of the columns where the file writes them; it may repeat them.
  init(_ profile: any Profile, columns: Columns, header: [String], context: ReadContext) {
    self.profile = profile
    self.columns = columns
    self.context = context
    foldedHeader = header.map(Columns.folded)
  }

  mutating func takeBatch() -> Batch {
    defer { batch = Batch() }
    return batch
  }

  /// Findings that are not about a single cell.
  mutating func add(_ findings: [Finding]) { batch.findings += findings }

  /// Shows a row to a profile that must see all of them first.
  ///
  /// The profile is handed in, since a copy of it here would make each of its tables be copied
  /// when it takes in a row.
  mutating func survey(
    _ index: Int, of block: RowBlock, by profile: inout any SurveyingProfile
  ) {
    guard isData(index, of: block), isReadable(index, of: block), !isHeader(index, of: block)
    else { return }
    var row = Row(index, of: block, in: context)
    profile.survey(&row)
  }

  /// Whether the rows that may hold hashtags are behind.
  var isPastBeginning: Bool { rowsSeen >= RowRun.beginningRows }

  /// The same pass, with an account of its own from here on.
  func forked() -> RowRun {
    var other = self
    other.rows = 0
    other.read = 0
    other.batch = Batch()
    return other
  }

  /// Accounts for rows that were read by another way.
  mutating func take(_ plain: PlainRows) {
    rowsSeen += plain.count
    rows += plain.count
    read += plain.count
    batch.plain = plain
  }

  mutating func take(_ index: Int, of block: RowBlock) {
    guard isData(index, of: block) else { return }
    var row = Row(index, of: block, in: context)
    checkText(&row, index, of: block)
    let before = batch.records.count
    if isForProfile(&row, index, of: block) { profile.read(&row, into: &batch.records) }
    if row.isRejected { batch.records.removeLast(batch.records.count - before) }
    account(for: &row, records: batch.records.count - before)
    batch.findings += row.findings
  }

  /// Each figure of a wide row counts as a row; nothing is left out without a word (rule A1).
  private mutating func account(for row: inout Row, records: Int) {
    read += records
    rows += row.isRejected ? 1 : max(1, records + row.rejectedParts)
    if records == 0, row.findings.isEmpty {
      row.note(.nothingStated, nil, "the row states no figure; there is nothing to count")
    }
  }

  /// Whether the row is neither blank nor a row of HXL hashtags, which give columns their meaning.
  private mutating func isData(_ index: Int, of block: RowBlock) -> Bool {
    guard !isEmpty(index, of: block) else { return false }
    rowsSeen += 1
    return rowsSeen > RowRun.beginningRows || !isTagRow(index, of: block)
  }

  private func isForProfile(_ row: inout Row, _ index: Int, of block: RowBlock) -> Bool {
    if let problem = block.problem(ofRow: index), isUnreadable(problem) {
      row.note(.unreadableRow, nil, problem.description)
      return false
    }
    if isHeader(index, of: block) {
      row.note(.repeatedHeader, nil, "the header is repeated here; nothing to do")
      row.reject()
      return false
    }
    return true
  }

  private func isReadable(_ index: Int, of block: RowBlock) -> Bool {
    block.problem(ofRow: index).map { !isUnreadable($0) } ?? true
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
      row.note(
        .damagedText, nil,
        "the text is not UTF-8\(damagedCell(index, of: block)); save the file again in UTF-8")
    }
  }

  /// Where in its row the text is damaged, in words.
  private func damagedCell(_ index: Int, of block: RowBlock) -> String {
    let cells = 0..<block.fieldCount(ofRow: index)
    let cell = cells.first { block.isDamaged(row: index, column: $0) }
    return cell.map { " in its column \($0 + 1)" } ?? ""
  }

  private func isEmpty(_ index: Int, of block: RowBlock) -> Bool {
    guard isReadable(index, of: block) else { return false }
    return (0..<block.fieldCount(ofRow: index)).allSatisfy {
      let field = block.bytes.span.extracting(block.fieldRange(row: index, column: $0))
      return CellText.trimmed(field).isEmpty
    }
  }

  private func isTagRow(_ index: Int, of block: RowBlock) -> Bool {
    guard isReadable(index, of: block) else { return false }
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
