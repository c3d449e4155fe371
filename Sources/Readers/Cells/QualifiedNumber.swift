import Records

/// A cell that may hold a number, a number with a qualifier, or a word: `1,500`, `~1500`,
/// `>=8`, `at least 8`, `dozens`, `unknown`.
enum QualifiedNumber {
  enum Outcome: Equatable {
    case number(Quantity, Figure.Qualifier?)
    case word(String)
    /// The source speaks of it without a number.
    case unknown
    case unreadable
  }

  static func parse(_ text: String) -> Outcome {
    if let number = NumberText.quantity(text.utf8.span) { return .number(number, nil) }
    let lower = text.lowercased()
    if lower == "unknown" || lower == "?" { return .unknown }
    if Figure.smallestNumber(meantBy: lower) != nil { return .word(lower) }
    if lower.hasSuffix("+"), let number = quantity(lower.dropLast()) {
      return .number(number, .atLeast)
    }
    for (prefix, qualifier) in prefixes where lower.hasPrefix(prefix) {
      guard let number = quantity(lower.dropFirst(prefix.count)) else { continue }
      return .number(number, qualifier)
    }
    return .unreadable
  }

  private static func quantity(_ text: Substring) -> Quantity? {
    let bytes = Array(text.utf8)
    return NumberText.quantity(bytes.span.extracting(CellText.trimmed(bytes.span)))
  }

  /// The qualifier that a word stands for, or `nil`.
  static func qualifier(_ text: String) -> Figure.Qualifier? {
    let lower = text.lowercased()
    if let known = words[lower] { return known }
    return Figure.smallestNumber(meantBy: lower) == nil ? nil : .word(lower)
  }

  private static let words: [String: Figure.Qualifier] = [
    "exact": .exact, "exactly": .exact, "total": .exact,
    "more than or equal to": .atLeast, "less than or equal to": .atMost,
    "at least": .atLeast, "more than": .atLeast, "over": .atLeast, "minimum": .atLeast,
    "at most": .atMost, "less than": .atMost, "fewer than": .atMost, "up to": .atMost,
    "maximum": .atMost,
    "about": .about, "around": .about, "approximately": .about, "approx": .about,
    "approx.": .about, "circa": .about, "unstated": .unstated, "not stated": .unstated,
  ]

  private static let prefixes: [(String, Figure.Qualifier)] =
    [
      (">=", .atLeast), ("≥", .atLeast), (">", .atLeast), ("<=", .atMost), ("≤", .atMost),
      ("<", .atMost), ("~", .about), ("≈", .about),
    ] + words.sorted { $0.key < $1.key }.map { ($0.key + " ", $0.value) }
}
