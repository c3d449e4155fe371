/// Some rows of a table, as bytes and the places of their fields. No text is copied until asked.
///
/// A block is filled again and again while a file is read, so memory does not grow with the file.
public struct RowBlock: Sendable {
  struct Row: Sendable {
    var line: Int
    var fieldsStart: Int
    var problem: RowProblem?
    var hasNullBytes = false
    var isDamaged = false
    /// Where the row lies in the bytes, with its line end; empty for a row that goes on.
    var extent = 0..<0
    /// Where its bytes were kept before doubled quotes were made single.
    var original: Range<Int>?
    /// Whether it is too long and has not ended in this block.
    var goesOn = false
  }

  /// The bytes that `fieldRange` points into.
  public internal(set) var bytes: [UInt8] = []
  var fields: [FieldRange] = []
  var rows: [Row] = []
  /// Bytes of rows that were changed in place, where the parser keeps them.
  var originals: [UInt8] = []
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
  public func problem(ofRow row: Int) -> RowProblem? { rows[row].problem }

  /// Whether zero bytes were dropped from the row.
  public func hasNullBytes(inRow row: Int) -> Bool { rows[row].hasNullBytes }

  /// Whether the row holds bytes that are not UTF-8; as text they become U+FFFD.
  public func isDamaged(row: Int) -> Bool { rows[row].isDamaged }

  /// Whether one field is not UTF-8.
  public func isDamaged(row: Int, column: Int) -> Bool {
    !bytes.span.extracting(fieldRange(row: row, column: column)).isUTF8
  }

  public func fieldCount(ofRow row: Int) -> Int {
    (row + 1 < rows.count ? rows[row + 1].fieldsStart : fields.count) - rows[row].fieldsStart
  }

  /// Where the field lies in `bytes`, without its quotes; empty where the row is too short.
  public func fieldRange(row: Int, column: Int) -> Range<Int> {
    guard column < fieldCount(ofRow: row) else { return 0..<0 }
    let field = fields[rows[row].fieldsStart + column]
    return Int(field.start)..<Int(field.end)
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
    rows.removeAll(keepingCapacity: true)
    originals.removeAll(keepingCapacity: true)
    nullOffsets.removeAll(keepingCapacity: true)
    consumed = 0
    endOfRowBefore = nil
  }

  /// Begins a row made by hand, for tables that do not come from delimited text.
  public mutating func beginRow(line: Int, problem: RowProblem? = nil) {
    rows.append(Row(line: line, fieldsStart: fields.count, problem: problem))
  }

  /// Adds a field to the row begun last.
  public mutating func appendField(_ text: some Sequence<UInt8>) {
    let start = Int32(bytes.count)
    bytes.append(contentsOf: text)
    fields.append(FieldRange(start: start, end: Int32(bytes.count)))
  }
}
