import Disclosure
import JSONText

/// Words, numbers and expressions in styles.
enum StyleText {
  /// A text in an expression of QGIS.
  static func literal(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "'": escaped += "''"
      case "\\": escaped += "\\\\"
      default: escaped.append(character)
      }
    }
    return "'\(escaped)'"
  }

  /// A property in an expression of QGIS.
  static func field(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  /// A property as text for HTML: names come from users' own layers.
  static func html(_ name: String) -> String {
    let text = "coalesce(to_string(\(field(name))), '')"
    return [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")].reduce(text) { inner, pair in
      "replace(\(inner), '\(pair.0)', '\(pair.1)')"
    }
  }

  /// A figure in a label, with an apostrophe or comma between thousands as the program is set.
  static func figure(_ name: String) -> String {
    let figure = field(name)
    return "format_number(\(figure), if(\(figure) = round(\(figure)), 0, 1))"
  }

  /// `1,476`; fractions as they are.
  static func grouped(_ amount: Release.Amount) -> String {
    guard let whole = amount.wholeNumber else { return amount.text }
    var digits = Array(String(whole.magnitude))
    for position in stride(from: digits.count - 3, to: 0, by: -3) {
      digits.insert(",", at: position)
    }
    return (whole < 0 ? "-" : "") + String(digits)
  }

  /// What a class holds: `26 – 262`, or one number.
  static func range(after lower: Release.Amount?, to upper: Release.Amount) -> String {
    guard let lower else { return "up to \(grouped(upper))" }
    guard let below = lower.wholeNumber, let above = upper.wholeNumber else {
      return "over \(grouped(lower)), up to \(grouped(upper))"
    }
    if below + 1 == above { return grouped(upper) }
    return Release.Amount(text: "\(below + 1)").map { "\(grouped($0)) – \(grouped(upper))" }
      ?? grouped(upper)
  }

  /// The first letter as a capital.
  static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
