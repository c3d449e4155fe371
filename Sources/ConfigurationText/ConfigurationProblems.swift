/// Everything that is wrong with one file of configuration: a policy, a mapping, the settings of
/// updates.
public struct ConfigurationProblems: Error, Hashable, Sendable, CustomStringConvertible {
  /// One sentence each: file, line, column, key, what is wrong and what to do.
  public let problems: [String]
  /// Whether the file is not there, as opposed to being wrong.
  public let isMissingFile: Bool

  public init(_ errors: [ConfigurationError]) {
    problems = errors.map(\.description)
    isMissingFile = errors.contains { $0.reason == .noSuchFile }
  }

  public var description: String { problems.joined(separator: "\n") }
}
