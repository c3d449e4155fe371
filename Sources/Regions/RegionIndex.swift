/// Finds the regions that cover a point: one a level, and every zone.
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

  public init(_ catalog: RegionCatalog) {}

  public func locate(longitude: Double, latitude: Double) -> Location {
    Location(region: nil, ties: 0, zoneSet: 0)
  }

  /// The zones of a set, in byte order of their ids.
  public func zones(in set: Int32) -> [RegionNumber] { [] }

  /// The candidate whose border is nearest to the point, and the point of its border that is
  /// closest; of several equally near, the one with the smallest id. `nil` where none is nearer
  /// than about `meters`; the caller measures the exact distance on the ellipsoid.
  public func nearest(
    to point: Coordinate, among candidates: [RegionNumber], within meters: Double
  ) -> Neighbor? { nil }
}
