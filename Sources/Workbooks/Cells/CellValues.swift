/// Turns what a file says of a cell into its value: looks up shared texts and formats.
struct CellValues {
  let shared: SharedTexts
  /// What each style says of dates.
  let formats: [DateFormat?]
  let countsFrom1904: Bool

  /// `nil` where the cell has no value.
  func value(of cell: OpenCell) throws(PartProblem) -> CellValue? {
    if cell.type == "inlineStr" { return text(cell.inline.bytes) }
    let bytes = cell.stored.bytes
    guard bytes.contains(where: { !CellValues.isBlank($0) }) else {
      if cell.type == "str", !bytes.isEmpty { return text(bytes) }
      return cell.hasFormula && cell.type != "str" ? .uncalculated : nil
    }
    switch cell.type {
    case "s": return try sharedText(bytes)
    case "str": return text(bytes)
    case "b": return boolean(bytes)
    case "e": return .error(String(decoding: bytes, as: UTF8.self))
    case "d": return .date(CellValues.withoutMidnight(String(decoding: bytes, as: UTF8.self)))
    case nil, "n": return number(bytes, style: cell.style)
    case let other?: throw .damaged("a cell of the unknown type \(other.prefix(20))")
    }
  }

  private func text(_ bytes: [UInt8]) -> CellValue? {
    bytes.isEmpty ? nil : .text(String(decoding: EscapedText.decoded(bytes), as: UTF8.self))
  }

  private func sharedText(_ bytes: [UInt8]) throws(PartProblem) -> CellValue? {
    let digits = CellValues.trimmed(bytes)
    guard let index = Int(String(decoding: digits, as: UTF8.self)), shared.indices ~= index else {
      throw .damaged("a cell refers to a text that is not there")
    }
    let text = shared[index]
    return text.isEmpty ? nil : .text(text)
  }

  private func boolean(_ bytes: [UInt8]) -> CellValue {
    switch String(decoding: CellValues.trimmed(bytes), as: UTF8.self) {
    case "1", "true": .boolean(true)
    case "0", "false": .boolean(false)
    case let other: .error(other)
    }
  }

  private func number(_ bytes: [UInt8], style: Int) -> CellValue {
    let digits = CellValues.trimmed(bytes)
    guard let number = NumberCell.text(digits) else {
      return .error(String(decoding: digits, as: UTF8.self))
    }
    guard formats.indices ~= style, let format = formats[style] else { return .number(number) }
    let date = Double(number).flatMap {
      SerialDate.text($0, as: format, from1904: countsFrom1904)
    }
    return date.map { .date($0) } ?? .error(number)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    let rest = bytes.drop(while: isBlank)
    let end = rest.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? rest.startIndex
    return rest[..<end]
  }

  /// Days written in full, as strict workbooks do, carry a time that says nothing.
  private static func withoutMidnight(_ text: String) -> String {
    for ending in ["T00:00:00.000Z", "T00:00:00.000", "T00:00:00Z", "T00:00:00"]
    where text.hasSuffix(ending) {
      return String(text.dropLast(ending.count))
    }
    return text
  }
}
