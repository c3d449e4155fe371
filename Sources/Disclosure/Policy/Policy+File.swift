public import ConfigurationText
import Regions
import Tallies

extension Policy {
  /// The policy of a name, or the one in the file of that name.
  public init(named word: String) throws(ConfigurationProblems) {
    if let known = Policy.named.first(where: { $0.name == word }) {
      self = known
    } else {
      try self.init(path: word)
    }
  }

  /// Reads and checks a policy in TOML or YAML, by the ending of the file's name.
  ///
  /// - Throws: `ConfigurationProblems` with all that is wrong.
  public init(path: String) throws(ConfigurationProblems) {
    let root: ConfigurationItem
    do {
      root = try ConfigurationItem(path: path)
    } catch {
      throw ConfigurationProblems([error])
    }
    try self.init(root)
  }

  /// Checks a policy that has been read.
  public init(_ root: ConfigurationItem) throws(ConfigurationProblems) {
    var loader = PolicyLoader(root)
    let policy = loader.load()
    guard loader.errors.isEmpty else { throw ConfigurationProblems(loader.errors) }
    self = policy
  }
}
