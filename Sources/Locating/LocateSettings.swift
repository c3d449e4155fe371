public import Readers
public import Regions

/// What `nuzuh locate` appends to each row, and how the row's place is read.
public struct LocateSettings: Hashable, Sendable {
  /// The names of regions that are appended beside their codes.
  public enum Names: String, Hashable, Sendable, CaseIterable {
    case none
    case english = "en"
    case arabic = "ar"
    case both
  }

  public var request: PlaceReader.Request
  /// Levels shown, from the coarsest down.
  public var levels: [Level]
  public var names: Names
  public var showsZones: Bool
  /// What the names of the appended columns begin with.
  public var prefix: String
  /// One ASCII byte between fields; `nil` to find it.
  public var separator: UInt8?

  public init(
    request: PlaceReader.Request = PlaceReader.Request(), levels: [Level] = Level.allCases,
    names: Names = .none, showsZones: Bool = true, prefix: String = "nuzuh_",
    separator: UInt8? = nil
  ) {
    self.request = request
    self.levels = Set(levels).sorted()
    self.names = names
    self.showsZones = showsZones
    self.prefix = prefix
    self.separator = separator
  }
}
