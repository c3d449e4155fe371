public import Disclosure

/// What an update came to. Numbers and names of sources and releases, no content of rows.
public struct UpdateOutcome: Sendable {
  public enum Result: String, Sendable {
    /// A new release is current.
    case published
    /// The release would have said what the current one says.
    case unchanged
    /// Only looked at what would change.
    case rehearsed
  }

  public var result = Result.unchanged
  public var sources: [SourceOutcome] = []
  /// Name of the current release; `nil` where there is none.
  public var release: String?
  /// Path of its directory.
  public var directory: String?
  /// Whether a release that an interrupted run had left was published first.
  public var completedInterrupted = false
  public var share: ProtectionPlan.Share?
  /// Names of the releases that were removed because they were too old.
  public var removedReleases: [String] = []

  public init() {}

  /// Whether rows that were read now could not be counted, so that a person has to look.
  public var needsPerson: Bool { sources.contains { $0.rejected > 0 } }
}
