/// Reads delimited text (RFC 4180 and what is found in the wild) from pieces of any size.
///
/// Commas, semicolons, tabs or bars; LF, CRLF or CR; quoted line ends and doubled quotes; a byte
/// order mark, blank lines and a missing last line end are no matter. Zero bytes are dropped and
/// marked. The result does not depend on how the text is cut into pieces.
public struct DelimitedParser: Sendable {
  /// The separator, once the header has been seen.
  public private(set) var separator: UInt8?
  /// Number of fields in the header, which the rows below it are compared with.
  public private(set) var width: Int?

  private let maximumRowBytes: Int
  private let maximumColumns: Int
  private var rowsAboveHeader: Int
  private let keepsOriginals: Bool
  /// Whether clean rows keep their doubled quotes until `RowBlock.settle(row:)`.
  private let leavesQuotes: Bool
  /// Whether clean rows are taken the quick way; tests compare both.
  var takesCleanRows = true
  var tail: [UInt8] = []
  /// How many of the bytes at hand were left of the piece before, and hold no zero bytes.
  var tailCount = 0
  private var hasNullsDropped = false
  var line = 1
  var isAtStart = true
  var isSkippingLine = false
  /// Offsets at which zero bytes were dropped, in the order they stood.
  var nullOffsets: [Int] = []
  /// How many of them lie before the rows that are still to come.
  var passedNulls = 0

  /// - Parameters:
  ///   - separator: one ASCII byte, or `nil` to take the most frequent of `,` `;` tab `|`
  ///     outside quotes in the first row.
  ///   - rowsAboveHeader: rows that may have any number of fields, such as a title.
  ///   - maximumRowBytes: a longer row is unreadable. Bounds memory, and what a stray quote can
  ///     swallow.
  ///   - maximumColumns: a header of more fields is unreadable; spreadsheets end here too.
  ///   - keepsOriginals: whether blocks also hand out every byte as it stood in the text.
  ///   - leavesQuotes: whether doubled quotes are made single only by `RowBlock.settle(row:)`,
  ///     for readers that look at few fields of most rows. With originals, which settling would
  ///     spoil, look at `RowBlock.settledCopy(ofRow:)` instead.
  public init(
    separator: UInt8? = nil, rowsAboveHeader: Int = 0, maximumRowBytes: Int = 1 << 20,
    maximumColumns: Int = 16_384, keepsOriginals: Bool = false, leavesQuotes: Bool = false
  ) {
    self.leavesQuotes = leavesQuotes
    self.separator = separator
    self.rowsAboveHeader = rowsAboveHeader
    self.maximumRowBytes = maximumRowBytes
    self.maximumColumns = maximumColumns
    self.keepsOriginals = keepsOriginals
  }

  /// Takes the next piece and replaces the block's rows by those that are now complete.
  public mutating func take(_ piece: [UInt8], into block: inout RowBlock) {
    var bytes = lendBuffer(of: &block)
    bytes.append(contentsOf: piece)
    take(bytes: bytes, into: &block)
  }

  /// Replaces the block's rows by what is left once the text has ended.
  public mutating func finish(into block: inout RowBlock) {
    take(bytes: lendBuffer(of: &block), into: &block, isLast: true)
  }

  /// Lends what is left of the last piece, for the next one to be appended to it in place, so that
  /// no byte is copied. Give it back with `take(bytes:into:isLast:)` and nothing else done before.
  public mutating func lendBuffer(of block: inout RowBlock) -> [UInt8] {
    block.removeAll()
    tailCount = tail.count
    var bytes: [UInt8] = []
    swap(&bytes, &tail)
    swap(&tail, &block.bytes)
    return bytes
  }

  /// Takes a lent buffer, with more bytes appended, or with none where the text has ended.
  public mutating func take(
    bytes: consuming [UInt8], into block: inout RowBlock, isLast: Bool = false
  ) {
    block.bytes = bytes
    hasNullsDropped = false
    parse(&block, isLast: isLast)
  }

  /// Drops the zero bytes behind an offset up to which there are none, once a piece.
  private mutating func dropNulls(_ block: inout RowBlock, from start: Int) {
    guard !hasNullsDropped else { return }
    hasNullsDropped = true
    let first = ByteSearch.first(0, in: block.bytes.span, from: max(start, tailCount))
    guard first < block.bytes.count else { return }
    let dropped = block.bytes[first...]
    block.bytes.removeLast(block.bytes.count - first)
    for byte in dropped {
      if byte == 0 {
        nullOffsets.append(block.bytes.count)
      } else {
        block.bytes.append(byte)
      }
    }
  }

