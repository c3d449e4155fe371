/// What of a text from data may reach a reader.
enum PlainText {
  /// Whether a character is shown: no control characters, which XML forbids and terminals obey;
  /// no marks that turn the direction of what follows; no code points that are no characters.
  static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: true
    case 0x00...0x1F, 0x7F...0x9F: false
    case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: false
    case 0x2028, 0x2029, 0xFEFF: false
    default: scalar.value & 0xFFFE != 0xFFFE && !(0xFDD0...0xFDEF).contains(scalar.value)
    }
  }

  /// Whether a character that is not shown leaves a blank behind; a mark of direction does not.
  static func separates(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0xA0 }

  /// On one line, and no longer than `limit` characters.
  static func oneLine(_ text: String, limit: Int = 200) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isShown(scalar) && scalar.value >= 0x20 {
        scalars.append(scalar)
      } else if separates(scalar) {
        scalars.append(" ")
      }
    }
    let line = String(scalars).split(separator: " ").joined(separator: " ")
    return line.count > limit ? line.prefix(limit - 1) + "…" : line
  }
}
