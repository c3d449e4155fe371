public import ConfigurationText

/// Everything that is wrong with the configuration of an update.
public struct UpdateSettingsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One sentence each: file, line, column, key, what is wrong and what to do.
  public let problems: [String]
  /// Whether the file is not there, as opposed to being wrong.
  public let isMissingFile: Bool

  init(_ errors: [ConfigurationError]) {
    problems = errors.map(\.description)
    isMissingFile = errors.contains { $0.reason == .noSuchFile }
  }

  public var description: String { problems.joined(separator: "\n") }
}

extension UpdateSettings {
  /// Reads and checks a configuration in TOML or YAML, by the ending of the file's name.
  ///
  /// - Throws: `UpdateSettingsError` with all that is wrong.
  public init(path: String) throws(UpdateSettingsError) {
    let root: ConfigurationItem
    do {
      root = try ConfigurationItem(path: path)
    } catch {
      throw UpdateSettingsError([error])
    }
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    try self.init(
      root, folder: path.hasPrefix("/") && folder == [""] ? "/" : folder.joined(separator: "/"))
  }

  /// Checks a configuration that has been read.
  public init(_ root: ConfigurationItem, folder: String) throws(UpdateSettingsError) {
    var loader = UpdateSettingsLoader(root)
    let settings = loader.load(folder: folder)
    guard loader.errors.isEmpty else { throw UpdateSettingsError(loader.errors) }
    self = settings
  }
}