  private mutating func parse(_ block: inout RowBlock, isLast: Bool) {
    var position = 0
    if isAtStart {
      dropNulls(&block, from: 0)
      begin(block.bytes.span, at: &position, isLast: isLast)
    }
    if let separator, !isAtStart {
      let scanner = RowScanner(separator: separator)
      while position < block.bytes.count {
        position = takeCleanRows(&block, from: position, separator)
        dropNulls(&block, from: position)
        guard position < block.bytes.count,
          let next = step(&block, at: position, scanner, isLast: isLast)
        else { break }
        position = next
      }
    }
    keepTail(of: &block, from: position)
  }

  /// Takes what the quick way can; the rest goes row by row.
  private mutating func takeCleanRows(
    _ block: inout RowBlock, from position: Int, _ separator: UInt8
  ) -> Int {
    guard takesCleanRows, let width, rowsAboveHeader == 0, width <= maximumColumns,
      nullOffsets.isEmpty,
      !isSkippingLine
    else { return position }
    let first = block.rows.count
    let clean = CleanRows(separator: separator, width: width, maximumRowBytes: maximumRowBytes)
    let next = clean.take(&block, from: position, line: &line)
    guard next > position else { return position }
    let isValid = UTF8Check.isValid(block.bytes.span.extracting(position..<next))
    for index in first..<block.rows.count where !isValid || block.rows[index].hasDoubledQuotes {
      let extent = block.rows[index].extent
      if !isValid { block.rows[index].isDamaged = block.isDamaged(in: extent) }
      guard !leavesQuotes, block.rows[index].hasDoubledQuotes else { continue }
      if keepsOriginals {
        var row = block.rows[index]
        block.keepOriginal(of: extent, asRow: &row)
        block.rows[index] = row
      }
      block.settleQuotes(ofRow: index)
    }
    return next
  }

