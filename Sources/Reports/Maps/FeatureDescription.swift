import Disclosure
import JSONText

/// One short line about a place for the pop-ups of web maps.
struct FeatureDescription {
  /// More would not fit into a pop-up.
  private static let limit = 4

  private static let key = JSONKey("description")

  /// Names of the indicators with a blank behind.
  private let names: [JSONTextPiece]

  init(_ release: Release) {
    names = release.indicators.map {
      JSONTextPiece($0.name.split(separator: "_").joined(separator: " ") + " ")
    }
  }

  /// Writes `incidents 3; killed 12 (10–15)`, or `no report`.
  func write(_ cells: FeatureTable.Cells?, to writer: inout JSONWriter) {
    writer.member(Self.key) { text in
      var count = 0
      for (number, row) in (cells ?? []).enumerated() {
        guard let row else { continue }
        count += 1
        guard count <= Self.limit else { return text.append(Self.more) }
        if count > 1 { text.append(Self.semicolon) }
        text.append(names[number])
        append(row, to: &text)
      }
      if count == 0 { text.append("no report") }
    }
  }

  private func append(_ row: Release.Row, to text: inout JSONTextPieces) {
    switch row.status {
    case .withheld: return text.append("withheld")
    case .notStated: return text.append("without a number")
    case .otherSources:
      text.append(Self.opening)
      appendRange(of: row, to: &text)
      return text.append(" by other sources)")
    case .reported, .zero, .rounded: break
    }
    let (low, best, high) = (row.low, row.best, row.high)
    if let best {
      text.append(best)
      if low == best, high == best { return }
      text.append(Self.blank)
    }
    text.append(Self.opening)
    appendRange(of: row, to: &text)
    text.append(Self.closing)
  }

  private func appendRange(of row: Release.Row, to text: inout JSONTextPieces) {
    text.append(row.low)
    text.append(Self.dash)
    text.append(row.high)
  }

  private static let dash = JSONTextPiece("–")
  private static let semicolon = JSONTextPiece("; ")
  private static let more = JSONTextPiece("; …")
  private static let blank = JSONTextPiece(" ")
  private static let opening = JSONTextPiece("(")
  private static let closing = JSONTextPiece(")")
}

extension JSONTextPieces {
  fileprivate mutating func append(_ amount: Release.Amount?) {
    guard let amount else { return append("?") }
    if let whole = amount.wholeNumber { append(whole) } else { append(amount.text) }
  }
}
