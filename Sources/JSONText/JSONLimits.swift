/// How much JSON is read before it is refused, so that a hostile file cannot exhaust the machine.
public struct JSONLimits: Hashable, Sendable {
  /// The deepest nesting that can be asked for: values are built and freed by recursion.
  public static let deepestNesting = 512

  /// How many arrays and objects may stand inside one another; at most `deepestNesting`.
  public let depth: Int
  /// The size of the whole text, in bytes. Give `.max` for a stream that may be of any length.
  public let bytes: Int
  /// The length of one string, key or number as it stands in the text, in bytes.
  public let stringBytes: Int
  /// How many values (members and elements of all depths) one `readValue` may build.
  public let members: Int

  public init(
    depth: Int = 64, bytes: Int = 1 << 30, stringBytes: Int = 1 << 20, members: Int = 5_000_000
  ) {
    self.depth = min(max(depth, 0), Self.deepestNesting)
    self.bytes = max(bytes, 0)
    self.stringBytes = max(stringBytes, 0)
    self.members = max(members, 1)
  }
}