  /// Skips the byte order mark and finds the separator; stays at the start until it can.
  private mutating func begin(_ bytes: Span<UInt8>, at position: inout Int, isLast: Bool) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    guard bytes.count >= mark.count || isLast else { return }
    let start = mark.indices.allSatisfy { $0 < bytes.count && bytes[$0] == mark[$0] } ? 3 : 0
    if separator == nil {
      let isEnough = isLast || bytes.count - start >= maximumRowBytes
      let beginning = bytes.extracting(start...).extracting(first: maximumRowBytes)
      separator = SeparatorGuess.separator(of: beginning, isComplete: isEnough)
    }
    guard separator != nil else { return }
    isAtStart = false
    position = start
  }

  /// One row, one blank line, or the rest of a line too long. `nil` where more bytes are needed.
  private mutating func step(
    _ block: inout RowBlock, at position: Int, _ scanner: RowScanner, isLast: Bool
  ) -> Int? {
    if isSkippingLine {
      let next = endLine(block.bytes.span, from: position, isLast: isLast)
      if let next, !isSkippingLine { block.endOpenRow(at: next) }
      return next
    }
    let behind = RowScanner.behindLineEnd(block.bytes.span, at: position, isLast: isLast)
    guard let behind else { return nil }
    if behind > position {
      line += 1
      return behind
    }
    let fieldsStart = block.fields.count
    var outcome = block.scan(scanner, from: position, isLast: isLast)
    if case .row(let next, let lineEndsInside) = outcome, next - position <= maximumRowBytes {
      emit(&block, position..<next, fieldsStart: fieldsStart)
      line += lineEndsInside + 1
      return next
    }
    block.fields.removeLast(block.fields.count - fieldsStart)
    outcome.shift(by: -position)
    return breakRow(&block, at: position, outcome, isLast: isLast)
  }

  /// Ends an unreadable row at its first line end. `nil` where that has not been read yet.
  private mutating func breakRow(
    _ block: inout RowBlock, at position: Int, _ outcome: RowScanner.Outcome, isLast: Bool
  ) -> Int? {
    let available = block.bytes.count - position
    if case .incomplete = outcome, available <= maximumRowBytes, !isLast { return nil }
    let lineEnd = ByteSearch.lineEnd(in: block.bytes.span, from: position)
    guard lineEnd - position < maximumRowBytes else { return skip(&block, at: position) }
    guard lineEnd < block.bytes.count || isLast else { return nil }
    let problem = problem(of: outcome, in: block.bytes.span.extracting(position...))
    var row = RowBlock.Row(line: line, fieldsStart: block.fields.count)
    block.setProblem(problem, ofRow: &row)
    guard let next = endLine(block.bytes.span, from: position, isLast: isLast) else { return nil }
    row.extent = position..<next
    append(row, to: &block)
    return next
  }

  /// - Parameter bytes: from the row's first byte on.
  private func problem(of outcome: RowScanner.Outcome, in bytes: Span<UInt8>) -> RowProblem {
    switch outcome {
    case .textAfterQuote(let offset) where offset < maximumRowBytes:
      return .textAfterQuote
    case .incomplete(let openQuote?) where bytes.count <= maximumRowBytes:
      let before = bytes.extracting(..<openQuote)
      return .quoteNeverClosed(line: line + ByteSearch.countLineEnds(in: before))
    default:
      return .quoteNeverClosed(line: line)
    }
  }

  private mutating func skip(_ block: inout RowBlock, at position: Int) -> Int {
    var row = RowBlock.Row(line: line, fieldsStart: block.fields.count)
    block.setProblem(.tooLong, ofRow: &row)
    row.extent = position..<position
    row.goesOn = true
    append(row, to: &block)
    isSkippingLine = true
    return position
  }

  /// Goes behind the next line end. Where a line is being skipped and does not end here, all its
  /// bytes are dropped.
  private mutating func endLine(_ bytes: Span<UInt8>, from position: Int, isLast: Bool) -> Int? {
    let end = ByteSearch.lineEnd(in: bytes, from: position)
    guard end < bytes.count else { return bytes.count }
    guard let next = RowScanner.behindLineEnd(bytes, at: end, isLast: isLast) else {
      return isSkippingLine && end > position ? end : nil
    }
    line += 1
    isSkippingLine = false
    return next
  }

  private mutating func emit(_ block: inout RowBlock, _ range: Range<Int>, fieldsStart: Int) {
    var row = RowBlock.Row(line: line, fieldsStart: fieldsStart)
    row.fieldCount = Int32(block.fields.count - fieldsStart)
    for index in fieldsStart..<block.fields.count where block.fields[index].hasDoubledQuotes {
      if keepsOriginals, row.original < 0 { block.keepOriginal(of: range, asRow: &row) }
      block.makeQuotesSingle(inField: index)
    }
    let expected = width ?? block.fields.count - fieldsStart
    if rowsAboveHeader == 0 { width = expected }
    row.extent = range
    let problem =
      expected > maximumColumns
      ? RowProblem.tooManyColumns(found: expected, limit: maximumColumns)
      : block.widthProblem(from: fieldsStart, expected: expected)
    if let problem { block.setProblem(problem, ofRow: &row) }
    row.isDamaged = block.isDamaged(in: range)
    row.hasNullBytes = passNulls(upTo: range)
    append(row, to: &block)
  }

  /// Whether a row held zero bytes. Each is looked at once, however many there are.
  private mutating func passNulls(upTo row: Range<Int>) -> Bool {
    var isFound = false
    while passedNulls < nullOffsets.count, nullOffsets[passedNulls] < row.upperBound {
      isFound = isFound || nullOffsets[passedNulls] >= row.lowerBound
      passedNulls += 1
    }
    return isFound
  }

  private mutating func append(_ row: RowBlock.Row, to block: inout RowBlock) {
    block.rows.append(row)
    rowsAboveHeader = max(0, rowsAboveHeader - 1)
  }

  private mutating func keepTail(of block: inout RowBlock, from position: Int) {
    if keepsOriginals { block.nullOffsets = nullOffsets }
    tail.removeAll(keepingCapacity: true)
    tail.append(contentsOf: block.bytes[position...])
    block.consumed = position
    nullOffsets = nullOffsets.compactMap { $0 < position ? nil : $0 - position }
    passedNulls = 0
  }
}

extension Span<UInt8> {
  var isUTF8: Bool {
    do {
      _ = try UTF8Span(validating: self)
      return true
    } catch {
      return false
    }
  }
}

extension RowBlock {
  /// The bytes are held apart while fields are added; nothing is copied.
  fileprivate mutating func scan(
    _ scanner: RowScanner, from position: Int, isLast: Bool
  ) -> RowScanner.Outcome {
    let held = bytes
    return scanner.scan(held.span, from: position, isLast: isLast, into: &fields)
  }

  fileprivate func isDamaged(in range: Range<Int>) -> Bool {
    !UTF8Check.isValid(bytes.span.extracting(range))
  }

  /// Takes one of each two quotes out, in place.
  mutating func makeQuotesSingle(inField index: Int) {
    let end = Int(fields[index].end)
    var target = ByteSearch.first(ByteSearch.quote, in: bytes.span, from: Int(fields[index].start))
    var source = target
    while source < end {
      let byte = bytes[source]
      bytes[target] = byte
      target += 1
      source += byte == ByteSearch.quote ? 2 : 1
    }
    fields[index].end = Int32(target)
    fields[index].hasDoubledQuotes = false
  }

  fileprivate func widthProblem(from fieldsStart: Int, expected: Int) -> RowProblem? {
    let found = fields.count - fieldsStart
    if found < expected { return .tooFewFields(found: found, expected: expected) }
    let excess = fields[(fieldsStart + expected)...]
    if excess.allSatisfy({ $0.start == $0.end }) { return nil }
    return .tooManyFields(found: found, expected: expected)
  }
}
