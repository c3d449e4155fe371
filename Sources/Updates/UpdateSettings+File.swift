public import ConfigurationText

extension UpdateSettings {
  /// Reads and checks a configuration in TOML or YAML, by the ending of the file's name.
  ///
  /// - Throws: `ConfigurationProblems` with all that is wrong.
  public init(path: String) throws(ConfigurationProblems) {
    let root: ConfigurationItem
    do {
      root = try ConfigurationItem(path: path)
    } catch {
      throw ConfigurationProblems([error])
    }
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    try self.init(
      root, folder: path.hasPrefix("/") && folder == [""] ? "/" : folder.joined(separator: "/"))
  }

  /// Checks a configuration that has been read.
  public init(_ root: ConfigurationItem, folder: String) throws(ConfigurationProblems) {
    var loader = UpdateSettingsLoader(root)
    let settings = loader.load(folder: folder)
    guard loader.errors.isEmpty else { throw ConfigurationProblems(loader.errors) }
    self = settings
  }
}
