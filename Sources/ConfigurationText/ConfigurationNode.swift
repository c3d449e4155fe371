/// A value of a TOML or YAML text, with its place there.
public struct ConfigurationNode: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case text(String)
    case number(ConfigurationNumber)
    case truth(Bool)
    /// A date, a time or both, as TOML writes them, unread.
    case moment(String)
    /// YAML's `null`, or a key with nothing behind it.
    case nothing
    case list([ConfigurationNode])
    /// In the order of the text; no key occurs twice.
    case table([Entry])
  }

  /// A key and its value.
  public struct Entry: Hashable, Sendable {
    public let key: String
    public let keyPosition: TextPosition
    public let value: ConfigurationNode

    public init(key: String, keyPosition: TextPosition, value: ConfigurationNode) {
      self.key = key
      self.keyPosition = keyPosition
      self.value = value
    }
  }

  public let content: Content
  public let position: TextPosition

  public init(_ content: Content, at position: TextPosition) {
    self.content = content
    self.position = position
  }

  /// What the value is, for messages.
  public var kind: ConfigurationKind {
    switch content {
    case .text: .text
    case .number: .number
    case .truth: .truth
    case .moment: .moment
    case .nothing: .nothing
    case .list: .list
    case .table: .table
    }
  }
}

/// The kinds of values. The raw value is the word that messages use.
public enum ConfigurationKind: String, Hashable, Sendable {
  case text = "a text"
  case number = "a number"
  case wholeNumber = "a whole number"
  case truth = "true or false"
  case moment = "a date"
  case nothing
  case list = "a list"
  case table = "a table"
}
