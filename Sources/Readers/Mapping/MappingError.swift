import ConfigurationText

/// Why a mapping file cannot be used: everything that is wrong with it.
public struct MappingError: Error, Hashable, Sendable, CustomStringConvertible {
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

extension Mapping {
  /// Reads and checks the mapping file at `path`, in TOML or YAML by its ending.
  ///
  /// - Throws: `MappingError` with all that is wrong.
  public init(path: String) throws(MappingError) {
    do {
      try self.init(checking: ConfigurationItem(path: path))
    } catch let error as MappingError {
      throw error
    } catch let error as ConfigurationError {
      throw MappingError([error])
    } catch {
      throw MappingError([ConfigurationError(.unreadable("\(error)"), file: path)])
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
    guard let mapping = loader.load() else { throw MappingError(loader.errors) }
    self = mapping
  }
}
