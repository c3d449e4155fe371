import DelimitedText
import Readers
import Records
import Regions
public import Tallies

/// Hands the rows of delimited text on, each with where it is, as soon as they are complete.
///
/// The bytes of a row stay as they are; fields are appended at its end. A row that is short is
/// first filled up, and blank fields beyond the header are taken off, so that the new fields stand
/// under their names. Memory does not grow with the input.
public struct TableLocator {
  private let settings: LocateSettings
  private let columns: AppendedColumns
  private let file: String
  private var parser: DelimitedParser
  private var block = RowBlock()
  private var rowPlacer: RowPlacer
  /// Once the header has been read.
  private var table: Table?
  /// Whether the row before was too long for one block and has not ended.
  private var isRowOpen = false
  private var points = PointBlock()
  private var wordedPlacer: WordedPlacer
  public private(set) var summary: LocateSummary

  private struct Table {
    var reader: PlaceReader
    var tail: RowTail
    let separator: UInt8
    let width: Int
  }

  /// - Parameter file: name of the input for messages, without folders.
  public init(file: String, settings: LocateSettings, placer: Placer) {
    self.settings = settings
    self.file = file
    columns = AppendedColumns(settings, catalog: placer.catalog)
    parser = DelimitedParser(
      separator: settings.separator, keepsOriginals: true, leavesQuotes: true)
    rowPlacer = RowPlacer(placer, levels: settings.levels, file: file)
    wordedPlacer = WordedPlacer(placer)
    summary = LocateSummary(file: file)
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
    guard let table else { throw ReadError.empty(file: file) }
    if isRowOpen { table.tail.append(.unreadable, to: &output) }
    isRowOpen = false
  }

  private mutating func handOn(to output: inout [UInt8]) throws {
    var cursor = 0
    var first = 0
    if isRowOpen { cursor = closeRow(&output) }
    if table == nil, block.count > 0 {
      cursor = try openTable(&output)
      first = 1
    }
    guard var table else { return block.appendOriginal(0..<block.consumedCount, to: &output) }
    self.table = nil
    points.load(block, from: first, &table.reader, rowPlacer.placer)
    wordedPlacer.learn(points.worded)
    for row in first..<max(block.count, first) {
      let extent = block.extent(ofRow: row)
      if block.isUntouched(row: row) {
        // The end of the line before goes with it: one copy for most rows.
        let end = block.lineEnd(of: extent)
        block.appendOriginal(cursor..<end, to: &output)
        cursor = end
        appendTail(row, &table, &output)
        continue
      }
      block.appendOriginal(cursor..<extent.lowerBound, to: &output)
      cursor = extent.upperBound
      let end = block.lineEnd(of: extent)
      block.appendOriginal(ofRow: row, to: &output)
      align(row, table, &output)
      if block.goesOn(row: row) {
        isRowOpen = true
        count(.unreadable, findings(ofRow: row, &table))
        break
      }
      appendTail(row, &table, &output)
      block.appendOriginal(end..<extent.upperBound, to: &output)
    }
    block.appendOriginal(cursor..<block.consumedCount, to: &output)
    self.table = table
  }

  // MARK: - The header

  private mutating func openTable(_ output: inout [UInt8]) throws -> Int {
    if let problem = block.problem(ofRow: 0) {
      throw LocateError.badHeader(file: file, reason: problem.description)
    }
    let names = block.texts(ofRow: 0)
    let taken = Set(names.map { $0.lowercased() })
    if let name = columns.names.first(where: { taken.contains($0.lowercased()) }) {
      throw LocateError.nameTaken(file: file, name: name, line: block.line(ofRow: 0))
    }
    let reader = try PlaceReader(header: names, file: file, request: settings.request)
    let separator = parser.separator ?? UInt8(ascii: ",")
    let placer = rowPlacer.placer
    let table = Table(
      reader: reader,
      tail: RowTail(
        columns, separator: separator, regionCount: placer.catalog.regions.count,
        zoneSetCount: placer.zoneSetCount),
      separator: separator, width: names.count)
    summary.profile = reader.profileName
    let extent = block.extent(ofRow: 0)
    block.appendOriginal(0..<extent.lowerBound, to: &output)
    block.appendOriginal(ofRow: 0, to: &output)
    output += table.tail.header()
    block.appendOriginal(block.lineEnd(of: extent)..<extent.upperBound, to: &output)
    self.table = table
    return extent.upperBound
  }

