/// A value of a configuration with the keys that lead to it, asked for by its kind.
public struct ConfigurationItem: Hashable, Sendable {
  /// Name of the file, without folders.
  public let file: String
  /// The keys that lead here, joined by points; elements of lists as `[2]`, counted from 1.
  public let path: String
  public let node: ConfigurationNode

  init(_ node: ConfigurationNode, file: String, path: String = "") {
    self.node = node
    self.file = file
    self.path = path
  }

  public var position: TextPosition { node.position }

  /// An error at this value.
  public func error(_ reason: ConfigurationError.Reason) -> ConfigurationError {
    ConfigurationError(reason, file: file, at: position, path: path)
  }

  private func mismatch(_ expected: ConfigurationKind) -> ConfigurationError {
    error(.mismatch(expected: expected, found: node.kind))
  }

  /// The text of a quoted value; numbers, truth values and dates are refused.
  public var text: String {
    get throws(ConfigurationError) {
      guard case .text(let text) = node.content else { throw mismatch(.text) }
      return text
    }
  }

  /// A text, or a number, truth value or date as the file writes it: `5` and `"5"` are the same.
  public var word: String {
    get throws(ConfigurationError) {
      switch node.content {
      case .text(let text), .moment(let text): text
      case .number(let number): number.text
      case .truth(let truth): truth ? "true" : "false"
      case .nothing, .list, .table: throw mismatch(.text)
      }
    }
  }

  public var number: ConfigurationNumber {
    get throws(ConfigurationError) {
      guard case .number(let number) = node.content else { throw mismatch(.number) }
      return number
    }
  }

  public var whole: Int {
    get throws(ConfigurationError) {
      guard case .number(let number) = node.content, let whole = number.whole else {
        throw mismatch(.wholeNumber)
      }
      return whole
    }
  }

  public var truth: Bool {
    get throws(ConfigurationError) {
      guard case .truth(let truth) = node.content else { throw mismatch(.truth) }
      return truth
    }
  }

  /// The elements of a list.
  public var list: [ConfigurationItem] {
    get throws(ConfigurationError) {
      guard case .list(let nodes) = node.content else { throw mismatch(.list) }
      return nodes.enumerated().map { index, node in
        ConfigurationItem(node, file: file, path: "\(path)[\(index + 1)]")
      }
    }
  }

  /// The elements of a list, or the value alone.
  public var oneOrMore: [ConfigurationItem] {
    get throws(ConfigurationError) {
      if case .list = node.content { return try list }
      return [self]
    }
  }

  /// The keys and values of a table.
  public var entries: [ConfigurationEntry] {
    get throws(ConfigurationError) {
      guard case .table(let entries) = node.content else { throw mismatch(.table) }
      return entries.map { entry in
        let path = path.isEmpty ? entry.key : "\(path).\(entry.key)"
        return ConfigurationEntry(
          key: entry.key, keyPosition: entry.keyPosition,
          value: ConfigurationItem(entry.value, file: file, path: path))
      }
    }
  }

  /// The value of a table's key; `nil` where there is none.
  public func value(of key: String) throws(ConfigurationError) -> ConfigurationItem? {
    try entries.first { $0.key == key }?.value
  }

  /// The value of a key that must be there.
  public func required(_ key: String) throws(ConfigurationError) -> ConfigurationItem {
    guard let value = try value(of: key) else { throw error(.missingKey(key)) }
    return value
  }

  /// The keys of a table that are none of `known`, each as an error that suggests the nearest.
  public func unknownKeys(
    besides known: [String]
  ) throws(ConfigurationError) -> [ConfigurationError] {
    try entries.filter { !known.contains($0.key) }
      .map { $0.error(.unknownKey($0.key, known: known)) }
  }
}

/// A key of a table with its value.
public struct ConfigurationEntry: Hashable, Sendable {
  public let key: String
  public let keyPosition: TextPosition
  public let value: ConfigurationItem

  /// An error at the key.
  public func error(_ reason: ConfigurationError.Reason) -> ConfigurationError {
    ConfigurationError(reason, file: value.file, at: keyPosition, path: value.path)
  }
}
