import Yams

/// Reads YAML through Yams.
enum YAMLText {
  static func parse(
    _ text: String, file: String, limits: ConfigurationLimits
  ) throws(ConfigurationError) -> ConfigurationNode {
    try YAMLBounds.check(text, file: file)
    let parser: Parser
    let root: Node?
    do {
      parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      root = try parser.singleRoot()
    } catch {
      throw YAMLText.error(error, in: text, file: file)
    }
    // Nodes forget their anchors when their parser goes.
    defer { withExtendedLifetime(parser) {} }
    guard let root else {
      return ConfigurationNode(.table([]), at: TextPosition(line: 1, column: 1))
    }
    var tree = YAMLTree(file: file, limits: limits)
    let node = try tree.node(root, depth: 0)
    // A file of comments alone is an empty table.
    return node.content == .nothing ? ConfigurationNode(.table([]), at: node.position) : node
  }

  private static func error(
    _ error: any Error, in text: String, file: String
  ) -> ConfigurationError {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _):
      return ConfigurationError(.syntax(problem), file: file, at: TextPosition(mark))
    case YamlError.composer(_, let problem, let mark, _):
      let isAlias = problem.contains("alias")
      return ConfigurationError(
        isAlias ? .anchor : .severalDocuments, file: file, at: TextPosition(mark))
    case YamlError.duplicatedKeysInMapping(let keys, let context):
      return ConfigurationError(
        .duplicateKey(keys.first ?? "", firstLine: nil), file: file,
        at: TextPosition(context.mark))
    case YamlError.reader(let problem, let offset, _, _):
      let position = offset.map { TextPosition(ofCharacter: $0, in: text) }
      return ConfigurationError(.syntax(problem), file: file, at: position)
    default:
      return ConfigurationError(.syntax("\(error)"), file: file)
    }
  }
}

extension TextPosition {
  init(_ mark: Mark) {
    self.init(line: mark.line, column: mark.column)
  }

  fileprivate init(ofCharacter offset: Int, in text: String) {
    self.init(line: 1, column: 1)
    for character in text.prefix(offset) {
      if character.isNewline {
        line += 1
        column = 1
      } else {
        column += character.unicodeScalars.count
      }
    }
  }
}

/// Turns Yams's nodes into ours, within the limits.
private struct YAMLTree {
  let file: String
  let limits: ConfigurationLimits
  private var values = 0

  init(file: String, limits: ConfigurationLimits) {
    self.file = file
    self.limits = limits
  }

  private func error(_ reason: ConfigurationError.Reason, _ node: Node) -> ConfigurationError {
    ConfigurationError(reason, file: file, at: position(of: node))
  }

  private func position(of node: Node) -> TextPosition {
    node.mark.map { TextPosition($0) } ?? TextPosition(line: 1, column: 1)
  }

  mutating func node(_ node: Node, depth: Int) throws(ConfigurationError) -> ConfigurationNode {
    values += 1
    guard values <= limits.values else { throw error(.tooManyValues(limit: limits.values), node) }
    guard depth <= limits.depth else { throw error(.tooDeep(limit: limits.depth), node) }
    if node.anchor != nil { throw error(.anchor, node) }
    let content: ConfigurationNode.Content
    switch node {
    case .alias: throw error(.anchor, node)
    case .scalar(let scalar): content = try self.content(of: scalar, node)
    case .sequence(let sequence):
      if !sequence.tag.isImplied { throw error(.tag(sequence.tag.description), node) }
      var elements: [ConfigurationNode] = []
      for element in sequence { elements.append(try self.node(element, depth: depth + 1)) }
      content = .list(elements)
    case .mapping(let mapping):
      if !mapping.tag.isImplied { throw error(.tag(mapping.tag.description), node) }
      content = .table(try entries(of: mapping, depth: depth))
    }
    return ConfigurationNode(content, at: position(of: node))
  }

  private mutating func entries(
    of mapping: Node.Mapping, depth: Int
  ) throws(ConfigurationError) -> [ConfigurationNode.Entry] {
    var entries: [ConfigurationNode.Entry] = []
    var lines: [String: Int] = [:]
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else { throw error(.keyIsNoText, key) }
      if key.anchor != nil || scalar.style == .plain && scalar.string == "<<" {
        throw error(.anchor, key)
      }
      let position = position(of: key)
      if let line = lines.updateValue(position.line, forKey: scalar.string) {
        throw error(.duplicateKey(scalar.string, firstLine: line), key)
      }
      entries.append(
        ConfigurationNode.Entry(
          key: scalar.string, keyPosition: position, value: try node(value, depth: depth + 1)))
    }
    return entries
  }

  /// YAML's core schema, but that numbers with leading zeros, as codes have them, stay texts.
  private func content(
    of scalar: Node.Scalar, _ node: Node
  ) throws(ConfigurationError) -> ConfigurationNode.Content {
    let tag = scalar.tag.description
    if tag == YAMLTree.textTag { return .text(scalar.string) }
    guard scalar.tag.isImplied else { throw error(.tag(tag), node) }
    guard scalar.style == .plain else { return .text(scalar.string) }
    switch scalar.string {
    case "", "~", "null", "Null", "NULL": return .nothing
    case "true", "True", "TRUE": return .truth(true)
    case "false", "False", "FALSE": return .truth(false)
    default: break
    }
    if scalar.string.contains("_") { return .text(scalar.string) }
    if let number = ConfigurationNumber(scalar.string) { return .number(number) }
    if YAMLTree.infinities.contains(scalar.string.drop { "+-".contains($0) }.lowercased()) {
      throw error(.uncountableNumber(scalar.string), node)
    }
    return .text(scalar.string)
  }

  private static let textTag = "tag:yaml.org,2002:str"
  private static let infinities: Set<String> = [".inf", ".nan"]
}

extension Tag {
  /// Whether the text has no tag here.
  fileprivate var isImplied: Bool { self == Tag.implicit }
}
