/// Refuses YAML that would cost Yams its stack or an exponential time, before it sees it.
///
/// Yams parses by recursion without a bound and expands references. What is checked here needs no
/// knowledge of quotes and comments, so it may refuse a strange text that is harmless; it never
/// lets a harmful one through.
enum YAMLBounds {
  /// Opening brackets of the whole text: the nesting of `[` and `{` cannot be deeper.
  private static let brackets = 512
  /// Blanks and signs before a line's first word: each level of indentation takes one at least.
  private static let indentation = 128

  static func check(_ text: String, file: String) throws(ConfigurationError) {
    var bounds = Scan(file: file)
    for scalar in text.unicodeScalars { try bounds.take(scalar) }
    try bounds.checkReferences()
  }

  private struct Scan {
    let file: String
    private var position = TextPosition(line: 1, column: 1)
    private var brackets = 0
    private var isLineStart = true
    private var before: Unicode.Scalar = "\n"
    private var name: (sign: Unicode.Scalar, text: String, position: TextPosition)?
    private var anchors: Set<String> = []
    private var references: [(name: String, position: TextPosition)] = []

    init(file: String) {
      self.file = file
    }

    mutating func take(_ scalar: Unicode.Scalar) throws(ConfigurationError) {
      takeName(scalar)
      if scalar == "[" || scalar == "{" { brackets += 1 }
      guard brackets <= YAMLBounds.brackets else {
        throw ConfigurationError(
          .refused("more than \(YAMLBounds.brackets) brackets; write lists on lines of their own"),
          file: file, at: position)
      }
      isLineStart = isLineStart && " \t-?:".unicodeScalars.contains(scalar)
      guard !isLineStart || position.column <= YAMLBounds.indentation else {
        throw ConfigurationError(
          .refused("a line is indented by more than \(YAMLBounds.indentation) signs; indent less"),
          file: file, at: position)
      }
      step(over: scalar)
    }

    private mutating func step(over scalar: Unicode.Scalar) {
      before = scalar
      if "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains(scalar) {
        if scalar == "\n" { position.line += 1 }
        position.column = 1
        isLineStart = true
      } else {
        position.column += 1
      }
    }

    /// Collects what may be `&name` or `*name`.
    private mutating func takeName(_ scalar: Unicode.Scalar) {
      let isInName =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar == "_" || scalar == "-"
      if name != nil, isInName {
        name?.text.unicodeScalars.append(scalar)
        return
      }
      finishName()
      let isStart = before.properties.isWhitespace || "[{,:-?!".unicodeScalars.contains(before)
      if scalar == "&" || scalar == "*", isStart { name = (scalar, "", position) }
    }

    private mutating func finishName() {
      if let name, !name.text.isEmpty {
        if name.sign == "&" {
          anchors.insert(name.text)
        } else {
          references.append((name.text, name.position))
        }
      }
      name = nil
    }

    mutating func checkReferences() throws(ConfigurationError) {
      finishName()
      for reference in references where anchors.contains(reference.name) {
        throw ConfigurationError(.anchor, file: file, at: reference.position)
      }
    }
  }
}
