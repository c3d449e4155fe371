import DelimitedText
import Readers
import Records
import Regions
import Tallies

/// Hands the rows below a header on, each with where it is.
struct TableRows {
  private let width: Int
  private let separator: UInt8
  private var reader: PlaceReader
  private var tail: RowTail
  private var rowPlacer: RowPlacer
  private var wordedPlacer: WordedPlacer
  private var points = PointBlock()
  /// What is appended to each row of a block.
  private var found: [WordedPlacer.Found] = []
  var summary: LocateSummary

  /// - Throws: `ReadError` where the header tells of no place.
  init(
    header: [String], file: String, separator: UInt8, _ columns: AppendedColumns,
    _ settings: LocateSettings, _ placer: Placer
  ) throws {
    width = header.count
    self.separator = separator
    reader = try PlaceReader(header: header, file: file, request: settings.request)
    tail = RowTail(
      columns, separator: separator, regionCount: placer.catalog.regions.count,
      zoneSetCount: placer.zoneSetCount)
    rowPlacer = RowPlacer(placer, levels: settings.levels)
    wordedPlacer = WordedPlacer(placer)
    summary = LocateSummary(file: file)
    summary.profile = reader.profileName
  }

  /// Whether it does not matter what rows stood before (`PlaceReader.isIndifferent`).
  var isIndifferent: Bool { reader.isIndifferent }

  /// The names of the appended columns.
  func header() -> [UInt8] { tail.header() }

  /// Hands all rows of a block on from one on, with what stands between them.
  ///
  /// - Parameter start: where the bytes begin that have not been handed on.
  /// - Returns: whether the last row is too long and has not ended.
  mutating func handOn(
    _ block: RowBlock, from first: Int, at start: Int, _ output: inout [UInt8]
  ) -> Bool {
    points.load(block, from: first, &reader, rowPlacer.placer)
    wordedPlacer.find(points, rowPlacer, &tail, into: &found)
    var cursor = start
    for row in first..<max(block.count, first) {
      let extent = block.extent(ofRow: row)
      if block.isUntouched(row: row) {
        // The end of the line before goes with it: one copy for most rows.
        let end = block.lineEnd(of: extent)
        block.appendOriginal(cursor..<end, to: &output)
        cursor = end
        appendTail(row, of: block, &output)
        continue
      }
      block.appendOriginal(cursor..<extent.lowerBound, to: &output)
      cursor = extent.upperBound
      block.appendOriginal(ofRow: row, to: &output)
      align(row, of: block, &output)
      if block.goesOn(row: row) {
        summary.count(.unreadable, reader.read(row, of: block).1)
        block.appendOriginal(cursor..<block.consumedCount, to: &output)
        return true
      }
      appendTail(row, of: block, &output)
      block.appendOriginal(block.lineEnd(of: extent)..<extent.upperBound, to: &output)
    }
    block.appendOriginal(cursor..<block.consumedCount, to: &output)
    return false
  }

  /// Ends a row that was too long.
  mutating func appendUnreadable(to output: inout [UInt8]) { tail.append(.unreadable, to: &output) }

  @inline(__always)
  private mutating func appendTail(_ row: Int, of block: RowBlock, _ output: inout [UInt8]) {
    let found = found[row]
    guard found.tail >= 0 else { return appendOwnTail(row, of: block, &output) }
    summary.count(tail.append(found.tail, to: &output))
    if found.isRemarkable || found.disagrees { note(row, block.line(ofRow: row), found) }
  }

  /// What is appended to a row that must be placed by itself.
  private mutating func appendOwnTail(_ row: Int, of block: RowBlock, _ output: inout [UInt8]) {
    let line = block.line(ofRow: row)
    if points.wording(ofRow: row) >= 0 {
      let (located, remarks) = rowPlacer.locate(points.place(ofRow: row))
      tail.append(located, to: &output)
      return summary.count(located.status, line: line, remarks)
    }
    let (answer, findings) = reader.read(row, of: block)
    var (located, remarks) = (LocatedRow.notData, [Placer.Answer.Remark]())
    switch answer {
    case .notData: break
    case .unreadable: located = .unreadable
    case .place(let place): (located, remarks) = rowPlacer.locate(place)
    }
    tail.append(located, to: &output)
    summary.count(
      located.status, findings + remarks.map { summary.finding($0, line: line) })
  }

  /// Notes what is to be said of a row by its words, and by its words and its point together.
  private mutating func note(_ row: Int, _ line: Int, _ found: WordedPlacer.Found) {
    summary.note(wordedPlacer.remarks(ofWording: points.wording(ofRow: row)), line: line)
    guard found.disagrees else { return }
    summary.note(.codeAgainstPoint, line: line) {
      rowPlacer.locate(points.place(ofRow: row)).1.last { $0.rule == .codeAgainstPoint }
    }
  }

  /// Makes the new fields stand under their names where a row has another number of fields.
  private func align(_ row: Int, of block: RowBlock, _ output: inout [UInt8]) {
    let found = block.fieldCount(ofRow: row)
    guard found > 0, found != width else { return }
    if found < width {
      output.append(contentsOf: repeatElement(separator, count: width - found))
    } else if block.problem(ofRow: row) == nil {
      for _ in width..<found { removeBlankField(&output) }
    }
  }

  private func removeBlankField(_ output: inout [UInt8]) {
    let quotes = [UInt8(ascii: "\""), UInt8(ascii: "\"")]
    if output.last != separator, output.suffix(2).elementsEqual(quotes) { output.removeLast(2) }
    if output.last == separator { output.removeLast() }
  }
}
