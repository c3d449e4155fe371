public import Reports

/// Why a store of releases cannot do what was asked; whatever the error, `current` leads to the
/// whole release that it led to before.
public enum ReleaseStoreError: Error, Equatable, CustomStringConvertible {
  /// Something stands in the store that is not of its making and is in the way.
  case foreign(path: String, cause: String)
  /// The instant is not written like `2026-03-01T02:00:00Z`.
  case unreadableTime(String)
  /// What was written, or is looked at, is no release.
  case notARelease(path: String, cause: String)
  /// Another process publishes or prunes right now.
  case busy(path: String)
  /// The file system refused.
  case files(PublishError)

  /// The exit code of `sysexits.h`: 65 damaged data, 70 an error of the program, 73 cannot create, 74 input or
  /// output, 75 try again.
  public var exitCode: Int32 {
    switch self {
    case .foreign: 73
    case .notARelease: 65
    case .unreadableTime: 70
    case .busy: 75
    case .files(let error): error.exitCode
    }
  }

  public var description: String {
    switch self {
    case .foreign(let path, let cause):
      "\(path) is in the way: \(cause); move it away, or choose another root"
    case .unreadableTime(let text):
      "'\(text)' is no instant like 2026-03-01T02:00:00Z"
    case .notARelease(let path, let cause):
      "\(path) is no release: \(cause)"
    case .busy(let path):
      "another process publishes into \(path) right now; try again when it is done"
    case .files(let error):
      error.description
    }
  }
}
