/// Cells compared as words: without regard to case, blanks and the script of digits.
enum CellWord {
  static func folded(_ text: String) -> String {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return String(String.UnicodeScalarView(words.unicodeScalars.map(digit)))
  }

  /// Arabic-Indic and Persian digits as ASCII.
  static func digit(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x0660...0x0669: Unicode.Scalar(UInt8(scalar.value - 0x0660 + 0x30))
    case 0x06F0...0x06F9: Unicode.Scalar(UInt8(scalar.value - 0x06F0 + 0x30))
    default: scalar
    }
  }
}

/// What the codes of a source stand for.
struct CodeTable: Hashable, Sendable {
  /// Folded codes and their meanings.
  private var meanings: [String: String] = [:]
  /// The codes as the mapping writes them, in its order.
  private(set) var known: [String] = []
  /// The meaning of all other values, from the key `*`.
  private(set) var otherwise: String?

  /// - Returns: false where the code is there already.
  mutating func add(_ code: String, meaning: String) -> Bool {
    if code == "*" {
      otherwise = meaning
      return true
    }
    known.append(code)
    return meanings.updateValue(meaning, forKey: CellWord.folded(code)) == nil
  }

  func meaning(of cell: String) -> String? { meanings[CellWord.folded(cell)] ?? otherwise }
}
