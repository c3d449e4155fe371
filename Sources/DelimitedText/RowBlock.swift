/// Some rows of a table, as bytes and the places of their fields. No text is copied until asked.
///
/// A block is filled again and again while a file is read, so memory does not grow with the file.
public struct RowBlock: Sendable {
  struct Row: Sendable {
    var line: Int
    /// Index of the row's first field in `fields`, or of a clean row's in `ends`.
    var fieldsStart: Int32
    var fieldCount: Int32 = 0
    /// Where the row lies in the bytes, with its line end; empty for a row that goes on.
    var start: Int32 = 0
    var end: Int32 = 0
    /// Index in `problems` and in `originalRanges`; -1 where there is none.
    var problem: Int32 = -1
    var original: Int32 = -1
    /// Whether only the ends of its fields are kept, since each begins behind the one before.
    var isClean = false
    /// Whether a carriage return stands before a clean row's line feed.
    var endsInReturn = false
    /// Whether a clean row has quotes that stand twice for one.
    var hasDoubledQuotes = false
    var hasNullBytes = false
    var isDamaged = false
    /// Whether it is too long and has not ended in this block.
    var goesOn = false

    init(line: Int, fieldsStart: Int) {
      self.line = line
      self.fieldsStart = Int32(truncatingIfNeeded: fieldsStart)
    }

    var extent: Range<Int> {
      get { Int(start)..<Int(end) }
      set {
        start = Int32(truncatingIfNeeded: newValue.lowerBound)
        end = Int32(truncatingIfNeeded: newValue.upperBound)
      }
    }
  }

  /// The bytes that `fieldRange` points into.
  public internal(set) var bytes: [UInt8] = []
  var fields: [FieldRange] = []
  /// Where the fields of clean rows end; those from `endCount` on are room for more.
  var ends: [UInt32] = []
  var endCount = 0
  var rows: [Row] = []
  var problems: [RowProblem] = []
  /// Bytes of rows that were changed in place, where the parser keeps them.
  var originals: [UInt8] = []
  /// Where they were kept, of each such row.
  var originalRanges: [Range<Int>] = []
  /// Offsets at which zero bytes were dropped, where the parser keeps originals.
  var nullOffsets: [Int] = []
  /// How many of the bytes have been read; the rest belongs to the next block.
  var consumed = 0
  /// Behind the line end of a row that goes on from the block before, where it ends in this one.
  var endOfRowBefore: Int?

  public init() {}

  /// Number of rows.
  public var count: Int { rows.count }

  /// Line of the row's first byte in the file, from 1. Line ends inside quotes count.
  public func line(ofRow row: Int) -> Int { rows[row].line }

  /// What is wrong with the row, or `nil`. Rows with broken quotes have no fields.
  public func problem(ofRow row: Int) -> RowProblem? {
    let index = rows[row].problem
    return index < 0 ? nil : problems[Int(index)]
  }

  /// Whether zero bytes were dropped from the row.
  public func hasNullBytes(inRow row: Int) -> Bool { rows[row].hasNullBytes }

  /// Whether the row holds bytes that are not UTF-8; as text they become U+FFFD.
  public func isDamaged(row: Int) -> Bool { rows[row].isDamaged }

  /// Whether one field is not UTF-8.
  public func isDamaged(row: Int, column: Int) -> Bool {
    !bytes.span.extracting(fieldRange(row: row, column: column)).isUTF8
  }

  public func fieldCount(ofRow row: Int) -> Int { Int(rows[row].fieldCount) }

  /// Where the field lies in `bytes`, without its quotes; empty where the row is too short.
  public func fieldRange(row: Int, column: Int) -> Range<Int> {
    let row = rows[row]
    guard column < row.fieldCount else { return 0..<0 }
    let index = Int(row.fieldsStart) + column
    guard row.isClean else { return Int(fields[index].start)..<Int(fields[index].end) }
    return cleanFieldRange(row, column: column)
  }

  private func cleanFieldRange(_ row: Row, column: Int) -> Range<Int> {
    let index = Int(row.fieldsStart) + column
    var start = column == 0 ? Int(row.start) : Int(ends[index - 1]) + 1
    var end = Int(ends[index])
    if row.endsInReturn, column + 1 == row.fieldCount { end -= 1 }
    if start < end, bytes[start] == ByteSearch.quote {
      start += 1
      end -= 1
    }
    return start..<end
  }

