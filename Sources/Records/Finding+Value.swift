extension Finding {
  /// The most characters of a value that are shown.
  public static let longestValue = 40

  /// A value of the data as messages may show it: at most 40 characters, without blanks at its
  /// ends, with signs that cannot be seen (control characters, marks of direction, line
  /// separators) written as `<U+202E>`.
  public static func shown(_ text: String) -> String {
    var result = ""
    var count = 0
    for scalar in trimmed(text) {
      if count == longestValue { return result + "…" }
      result += isInvisible(scalar) ? code(scalar) : String(scalar)
      count += 1
    }
    return result
  }

  /// A name of any length with invisible signs escaped, such as the path of a file.
  public static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { isInvisible($0) ? code($0) : String($0) }.joined()
  }

  /// The same as `shown` in quotation marks.
  public static func quoted(_ text: String) -> String { "“\(shown(text))”" }

  private static func trimmed(_ text: String) -> Substring.UnicodeScalarView {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return Substring().unicodeScalars }
    return scalars[first...last]
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
    default: false
    }
  }

  private static func code(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "<U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)>"
  }
}
