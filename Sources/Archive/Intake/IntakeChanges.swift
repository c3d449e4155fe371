/// What the rows of an origin have changed. Numbers of rows and records, no content.
public struct IntakeChanges: Hashable, Sendable {
  /// Rows that the origin alleged before and after.
  public var before = 0
  public var after = 0
  /// Rows told, whether known or not.
  public var told = 0
  /// Rows told with a stretch of their file that was recognised, and so were not read.
  public var recognized = 0
  /// Rows whose content was not known.
  public var written = 0
  /// Rows of keys that were forgotten on request; they were not taken in.
  public var forgotten = 0
  /// Records that count now and did not before.
  public var new = 0
  /// Records that count now with another content.
  public var revised = 0
  /// Those of them whose new content has no version to tell that it is newer.
  public var revisedWithoutVersion = 0
  /// Records that no longer count.
  public var deleted = 0

  public init() {}

  /// Whether any figure could be another.
  public var isChange: Bool { new + revised + deleted > 0 }
}
