/// A release in a store.
public struct StoredRelease: Hashable, Sendable {
  /// Name of its directory: when it was made and the hash of its content, such as
  /// `2026-03-01T02-00-00Z-1f0c9a77b2de`.
  public let name: String
  /// Path of its directory, beginning with the root of the store.
  public let path: String
  /// When it was made, as an ISO 8601 instant in UTC.
  public let created: String
  /// The first twelve hexadecimal digits of the hash of its content; see `ReleaseContent`.
  public let hash: String
  /// Whether `current` leads to it.
  public let isCurrent: Bool

  init(_ name: ReleaseName, in folder: String, isCurrent: Bool) {
    self.name = name.text
    path = "\(folder)/\(name.text)"
    created = name.created
    hash = name.hash
    self.isCurrent = isCurrent
  }
}
