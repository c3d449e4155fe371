/// Finds the regions that cover a point: one a level, and every zone.
///
/// A region covers its interior and its border. Every answer is exact, for every double: it is
/// that of arithmetic without rounding on the vertices as they are given. Immutable, and shared
/// freely between tasks. Takes about as much memory as the outlines, and a megabyte.
public struct RegionIndex: Sendable {
  /// What covers a point.
  public struct Location: Hashable, Sendable {
    /// The finest region of the chain of parents that covers the point, or `nil`.
    public var region: RegionNumber?
    /// Bit `1 << level.rawValue` is set where several regions of that level cover the point (P2).
    public var ties: UInt8
    /// Which zones cover the point: a number for `RegionIndex.zones(in:)`.
    public var zoneSet: Int32

    public init(region: RegionNumber?, ties: UInt8, zoneSet: Int32) {
      self.region = region
      self.ties = ties
      self.zoneSet = zoneSet
    }

    /// Covered by no region and no zone.
    public static let nowhere = Location(region: nil, ties: 0, zoneSet: 0)
  }

  /// A region near a point, and its border's closest point to it.
  public struct Neighbor: Hashable, Sendable {
    public let region: RegionNumber
    public let closest: Coordinate

    public init(region: RegionNumber, closest: Coordinate) {
      self.region = region
      self.closest = closest
    }
  }

  /// How finely the index divides the map. The answers are the same.
  public enum Detail: Sendable, CaseIterable {
    /// For many points: the fastest answers.
    case fine
    /// For up to some hundred thousand points: built several times faster, and answers slower.
    case coarse
  }

  let grid: RegionGrid
  /// For each region the edges of its outline.
  let outlines: [OutlineChunks]

  /// Builds the index; time and memory grow with the number of edges.
  public init(_ catalog: RegionCatalog, detail: Detail = .fine) {
    var builder = GridBuilder(catalog, detail: detail)
    self.init(catalog, builder.build())
  }

  init(_ catalog: RegionCatalog, _ grid: RegionGrid) {
    self.grid = grid
    outlines = catalog.regions.map { OutlineChunks($0.boundary) }
  }

  /// What covers a point (rule P2): from the coarsest level down, each level among the children
  /// of the region just chosen, the one with the smallest id; and all zones.
  ///
  /// Any two doubles are a point; where one is infinite or not a number, nothing covers it.
  public func locate(longitude: Double, latitude: Double) -> Location {
    grid.location(Vertex(x: longitude, y: latitude))
  }

  /// The zones of a set, in byte order of their ids.
  public func zones(in set: Int32) -> [RegionNumber] { grid.states.zones[set] }

  /// How many sets of zones there are, the empty one included: their numbers start at 0.
  public var zoneSetCount: Int { grid.states.zones.count }
}
