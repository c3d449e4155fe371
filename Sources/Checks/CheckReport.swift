public import Records

/// What a check of records found: every rule's count, and the findings that are listed.
public struct CheckReport: Sendable {
  /// One input as the check saw it.
  public struct File: Hashable, Sendable {
    /// As it was given.
    public let path: String
    /// SHA-256 in lower-case hexadecimal; `nil` where the file could not be read to its end.
    public let sha256: String?
    public let profile: String?
    public let rows: Int
    public let rejected: Int
    public let replaced: Int
  }

  /// A finding with its place in the text of the file, where that is known.
  public struct Entry: Hashable, Sendable {
    public var finding: Finding
    public var spot: CellSpot?
  }

  /// In the order of their paths.
  public let files: [File]
  /// How many findings each rule has, listed or not.
  public let counts: [FindingRule: Int]
  /// In the order of file, line and column.
  public let entries: [Entry]
  /// How many findings of a rule are listed at most.
  public let limit: Int

  public func count(_ severity: Finding.Severity) -> Int {
    counts.filter { $0.key.severity == severity }.map(\.value).reduce(0, +)
  }

  /// Whether a person should look.
  public var needsPerson: Bool { count(.error) + count(.warning) > 0 }

  /// The rules found, the gravest first, then by id.
  public var rules: [FindingRule] {
    counts.keys.sorted {
      $0.severity == $1.severity ? $0.rawValue < $1.rawValue : $0.severity > $1.severity
    }
  }

  /// How many findings of the rule are not listed.
  public func unlisted(_ rule: FindingRule) -> Int { max(0, (counts[rule] ?? 0) - limit) }
}

/// Where a cell begins in the text of its file.
public struct CellSpot: Hashable, Sendable {
  /// From 1. Differs from the row's line where quoted cells before it hold line ends.
  public let line: Int
  /// In Unicode scalars from the beginning of the line, from 1.
  public let column: Int
}
