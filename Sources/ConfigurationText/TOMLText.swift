import TOMLKit

/// Reads TOML through TOMLKit, which knows the places of errors but not those of values; these
/// come from an outline of the text that must agree with what TOMLKit has read.
enum TOMLText {
  static func parse(
    _ text: String, file: String, limits: ConfigurationLimits
  ) throws(ConfigurationError) -> ConfigurationNode {
    // The outline comes first: its bounds protect TOMLKit, which nests by recursion.
    let outline = try TOMLOutline(text, file: file, limits: limits)
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      let begin = error.source.begin
      throw ConfigurationError(
        .syntax(error.description), file: file,
        at: TextPosition(line: begin.line, column: begin.column))
    } catch {
      throw ConfigurationError(.syntax("\(error)"), file: file)
    }
    var tree = TOMLTree(outline: outline, file: file)
    let root = try tree.node(of: table, at: [], mark: TOMLOutline.start)
    try tree.checkComplete()
    return root
  }
}

/// Joins TOMLKit's values with the places of the outline.
private struct TOMLTree {
  let outline: TOMLOutline
  let file: String
  private var found = 0

  init(outline: TOMLOutline, file: String) {
    self.outline = outline
    self.file = file
  }

  private func disagreement(_ position: TextPosition) -> ConfigurationError {
    ConfigurationError(
      .refused("this cannot be told apart surely; write it more simply, one key a line"),
      file: file, at: position)
  }

  /// - Throws: where the outline has seen values that TOMLKit has not.
  func checkComplete() throws(ConfigurationError) {
    if found != outline.marks.count { throw disagreement(TOMLOutline.start.position) }
  }

  mutating func node(
    of table: TOMLTable, at path: [TOMLOutline.Step], mark: TOMLOutline.Mark
  ) throws(ConfigurationError) -> ConfigurationNode {
    var entries: [ConfigurationNode.Entry] = []
    for key in table.keys {
      let inner = path + [.key(key)]
      guard let place = outline.marks[inner], let value = table[key] else {
        throw disagreement(mark.position)
      }
      entries.append(
        ConfigurationNode.Entry(
          key: key, keyPosition: place.keyPosition,
          value: try node(of: value, at: inner, mark: place)))
    }
    entries.sort { $0.keyPosition < $1.keyPosition }
    return ConfigurationNode(.table(entries), at: mark.position)
  }

  private mutating func node(
    of value: any TOMLValueConvertible, at path: [TOMLOutline.Step], mark: TOMLOutline.Mark
  ) throws(ConfigurationError) -> ConfigurationNode {
    found += 1
    if let table = value.table { return try node(of: table, at: path, mark: mark) }
    if let array = value.array {
      var elements: [ConfigurationNode] = []
      for (index, element) in array.enumerated() {
        let inner = path + [.index(index)]
        guard let place = outline.marks[inner] else { throw disagreement(mark.position) }
        elements.append(try node(of: element, at: inner, mark: place))
      }
      return ConfigurationNode(.list(elements), at: mark.position)
    }
    return ConfigurationNode(try content(of: value, mark), at: mark.position)
  }

  private func content(
    of value: any TOMLValueConvertible, _ mark: TOMLOutline.Mark
  ) throws(ConfigurationError) -> ConfigurationNode.Content {
    if let text = value.string { return .text(text) }
    if let truth = value.bool { return .truth(truth) }
    switch value.type {
    case .int, .double:
      guard let number = ConfigurationNumber(mark.raw) else {
        throw ConfigurationError(.uncountableNumber(mark.raw), file: file, at: mark.position)
      }
      let agrees =
        value.type == .int ? number.whole == value.int : number.double == value.double
      guard agrees else { throw disagreement(mark.position) }
      return .number(number)
    default: return .moment(mark.raw)
    }
  }
}
