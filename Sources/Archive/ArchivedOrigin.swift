/// A source of the configuration as the archive knows it.
public struct ArchivedOrigin: Hashable, Sendable {
  let id: Int64
  /// Its name in the configuration.
  public let name: String
  /// The profile that read it last; empty before the first time.
  public let profile: String
  /// Names of the columns that its files had last; `nil` before the first time.
  public let columns: [String]?
  /// The share of rejected rows that was accepted last, in percent.
  public let rejectedPercent: Double
}

/// A file's content as the archive has seen it.
public struct ArchivedFile: Hashable, Sendable {
  /// Its path as the configuration finds it.
  public let name: String
  /// SHA-256 of its bytes, in lower-case hexadecimal.
  public let sha256: String
  public let bytes: Int
  public let profile: String
  /// How it was read: another way of reading makes other records of the same bytes.
  public let reading: String
  public let rows: Int
  public let rejected: Int

  public init(
    name: String, sha256: String, bytes: Int, profile: String, reading: String, rows: Int,
    rejected: Int
  ) {
    self.name = name
    self.sha256 = sha256
    self.bytes = bytes
    self.profile = profile
    self.reading = reading
    self.rows = rows
    self.rejected = rejected
  }
}

/// How many findings of one kind a file had, and the lines of the first of them. Their words, which
/// quote cells, are not kept; nuzuh check tells them from the file.
public struct ArchivedFindings: Hashable, Sendable {
  /// The id of a `FindingRule`.
  public let rule: String
  public let count: Int
  public let lines: [Int]

  public init(rule: String, count: Int, lines: [Int]) {
    self.rule = rule
    self.count = count
    self.lines = lines
  }
}

/// A run: the one that is under way, or an earlier one.
public struct ArchivedRun: Hashable, Sendable, Comparable {
  let id: Int64

  public static func < (left: ArchivedRun, right: ArchivedRun) -> Bool { left.id < right.id }
}
