import Archive
import Boundaries
import ConfigurationText
import Disclosure
import Readers
import Releases
import Reports
import Tallies

/// What an error of an update means to the caller of the program.
public struct UpdateFailure: Hashable, Sendable {
  /// After `sysexits.h`: 64 usage, 65 bad data, 66 no input, 70 internal, 73 cannot create, 74 input
  /// or output, 75 try again.
  public let exitCode: Int32
  public let message: String

  public init(_ error: any Error) {
    exitCode = Self.exitCode(error)
    message = "\(error)"
  }

  private static func exitCode(_ error: any Error) -> Int32 {
    switch error {
    case let error as UpdateError: error.exitCode
    case let error as ConfigurationProblems: error.isMissingFile ? 66 : 65
    case let error as ArchiveError: error.exitCode
    case let error as BoundaryError: error.exitCode
    case let error as ReadError: error.isMissingFile ? 66 : 65
    case is DisclosureError: 65
    case is SpillError: 73
    case let error as PublishError: error.exitCode
    case let error as ReleaseStoreError: error.exitCode
    case let error as RunLockError: error.exitCode
    default: 70
    }
  }
}

extension ArchiveError {
  /// After `sysexits.h`.
  var exitCode: Int32 {
    switch self {
    case .noSuchFile: 66
    case .damaged, .newer: 65
    case .busy: 75
    case .inputOutput: 74
    }
  }
}
