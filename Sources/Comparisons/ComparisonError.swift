public import Released

/// Why two releases cannot be compared.
public enum ComparisonError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One is a report for use inside the organisation, and nobody said that this is wanted.
  case internalReport(directory: String)
  /// A directory is missing, or its files are not what they are said to be.
  case files(directory: String, ReleasedFilesError)

  /// The exit code of `sysexits.h`: 65 damaged data, 66 no input.
  public var exitCode: Int32 {
    if case .files(_, .missing) = self { 66 } else { 65 }
  }

  public var description: String {
    switch self {
    case .internalReport(let directory):
      "\(directory) is an internal report, in which nothing is protected; say --internal to "
        + "compare it inside the organisation"
    case .files(let directory, .missing(let path)):
      "\(directory) is no release: there is no \(path); check the path"
    case .files(let directory, let error): "\(directory): \(error)"
    }
  }
}
