import Foundation

/// The languages in which a configuration can be written.
public enum ConfigurationFormat: Hashable, Sendable {
  /// TOML 1.0.
  case toml
  /// YAML, one document without anchors, references and tags. Plain `true` and `false` are truth
  /// values; `yes`, `no`, `on`, `off` and numbers with leading zeros are texts.
  case yaml

  /// By the ending of a file's name; `nil` for others than `.toml`, `.yaml` and `.yml`.
  public init?(path: String) {
    let lower = path.lowercased()
    if lower.hasSuffix(".toml") {
      self = .toml
    } else if lower.hasSuffix(".yaml") || lower.hasSuffix(".yml") {
      self = .yaml
    } else {
      return nil
    }
  }
}

/// How much is read before a configuration is refused, so that a hostile file cannot exhaust the
/// machine.
public struct ConfigurationLimits: Hashable, Sendable {
  /// Size of the text.
  public var bytes = 1 << 20
  /// Tables and lists inside one another.
  public var depth = 32
  /// Values of all depths.
  public var values = 50_000

  public init() {}
}

extension ConfigurationItem {
  /// Reads the file at `path`, whose ending tells the language.
  public init(
    path: String, limits: ConfigurationLimits = ConfigurationLimits()
  ) throws(ConfigurationError) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let format = ConfigurationFormat(path: path) else {
      throw ConfigurationError(.unknownFormat, file: name)
    }
    guard FileManager.default.fileExists(atPath: path) else {
      throw ConfigurationError(.noSuchFile, file: path)
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw ConfigurationError(.unreadable("it cannot be opened"), file: path)
    }
    let bytes: [UInt8]
    do {
      bytes = [UInt8](try handle.read(upToCount: limits.bytes + 1) ?? Data())
    } catch {
      throw ConfigurationError(.unreadable(error.localizedDescription), file: path)
    }
    try self.init(parsing: bytes, as: format, file: name, limits: limits)
  }

  /// Reads a text that holds one table.
  ///
  /// - Parameter file: the name that errors show.
  public init(
    parsing bytes: [UInt8], as format: ConfigurationFormat, file: String,
    limits: ConfigurationLimits = ConfigurationLimits()
  ) throws(ConfigurationError) {
    let text = try ConfigurationItem.checked(bytes, file: file, limits: limits)
    let node =
      switch format {
      case .toml: try TOMLText.parse(text, file: file, limits: limits)
      case .yaml: try YAMLText.parse(text, file: file, limits: limits)
      }
    self.init(node, file: file)
    _ = try entries
  }

  /// The text without a byte order mark.
  private static func checked(
    _ bytes: [UInt8], file: String, limits: ConfigurationLimits
  ) throws(ConfigurationError) -> String {
    guard bytes.count <= limits.bytes else {
      throw ConfigurationError(.tooManyBytes(limit: limits.bytes), file: file)
    }
    let inner = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let zero = inner.firstIndex(of: 0) {
      throw ConfigurationError(.nullByte, file: file, at: position(of: zero, in: inner))
    }
    guard let text = String(validating: inner, as: UTF8.self) else {
      throw ConfigurationError(.invalidUTF8, file: file, at: damage(in: inner))
    }
    return text
  }

  private static func position(of offset: Int, in bytes: ArraySlice<UInt8>) -> TextPosition {
    let before = bytes[..<offset]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? before.startIndex
    return TextPosition(
      line: before.count { $0 == UInt8(ascii: "\n") } + 1,
      column: before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1)
  }

  /// The first byte that begins no character.
  private static func damage(in bytes: ArraySlice<UInt8>) -> TextPosition {
    var decoder = UTF8()
    var source = bytes.makeIterator()
    var offset = bytes.startIndex
    while case .scalarValue(let scalar) = decoder.decode(&source) {
      offset += UTF8.width(scalar)
    }
    return position(of: min(offset, bytes.endIndex), in: bytes)
  }
}