  // MARK: - Rows

  private mutating func appendTail(_ row: Int, _ table: inout Table, _ output: inout [UInt8]) {
    let wording = points.wording(ofRow: row)
    guard wording >= 0 else {
      let (located, notes) = read(row, &table)
      table.tail.append(located, to: &output)
      return count(located.status, notes)
    }
    let placer = rowPlacer
    let found = wordedPlacer.find(wording: wording, points.location(ofRow: row), &table.tail) {
      placer.row(inside: $0)
    }
    guard let found else {
      let (located, notes) = rowPlacer.locate(
        points.place(ofRow: row), line: block.line(ofRow: row))
      table.tail.append(located, to: &output)
      return count(located.status, notes)
    }
    summary.count(table.tail.append(found.tail, to: &output), rows: 1)
    note(row, wordedPlacer.remarks(ofWording: wording), disagrees: found.disagrees)
  }

  /// Notes what is to be said of a row by its words, and by its words and its point together.
  private mutating func note(_ row: Int, _ remarks: [Placer.Answer.Remark], disagrees: Bool) {
    guard disagrees || !remarks.isEmpty else { return }
    let (file, line) = (file, block.line(ofRow: row))
    for remark in remarks {
      summary.note(remark.rule, line: line) {
        Finding(remark.rule, file: file, line: line, message: remark.message)
      }
    }
    guard disagrees else { return }
    let points = points
    var placer = rowPlacer
    summary.note(.codeAgainstPoint, line: line) {
      placer.locate(points.place(ofRow: row), line: line).1.last { $0.rule == .codeAgainstPoint }
    }
  }

  private mutating func read(_ row: Int, _ table: inout Table) -> (LocatedRow, [Finding]) {
    let (answer, findings) = table.reader.read(row, of: block)
    switch answer {
    case .notData: return (.notData, findings)
    case .unreadable: return (.unreadable, findings)
    case .place(let place):
      let (located, more) = rowPlacer.locate(place, line: block.line(ofRow: row))
      return (located, findings + more)
    }
  }

  private func findings(ofRow row: Int, _ table: inout Table) -> [Finding] {
    table.reader.read(row, of: block).1
  }

  private mutating func count(_ status: PlaceStatus?, _ notes: [Finding]) {
    summary.count(status, notes)
  }

  /// Makes the new fields stand under their names where a row has another number of fields.
  private func align(_ row: Int, _ table: Table, _ output: inout [UInt8]) {
    let found = block.fieldCount(ofRow: row)
    guard found > 0, found != table.width else { return }
    if found < table.width {
      output.append(contentsOf: repeatElement(table.separator, count: table.width - found))
    } else if block.problem(ofRow: row) == nil {
      for _ in table.width..<found { removeBlankField(&output, table.separator) }
    }
  }

  private func removeBlankField(_ output: inout [UInt8], _ separator: UInt8) {
    let quotes = [UInt8(ascii: "\""), UInt8(ascii: "\"")]
    if output.last != separator, output.suffix(2).elementsEqual(quotes) { output.removeLast(2) }
    if output.last == separator { output.removeLast() }
  }

  /// Ends a row that began in an earlier block.
  private mutating func closeRow(_ output: inout [UInt8]) -> Int {
    let end = block.endOfOpenRow ?? block.consumedCount
    let content = block.endOfOpenRow == nil ? end : block.lineEnd(of: 0..<end)
    block.appendOriginal(0..<content, to: &output)
    guard block.endOfOpenRow != nil, let table else { return end }
    table.tail.append(.unreadable, to: &output)
    block.appendOriginal(content..<end, to: &output)
    isRowOpen = false
    return end
  }
}
