/// Writes XML 1.0 piece by piece, each element on a line of its own.
///
/// Whatever stands in names of places cannot leave its text: the five special characters are
/// escaped, and characters that XML cannot hold become U+FFFD.
package struct XMLWriter {
  /// Attributes in the order in which they are written.
  package typealias Attributes = KeyValuePairs<String, String>

  private(set) package var text: String

  /// - Parameter prologue: what stands before the root element, such as a document type.
  package init(prologue: String = "") {
    text = prologue
  }

  /// Writes an element without content, or with text alone.
  package mutating func element(
    _ name: String, _ attributes: Attributes = [:], _ content: String? = nil
  ) {
    open(name, attributes)
    guard let content else {
      text += "/>\n"
      return
    }
    text += ">\(Self.escaped(content))</\(name)>\n"
  }

  /// Writes an element with others inside.
  package mutating func element(
    _ name: String, _ attributes: Attributes = [:], content: (inout XMLWriter) -> Void
  ) {
    open(name, attributes)
    text += ">\n"
    content(&self)
    text += "</\(name)>\n"
  }

  private mutating func open(_ name: String, _ attributes: Attributes) {
    text += "<\(name)"
    for (key, value) in attributes { text += " \(key)=\"\(Self.escaped(value))\"" }
  }

  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\t", "\n", "\r": escaped += "&#\(scalar.value);"
      case "\u{20}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"...:
        escaped.unicodeScalars.append(scalar)
      default: escaped += "\u{FFFD}"
      }
    }
    return escaped
  }
}
