import Records
import Regions

/// How well a place is known, as a word or a distance: `district`, `250m`, `2 km`, `exact`.
enum PrecisionText {
  static func parse(_ text: String) -> Precision? {
    let lower = text.lowercased()
    if let level = Level(word: lower) { return .level(level) }
    switch lower {
    case "exact", "point": return .exact
    case "settlement", "town", "village", "city": return .settlement
    case "outside": return .outside
    default: return meters(lower)
    }
  }

  private static let units: [(String, Double)] = [
    ("kilometres", 1000), ("kilometers", 1000), ("km", 1000), ("metres", 1), ("meters", 1),
    ("m", 1),
  ]

  private static func meters(_ text: String) -> Precision? {
    for (unit, factor) in units where text.hasSuffix(unit) {
      let bytes = Array(text.dropLast(unit.count).utf8)
      let number = bytes.span.extracting(CellText.trimmed(bytes.span))
      guard let value = NumberText.degrees(number), value >= 0 else { return nil }
      return .meters(value * factor)
    }
    return nil
  }
}
