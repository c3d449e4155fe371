import ConfigurationText

/// Collects what is wrong with a mapping while its parts are read.
final class MappingProblems {
  private(set) var errors: [ConfigurationError] = []
  private let file: String

  init(file: String) {
    self.file = file
  }

  func add(_ error: ConfigurationError) { errors.append(error) }

  /// The value, or `nil` and one more problem.
  func attempt<Value>(_ read: () throws -> Value?) -> Value? {
    do {
      return try read()
    } catch let error as ConfigurationError {
      add(error)
    } catch {
      add(ConfigurationError(.unreadable("\(error)"), file: file))
    }
    return nil
  }

  func addUnknownKeys(_ item: ConfigurationItem, besides known: [String]) {
    errors += attempt { try item.unknownKeys(besides: known) } ?? []
  }
}