  /// Whether quotes stand twice for one in a row whose parser has left them so.
  public func hasDoubledQuotes(inRow row: Int) -> Bool { rows[row].hasDoubledQuotes }

  /// Makes doubled quotes single in a row whose parser has left them as they stood.
  public mutating func settle(row: Int) {
    if rows[row].hasDoubledQuotes { settleQuotes(ofRow: row) }
  }

  /// Gives a clean row fields of its own, with doubled quotes made single.
  mutating func settleQuotes(ofRow index: Int) {
    let row = rows[index]
    let start = fields.count
    for column in 0..<Int(row.fieldCount) {
      let range = cleanFieldRange(row, column: column)
      let isQuoted = range.lowerBound > 0 && bytes[range.lowerBound - 1] == ByteSearch.quote
      var field = FieldRange(start: Int32(range.lowerBound), end: Int32(range.upperBound))
      field.hasDoubledQuotes =
        isQuoted
        && ByteSearch.first(ByteSearch.quote, in: bytes.span.extracting(range), from: 0)
          < range.count
      fields.append(field)
    }
    for field in start..<fields.count where fields[field].hasDoubledQuotes {
      makeQuotesSingle(inField: field)
    }
    rows[index].fieldsStart = Int32(start)
    rows[index].isClean = false
    rows[index].hasDoubledQuotes = false
  }

  mutating func makeRoom(for count: Int, behind used: Int) {
    guard used + count > ends.count else { return }
    ends.append(contentsOf: repeatElement(0, count: max(4096, ends.count, count)))
  }

  mutating func setProblem(_ problem: RowProblem, ofRow row: inout Row) {
    row.problem = Int32(problems.count)
    problems.append(problem)
  }

  /// The field as text.
  public func text(row: Int, column: Int) -> String {
    String(decoding: bytes[fieldRange(row: row, column: column)], as: UTF8.self)
  }

  /// All fields of a row as text.
  public func texts(ofRow row: Int) -> [String] {
    (0..<fieldCount(ofRow: row)).map { text(row: row, column: $0) }
  }

  /// Forgets all rows and keeps the memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
    endCount = 0
    problems.removeAll(keepingCapacity: true)
    originalRanges.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    originals.removeAll(keepingCapacity: true)
    nullOffsets.removeAll(keepingCapacity: true)
    consumed = 0
    endOfRowBefore = nil
  }

  /// Begins a row made by hand, for tables that do not come from delimited text.
  public mutating func beginRow(line: Int, problem: RowProblem? = nil) {
    var row = Row(line: line, fieldsStart: fields.count)
    if let problem { setProblem(problem, ofRow: &row) }
    rows.append(row)
  }

  /// Adds a field to the row begun last.
  public mutating func appendField(_ text: some Sequence<UInt8>) {
    let start = Int32(bytes.count)
    bytes.append(contentsOf: text)
    fields.append(FieldRange(start: start, end: Int32(bytes.count)))
    rows[rows.count - 1].fieldCount += 1
  }
}

/// Where the fields of a row lie that has nothing wrong with it, for those who read a few of them
/// of very many rows.
public struct CleanRow: Sendable {
  public let line: Int
  /// The row's first byte.
  public let start: Int
  /// Position in `RowBlock.fieldEnds` of the end of its first field. Each field begins behind the
  /// separator that ends the one before, and has its quotes, doubled ones inside them included.
  public let firstEnd: Int
  public let fieldCount: Int
  /// Whether the last field ends in a carriage return that does not belong to it.
  public let endsInReturn: Bool
}

extension RowBlock {
  /// The ends of the fields of all clean rows.
  public var fieldEnds: [UInt32] { ends }

  /// `nil` where the row is not clean: it was read by another way, or is not UTF-8.
  public func cleanRow(_ row: Int) -> CleanRow? {
    let row = rows[row]
    guard row.isClean, !row.isDamaged else { return nil }
    return CleanRow(
      line: row.line, start: Int(row.start), firstEnd: Int(row.fieldsStart),
      fieldCount: Int(row.fieldCount), endsInReturn: row.endsInReturn)
  }
}
