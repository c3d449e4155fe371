import DelimitedText
import Readers
public import Tallies

/// Hands the rows of delimited text on, each with where it is, as soon as they are complete.
///
/// The bytes of a row stay as they are; fields are appended at its end. A row that is short is
/// first filled up, and blank fields beyond the header are taken off, so that the new fields stand
/// under their names. Memory does not grow with the input.
public struct TableLocator: Sendable {
  private let settings: LocateSettings
  private let columns: AppendedColumns
  private let file: String
  private let placer: Placer
  private var parser: DelimitedParser
  private var block = RowBlock()
  /// Once the header has been read.
  private var rows: TableRows?
  /// Whether the row before was too long for one block and has not ended.
  private var isRowOpen = false

  /// What became of the rows so far.
  public internal(set) var summary: LocateSummary {
    get { rows?.summary ?? LocateSummary(file: file) }
    set { rows?.summary = newValue }
  }

  /// - Parameter file: name of the input for messages, without folders.
  public init(file: String, settings: LocateSettings, placer: Placer) {
    self.settings = settings
    self.file = file
    self.placer = placer
    columns = AppendedColumns(settings, catalog: placer.catalog)
    parser = DelimitedParser(
      separator: settings.separator, keepsOriginals: true, leavesQuotes: true)
  }

  /// Takes the next piece of the text and appends all rows that are complete.
  ///
  /// - Throws: `LocateError` or `ReadError` where the header tells that rows cannot be handed on.
  public mutating func take(_ piece: [UInt8], into output: inout [UInt8]) throws {
    parser.take(piece, into: &block)
    try handOn(to: &output)
  }

  /// Appends what is left once the text has ended.
  public mutating func finish(into output: inout [UInt8]) throws {
    parser.finish(into: &block)
    try handOn(to: &output)
    guard rows != nil else { throw ReadError.empty(file: file) }
    endOpenRow(&output)
  }

  private mutating func handOn(to output: inout [UInt8]) throws {
    var (first, cursor) = (0, 0)
    if isRowOpen { cursor = closeRow(&output) }
    if rows == nil, block.count > 0 {
      cursor = try open(&output)
      first = 1
    }
    let goesOn = rows?.handOn(block, from: first, at: cursor, &output)
    guard let goesOn else { return block.appendOriginal(0..<block.consumedCount, to: &output) }
    isRowOpen = isRowOpen || goesOn
  }

  private mutating func open(_ output: inout [UInt8]) throws -> Int {
    if let problem = block.problem(ofRow: 0) {
      throw LocateError.badHeader(file: file, reason: problem.description)
    }
    let names = block.texts(ofRow: 0)
    let taken = Set(names.map { $0.lowercased() })
    if let name = columns.names.first(where: { taken.contains($0.lowercased()) }) {
      throw LocateError.nameTaken(file: file, name: name, line: block.line(ofRow: 0))
    }
    let rows = try TableRows(
      header: names, file: file, separator: parser.separator ?? UInt8(ascii: ","), columns,
      settings, placer)
    let extent = block.extent(ofRow: 0)
    block.appendOriginal(0..<extent.lowerBound, to: &output)
    block.appendOriginal(ofRow: 0, to: &output)
    output += rows.header()
    block.appendOriginal(block.lineEnd(of: extent)..<extent.upperBound, to: &output)
    self.rows = rows
    return extent.upperBound
  }

  // MARK: - Rows that are too long

  /// Ends a row that began in an earlier block.
  private mutating func closeRow(_ output: inout [UInt8]) -> Int {
    let end = block.endOfOpenRow ?? block.consumedCount
    let content = block.endOfOpenRow == nil ? end : block.lineEnd(of: 0..<end)
    block.appendOriginal(0..<content, to: &output)
    guard block.endOfOpenRow != nil else { return end }
    endOpenRow(&output)
    block.appendOriginal(content..<end, to: &output)
    return end
  }

  private mutating func endOpenRow(_ output: inout [UInt8]) {
    if isRowOpen { rows?.appendUnreadable(to: &output) }
    isRowOpen = false
  }

  // MARK: - Pieces of whole rows

  /// What is left of the bytes taken and begins with a row, to be taken by others, with a locator
  /// for them; `nil` where rows depend on those before, or none begins.
  mutating func handOver() -> (locator: TableLocator, rest: [UInt8], line: Int)? {
    guard let rows, rows.isIndifferent, !isRowOpen, let rest = parser.rest else { return nil }
    parser = parser.moved(toLine: parser.nextLine)
    var other = self
    other.block = RowBlock()
    other.summary = LocateSummary(file: file)
    return (other, rest, parser.nextLine)
  }

  /// Goes on at the beginning of a row elsewhere in the text.
  mutating func goOn(atLine line: Int) { parser = parser.moved(toLine: line) }

  /// Appends the rows of a piece, if it consists of whole rows.
  ///
  /// - Returns: whether it does; what was appended is worth nothing if not.
  mutating func locate(
    _ piece: RowPiece, _ bytes: [UInt8], into output: inout [UInt8]
  ) -> Bool {
    guard piece.cut != .nowhere, rows != nil else { return false }
    goOn(atLine: piece.line)
    // The block gives up its hold on the bytes, so that they are never copied.
    defer { _ = block.takeBuffer() }
    parser.take(bytes: bytes, into: &block, isLast: piece.cut == .lastRows)
    if case .rows(let lineFeeds) = piece.cut {
      guard parser.isBetweenRows, parser.nextLine == piece.line + lineFeeds else { return false }
    }
    isRowOpen = rows?.handOn(block, from: 0, at: 0, &output) ?? false
    endOpenRow(&output)
    return true
  }
}
