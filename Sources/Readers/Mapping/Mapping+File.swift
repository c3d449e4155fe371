public import ConfigurationText

extension Mapping {
  /// Reads and checks the mapping file at `path`, in TOML or YAML by its ending.
  ///
  /// - Throws: `ConfigurationProblems` with all that is wrong.
  public init(path: String) throws(ConfigurationProblems) {
    do {
      try self.init(checking: ConfigurationItem(path: path))
    } catch let error as ConfigurationProblems {
      throw error
    } catch let error as ConfigurationError {
      throw ConfigurationProblems([error])
    } catch {
      throw ConfigurationProblems([ConfigurationError(.unreadable("\(error)"), file: path)])
    }
  }

  /// Reads and checks a mapping that is held in memory.
  ///
  /// - Parameter file: the name that errors show; its ending tells the language.
  init(parsing text: String, file: String) throws {
    try self.init(
      checking: ConfigurationItem(
        parsing: Array(text.utf8), as: ConfigurationFormat(path: file) ?? .toml, file: file))
  }

  private init(checking root: ConfigurationItem) throws {
    let loader = MappingLoader(root)
    guard let mapping = loader.load() else { throw ConfigurationProblems(loader.errors) }
    self = mapping
  }
}
