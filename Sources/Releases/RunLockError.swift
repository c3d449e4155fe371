public import Reports

/// Why a run cannot begin.
public enum RunLockError: Error, Equatable, CustomStringConvertible {
  /// Another run is at work; `by` is unknown where it has just begun.
  case held(path: String, by: RunLock.Holder?)
  /// The lock file cannot be made or written.
  case files(PublishError)

  /// The exit code of `sysexits.h`: 73 cannot create, 74 input or output, 75 try again.
  public var exitCode: Int32 {
    switch self {
    case .held: 75
    case .files(let error): error.exitCode
    }
  }

  public var description: String {
    switch self {
    case .held(let path, let holder?):
      "another run holds \(path): process \(holder.pid) on \(holder.host), since "
        + "\(holder.since); try again when it is done"
    case .held(let path, nil):
      "another run, which has just begun, holds \(path); try again when it is done"
    case .files(let error):
      error.description
    }
  }
}
