public import Records

/// A row of the archive, with where it came from and when. Confidential.
public struct ArchivedRow: Sendable {
  let id: Int64
  public let record: Record
  /// Its source in the configuration.
  public let origin: String
  /// The file that first had it, whose line `record.line` is.
  public let file: String
  /// When the run began that took it in, ISO 8601.
  public let arrived: String
}

/// Which row of a key counted after an earlier run, and which after a later one (rule A2).
public struct KeyHistory: Sendable {
  /// Why none counts any more.
  public enum End: Sendable {
    /// Its source, which tells everything each time, no longer had it; when that was noticed.
    case missing(noticed: String)
    /// Its source said that it was withdrawn.
    case withdrawn(by: ArchivedRow)
  }

  public let key: RecordKey
  public let before: ArchivedRow?
  public let after: ArchivedRow?
  /// Where there was one before and is none after.
  public let end: End?

  /// Whether one and the same row counted, or none.
  public var isUnchanged: Bool { before?.id == after?.id }
}
