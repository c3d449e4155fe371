/// Why released files cannot be looked at, or cannot be trusted.
public enum ReleasedFilesError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no such directory or file.
  case missing(path: String)
  /// A file is not what its data package says, or contradicts another.
  case damaged(file: String, cause: String)

  public var description: String {
    switch self {
    case .missing(let path): "there is no \(path); check the path"
    case .damaged(let file, let cause): "\(file): \(cause)"
    }
  }
}
