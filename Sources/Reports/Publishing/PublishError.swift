/// Why a release could not be published: which path, why, and what to do next.
///
/// Whatever the error, a release that stood at the target before still stands there whole.
public enum PublishError: Error, Equatable, CustomStringConvertible {
  /// The directory cannot be made where it was asked for.
  case cannotCreate(path: String, cause: String)
  /// Something stands at the target that is not a release and would be lost.
  case notARelease(path: String, cause: String)
  /// Writing, flushing or renaming failed, such as on a full disk.
  case inputOutput(path: String, operation: String, cause: String)

  /// The exit code of `sysexits.h`: 73 cannot create, 74 input or output.
  public var exitCode: Int32 {
    switch self {
    case .cannotCreate, .notARelease: 73
    case .inputOutput: 74
    }
  }

  public var description: String {
    switch self {
    case .cannotCreate(let path, let cause):
      "cannot create \(path): \(cause)"
    case .notARelease(let path, let cause):
      "\(path) is not replaced: \(cause); choose another directory or move it away"
    case .inputOutput(let path, let operation, let cause):
      "cannot \(operation) \(path): \(cause)"
    }
  }
}
