public import ConfigurationText
public import Disclosure

extension UpdateSettings {
  /// The policy that comes with nuzuh under its name, or the one in its file.
  public func loadPolicy() throws(ConfigurationProblems) -> Policy {
    if Policy.named.contains(where: { $0.name == policy }) { return try Policy(named: policy) }
    return try Policy(path: path(policy))
  }
}
