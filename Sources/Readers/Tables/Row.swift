import DelimitedText
import Foundation
import Records

/// What stays the same for all rows of a file.
struct ReadContext: Sendable {
  /// Name of the file, without folders.
  let file: String
  let dateOrder: ReadSettings.DateOrder
  let timeZone: TimeZone
  /// What stands above the header, and the name of the sheet.
  var titles: [String] = []
  /// Whether nothing matters but where a row is: a wrong date or number is then no finding, and
  /// rejects nothing.
  var onlyPlaces = false
}

/// One row as a profile sees it: cells by column, and a place to say what is wrong with them.
///
/// A cell that cannot be understood gives `nil` and a finding; whether that rejects the row is
/// the finding rule's matter.
struct Row {
  let context: ReadContext
  let line: Int
  private let block: RowBlock
  private let index: Int
  private(set) var findings: [Finding] = []
  /// Whether the row must not be counted.
  private(set) var isRejected = false
  /// Parts of a wide row that cannot be counted, while others can.
  private(set) var rejectedParts = 0

  init(_ index: Int, of block: RowBlock, in context: ReadContext) {
    self.block = block
    self.index = index
    self.context = context
    line = block.line(ofRow: index)
  }

  /// - Parameters:
  ///   - column: the one to blame, never one of names, notes or sources' texts: its value is shown.
  ///   - message: what is wrong and what to do.
  mutating func note(_ rule: FindingRule, _ column: Column? = nil, _ message: String) {
    if context.onlyPlaces, !rule.isAboutPlaces { return }
    let value = column.map(text).flatMap { $0.isEmpty ? nil : Finding.shown($0) }
    findings.append(
      Finding(
        rule, file: context.file, line: line, column: column?.name,
        field: column?.field, value: value, message: message))
    isRejected = isRejected || rule.rejectsRow
  }

  /// Something in place of what the row does not say, where only its place matters.
  func anything<Value>(_ value: Value?, or substitute: Value) -> Value? {
    context.onlyPlaces ? value ?? substitute : value
  }

  /// Takes over what was found in a row made from this one.
  mutating func add(_ finding: Finding) {
    findings.append(finding)
    isRejected = isRejected || finding.rule.rejectsRow
  }

  /// Leaves the row out although its findings alone would not.
  mutating func reject() { isRejected = true }

  /// Reads one of the several figures of a wide row: what is wrong with it leaves out this part
  /// and not the others.
  mutating func part<Value>(_ read: (inout Row) -> Value?) -> Value? {
    let wasRejected = isRejected
    isRejected = false
    let value = read(&self)
    let isPartRejected = isRejected
    isRejected = wasRejected
    if isPartRejected { rejectedParts += 1 }
    return isPartRejected ? nil : value
  }

  /// Reads the bytes of a cell, without blanks at its ends.
  func withCell<Value>(_ column: Column, _ read: (Span<UInt8>) -> Value) -> Value {
    let range = column.index.map { block.fieldRange(row: index, column: $0) } ?? 0..<0
    let cell = block.bytes.span.extracting(range)
    return read(cell.extracting(CellText.trimmed(cell)))
  }

  func isBlank(_ column: Column) -> Bool { withCell(column) { $0.isEmpty } }

  /// The cell as text, without blanks at its ends and without marks of direction or joining
  /// anywhere; empty where there is none.
  func text(_ column: Column) -> String {
    guard let position = column.index else { return "" }
    let range = block.fieldRange(row: index, column: position)
    let inner = CellText.trimmed(block.bytes.span.extracting(range))
    let bytes = block.bytes[
      (range.lowerBound + inner.lowerBound)..<(range.lowerBound + inner.upperBound)]
    return String(decoding: CellText.withoutMarks(bytes), as: UTF8.self)
  }

  /// The cell as text, or `nil` where it is blank.
  func code(_ column: Column) -> String? {
    let text = text(column)
    return text.isEmpty ? nil : text
  }

  /// The cell for a message: shortened, control characters escaped.
  func quoted(_ column: Column) -> String { CellText.quoted(text(column)) }
}

extension FindingRule {
  /// Whether it says something of the row as a whole or of its place, and not of dates, figures
  /// and what tells the row from others.
  fileprivate var isAboutPlaces: Bool {
    switch self {
    case .missingKey: false
    default: !rawValue.hasPrefix("date/") && !rawValue.hasPrefix("figure/")
    }
  }
}
