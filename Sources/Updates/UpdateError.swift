/// Why an update stopped. The release of yesterday stands, and the archive is as it was.
public enum UpdateError: Error, Equatable, Sendable, CustomStringConvertible {
  /// No file fits a source's patterns, and there never was one.
  case noFiles(source: String, patterns: [String])
  /// A source is not what it was; each with what is suspicious.
  case suspicious([SourceSuspicion])
  /// A file is another than it was a moment ago.
  case changedWhileRead(file: String)
  case unreadable(file: String, reason: String)
  /// A list of deleted ids cannot be understood.
  case deletionList(file: String, reason: String)
  /// The releases before were counted otherwise.
  case otherBasis(before: String, now: String)
  case ledger(String)
  /// What is published beside the release would tell more with it than either alone.
  case publishedBeside(String)

  /// The exit code of `sysexits.h`: 65 bad data, 66 no input, 74 input or output, 75 try again.
  public var exitCode: Int32 {
    switch self {
    case .noFiles: 66
    case .suspicious, .deletionList, .ledger, .publishedBeside: 65
    case .otherBasis: 64
    case .unreadable: 74
    case .changedWhileRead: 75
    }
  }

  public var description: String {
    switch self {
    case .noFiles(let source, let patterns):
      "source \(source): no file fits \(patterns.joined(separator: ", ")); check the paths"
    case .suspicious(let all): all.map(\.description).joined(separator: "\n")
    case .changedWhileRead(let file):
      "\(file) changed while it was read; nothing was taken in. Try again when it is complete, and "
        + "have it written under another name and renamed"
    case .unreadable(let file, let reason): "\(file) cannot be read: \(reason)"
    case .deletionList(let file, let reason): "\(file): no list of ids: \(reason)"
    case .otherBasis(let before, let now):
      "the releases before were counted otherwise (\(before)) than this one would be (\(now)). What "
        + "both show could be compared. Count as before, or begin a series of its own: another "
        + "archive and output, once the old releases are withdrawn"
    case .ledger(let reason), .publishedBeside(let reason): reason
    }
  }
}

/// What about a source makes a person look before anything is published.
public struct SourceSuspicion: Hashable, Sendable, CustomStringConvertible {
  public enum Kind: Hashable, Sendable {
    /// Rows before and now.
    case shrunk(before: Int, now: Int)
    case columns(gone: [String], added: [String])
    /// Rejected rows of all that were read.
    case rejected(Int, of: Int)
    /// The configuration names the source no longer.
    case unnamed(rows: Int)
  }

  public let source: String
  /// Where it is about one file.
  public let file: String?
  public let kind: Kind

  public var description: String {
    let place = file.map { "source \(source), \($0)" } ?? "source \(source)"
    return "\(place): \(what). Nothing was taken in and nothing published. Look at it, and "
      + "if it is right, run again with --accept \(source)"
  }

  private var what: String {
    switch kind {
    case .shrunk(let before, let now): "there were \(before) rows, and now there are \(now)"
    case .columns(let gone, let added):
      "its columns have changed"
        + (gone.isEmpty ? "" : "; gone: \(gone.joined(separator: ", "))")
        + (added.isEmpty ? "" : "; new: \(added.joined(separator: ", "))")
    case .rejected(let rejected, let rows):
      "\(rejected) of \(rows) rows cannot be read (see nuzuh check)"
    case .unnamed(let rows):
      "the configuration names it no longer, so its \(rows) rows would be deleted"
    }
  }
}
