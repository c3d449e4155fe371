/// Writes markup that is HTML and XML at once; whatever comes from data is escaped on the way in.
///
/// Names of elements and attributes are literals of this program. Text and values go through one
/// escape, and there is no way to write markup from a text.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  init() {
    bytes.reserveCapacity(1 << 18)
  }

  /// The first line of every page.
  mutating func doctype() { append("<!DOCTYPE html>\n") }

  mutating func element(
    _ name: StaticString, _ attributes: [Attribute] = [], _ content: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    bytes.append(UInt8(ascii: ">"))
    content(&self)
    append("</")
    append(name.description)
    bytes.append(UInt8(ascii: ">"))
  }

  mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], text: String) {
    element(name, attributes) { $0.text(text) }
  }

  mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], words: Sentence) {
    element(name, attributes) { $0.sentence(words) }
  }

  /// An element without content: `<meta … />`.
  mutating func empty(_ name: StaticString, _ attributes: [Attribute] = []) {
    open(name, attributes)
    append("/>")
  }

  mutating func text(_ text: String) { escape(text, quoted: false) }

  /// Words with names and numbers isolated, so that their direction does not disturb the line.
  mutating func sentence(_ sentence: Sentence) {
    for part in sentence.parts {
      switch part {
      case .words(let text): self.text(text)
      case .argument(let text): isolated(text)
      }
    }
  }

  mutating func isolated(_ text: String) { element("bdi", text: text) }

  /// Begins a line in the file; for people who read it.
  mutating func line() { bytes.append(UInt8(ascii: "\n")) }

  /// The style sheet, which is a constant of the program and must hold no markup.
  mutating func style(_ sheet: String) {
    precondition(!sheet.utf8.contains(UInt8(ascii: "<")) && !sheet.utf8.contains(UInt8(ascii: "&")))
    append("<style>")
    append(sheet)
    append("</style>")
  }

  // MARK: - Bytes

  private mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
    bytes.append(UInt8(ascii: "<"))
    append(name.description)
    for attribute in attributes {
      bytes.append(UInt8(ascii: " "))
      append(attribute.name.description)
      append("=\"")
      escape(attribute.value, quoted: true)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func escape(_ text: String, quoted: Bool) {
    if Self.isPlain(text.utf8.span) { return append(text) }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": append("&lt;")
      case ">": append("&gt;")
      case "&": append("&amp;")
      case "\"" where quoted: append("&#34;")
      case _ where !PlainText.isShown(scalar):
        if PlainText.separates(scalar) { bytes.append(UInt8(ascii: " ")) }
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }

  /// Whether all of a text stands for itself; that of most texts, and of all drawings, does.
  private static func isPlain(_ text: Span<UInt8>) -> Bool {
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""):
        return false
      case 0x20..<0x7F: continue
      default: return false
      }
    }
    return true
  }
}
