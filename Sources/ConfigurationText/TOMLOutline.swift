/// Where the keys and values of a TOML text stand, and how deep they nest.
///
/// Follows the text's brackets, quotes and keys (TOML 1.0); whether a value is right, and whether
/// a table may be opened again, is the parser's matter.
struct TOMLOutline {
  enum Step: Hashable {
    case key(String)
    case index(Int)
  }

  struct Mark {
    var keyPosition: TextPosition
    var position: TextPosition
    /// A value without quotes and brackets, as written; empty for others.
    var raw = ""
  }

  static let start: Mark = {
    let position = TextPosition(line: 1, column: 1)
    return Mark(keyPosition: position, position: position)
  }()

  /// All values but the root.
  private(set) var marks: [[Step]: Mark] = [:]
  /// How many tables `[[path]]` has so far.
  private var tableCounts: [[Step]: Int] = [:]
  /// The table that a line's keys go to.
  private var current: [Step] = []
  private let limits: ConfigurationLimits
  var scanner: TOMLScanner

  init(_ text: String, file: String, limits: ConfigurationLimits) throws(ConfigurationError) {
    self.limits = limits
    scanner = TOMLScanner(text, file: file)
    while try scanner.skipToContent() {
      if scanner.peek == "[" { try takeHeader() } else { try takePair(in: current) }
      try scanner.expectLineEnd()
    }
  }

  /// `[a.b]` or `[[a.b]]`.
  private mutating func takeHeader() throws(ConfigurationError) {
    let position = scanner.position
    scanner.advance()
    let isElement = scanner.peek == "["
    if isElement { scanner.advance() }
    let keys = try scanner.keys(limit: limits.depth)
    try scanner.expect("]")
    if isElement { try scanner.expect("]") }
    let mark = Mark(keyPosition: keys.position, position: position)
    var path: [Step] = []
    for (offset, key) in keys.keys.enumerated() {
      path.append(.key(key))
      try note(path, mark)
      let isLast = offset == keys.keys.count - 1
      if isLast, isElement {
        let count = tableCounts[path, default: 0]
        tableCounts[path] = count + 1
        path.append(.index(count))
        try note(path, mark)
      } else if !isLast, let count = tableCounts[path] {
        path.append(.index(count - 1))
      }
    }
    current = path
  }

  /// `key = value`, or the like in an inline table.
  private mutating func takePair(in table: [Step]) throws(ConfigurationError) {
    let keys = try scanner.keys(limit: limits.depth)
    scanner.skipBlanks()
    try scanner.expect("=")
    scanner.skipBlanks()
    let mark = Mark(keyPosition: keys.position, position: scanner.position)
    var path = table
    for key in keys.keys.dropLast() {
      path.append(.key(key))
      try note(path, mark)
    }
    guard let last = keys.keys.last else { return }
    path.append(.key(last))
    if let first = marks[path] {
      throw ConfigurationError(
        .duplicateKey(last, firstLine: first.keyPosition.line), file: scanner.file,
        at: keys.position)
    }
    try takeValue(at: path, mark)
  }

  private mutating func takeValue(
    at path: [Step], _ mark: Mark
  ) throws(ConfigurationError) {
    var mark = mark
    switch scanner.peek {
    case "[":
      try note(path, mark)
      try takeList(at: path)
    case "{":
      try note(path, mark)
      try takeInlineTable(at: path)
    case "\"", "'":
      try note(path, mark)
      try scanner.skipString()
    default:
      mark.raw = try scanner.bareValue()
      try note(path, mark)
    }
  }

  private mutating func takeList(at path: [Step]) throws(ConfigurationError) {
    scanner.advance()
    var index = 0
    while true {
      try scanner.skipBlanksCommentsAndLines()
      if scanner.peek == "]" { break }
      let mark = Mark(keyPosition: scanner.position, position: scanner.position)
      try takeValue(at: path + [.index(index)], mark)
      index += 1
      try scanner.skipBlanksCommentsAndLines()
      if scanner.peek != "," { break }
      scanner.advance()
    }
    try scanner.expect("]")
  }

  private mutating func takeInlineTable(at path: [Step]) throws(ConfigurationError) {
    scanner.advance()
    scanner.skipBlanks()
    while scanner.peek != "}" {
      try takePair(in: path)
      scanner.skipBlanks()
      if scanner.peek != "," { break }
      scanner.advance()
      scanner.skipBlanks()
    }
    try scanner.expect("}")
  }

  /// Keeps the first place of a path.
  private mutating func note(_ path: [Step], _ mark: Mark) throws(ConfigurationError) {
    func error(_ reason: ConfigurationError.Reason) -> ConfigurationError {
      ConfigurationError(reason, file: scanner.file, at: mark.position)
    }
    guard path.count <= limits.depth else { throw error(.tooDeep(limit: limits.depth)) }
    if marks[path] == nil { marks[path] = mark }
    guard marks.count <= limits.values else { throw error(.tooManyValues(limit: limits.values)) }
  }
}
