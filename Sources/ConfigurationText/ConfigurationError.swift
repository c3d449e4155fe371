/// Why a configuration cannot be used, and where.
public struct ConfigurationError: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    case noSuchFile
    case unreadable(String)
    /// The name does not end in `.toml`, `.yaml` or `.yml`.
    case unknownFormat
    case tooManyBytes(limit: Int)
    case tooDeep(limit: Int)
    case tooManyValues(limit: Int)
    case invalidUTF8
    /// A zero byte, or an escape that stands for one.
    case nullByte
    /// What the parser says.
    case syntax(String)
    case duplicateKey(String, firstLine: Int?)
    case severalDocuments
    /// YAML's `&name` and `*name`.
    case anchor
    /// YAML's `!tag`, but for `!!str`.
    case tag(String)
    /// A YAML key that is a list or a table.
    case keyIsNoText
    /// `inf`, `nan`, or a whole number that does not fit 64 bits.
    case uncountableNumber(String)
    case mismatch(expected: ConfigurationKind, found: ConfigurationKind)
    case unknownKey(String, known: [String])
    case missingKey(String)
    /// None of the words that the key takes.
    case unknownWord(String, known: [String])
    /// What the subject of the configuration has against it: what is wrong and what to do.
    case refused(String)
  }

  /// Name of the file, without folders.
  public let file: String
  /// `nil` where it is about the whole file.
  public let position: TextPosition?
  /// The keys that lead to the value, joined by points; empty for the whole.
  public let path: String
  public let reason: Reason

  public init(
    _ reason: Reason, file: String, at position: TextPosition? = nil, path: String = ""
  ) {
    self.reason = reason
    self.file = file
    self.position = position
    self.path = path
  }
}

extension ConfigurationError: CustomStringConvertible {
  /// `file.toml: line 12: column 3: columns.kiled: what is wrong; what to do`.
  public var description: String {
    let place = position.map { "\($0): " } ?? ""
    let key = path.isEmpty ? "" : "\(path): "
    return "\(file): \(place)\(key)\(reason)"
  }
}
