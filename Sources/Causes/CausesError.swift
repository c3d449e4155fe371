/// Why it cannot be told which records changed the figures of two releases.
public enum CausesError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The archive has published no release of this name.
  case unknownRelease(directory: String, archive: String)
  /// The archive knows the release, but no longer which records were in it.
  case lostRun(directory: String, archive: String)
  /// The first release is the later one.
  case wrongOrder
  /// More was counted than can be added up.
  case overflow(String)

  /// The exit code of `sysexits.h`: 64 usage, 65 bad data, 66 no input.
  public var exitCode: Int32 {
    switch self {
    case .unknownRelease: 66
    case .lostRun, .overflow: 65
    case .wrongOrder: 64
    }
  }

  public var description: String {
    switch self {
    case .unknownRelease(let directory, let archive):
      "\(directory) is no release that was published from \(archive), so nothing is known of its "
        + "records; give the directory under releases/ that nuzuh update made, or leave --config "
        + "out to compare without records"
    case .lostRun(let directory, let archive):
      "\(archive) was mended and has lost which records were in \(directory); leave --config out "
        + "to compare without records"
    case .wrongOrder:
      "the first release is the later one; give the earlier release first"
    case .overflow(let reason): reason
    }
  }
}
