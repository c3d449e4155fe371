/// A text with what was put into it kept apart, so that a page can isolate names and numbers from
/// the direction of the words around them.
struct Sentence: Sendable, Equatable {
  enum Part: Sendable, Equatable {
    case words(String)
    /// A name, number or date that was put in.
    case argument(String)
  }

  var parts: [Part]

  init(_ parts: [Part]) {
    self.parts = parts
  }

  /// Fills the places `{1}`, `{2}` … of a template; a place without an argument stays empty.
  init(template: String, _ arguments: [String]) {
    parts = []
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"),
      let close = rest[open...].firstIndex(of: "}"),
      let number = Int(rest[rest.index(after: open)..<close])
    {
      if open > rest.startIndex { parts.append(.words(String(rest[..<open]))) }
      if arguments.indices.contains(number - 1) { parts.append(.argument(arguments[number - 1])) }
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.words(String(rest))) }
  }

  /// The words alone, one behind the other.
  var plain: String {
    parts.map { part in
      switch part {
      case .words(let text), .argument(let text): text
      }
    }.joined()
  }

  static func + (left: Sentence, right: Sentence) -> Sentence { Sentence(left.parts + right.parts) }
}
