/// Why an archive cannot be used.
public enum ArchiveError: Error, Equatable, Sendable, CustomStringConvertible {
  case noSuchFile(path: String)
  /// The file is no archive, or is broken.
  case damaged(path: String, reason: String)
  /// A later version of nuzuh made it.
  case newer(path: String)
  /// Another process writes to it.
  case busy(path: String)
  case inputOutput(path: String, reason: String)

  public var description: String {
    switch self {
    case .noSuchFile(let path):
      "\(path): there is no such archive; nuzuh update makes one"
    case .damaged(let path, let reason):
      "\(path): the archive is damaged (\(reason)); nothing was published. See what nuzuh archive "
        + "check says, and make a new one by nuzuh archive rebuild"
    case .newer(let path):
      "\(path): the archive was made by a newer version of nuzuh; use that version"
    case .busy(let path):
      "\(path): another process writes to the archive; try again later"
    case .inputOutput(let path, let reason):
      "\(path): the archive cannot be read or written (\(reason)); check space and permissions"
    }
  }
}
