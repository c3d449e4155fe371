public import ConfigurationText
import Regions
import Tallies

/// Why a policy cannot be used: everything that is wrong with its file.
public struct PolicyError: Error, Hashable, Sendable, CustomStringConvertible {
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

extension Policy {
  /// The policy of a name, or the one in the file of that name.
  public init(named word: String) throws(PolicyError) {
    if let known = Policy.named.first(where: { $0.name == word }) {
      self = known
    } else {
      try self.init(path: word)
    }
  }

  /// Reads and checks a policy in TOML or YAML, by the ending of the file's name.
  ///
  /// - Throws: `PolicyError` with all that is wrong.
  public init(path: String) throws(PolicyError) {
    let root: ConfigurationItem
    do {
      root = try ConfigurationItem(path: path)
    } catch {
      throw PolicyError([error])
    }
    try self.init(root)
  }

  /// Checks a policy that has been read.
  public init(_ root: ConfigurationItem) throws(PolicyError) {
    var loader = PolicyLoader(root)
    let policy = loader.load()
    guard loader.errors.isEmpty else { throw PolicyError(loader.errors) }
    self = policy
  }
}
