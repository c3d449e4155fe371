public import Regions

/// Where a place was found to be (rule P1): one node for all levels at once, because the
/// regions of a record form one chain of parents.
public struct Placement: Hashable, Sendable {
  public enum Node: Hashable, Sendable {
    /// The finest region, or the country, that surely holds the record.
    case region(RegionNumber)
    /// A place abroad: ISO 3166-1 alpha-3, or `ABROAD`.
    case external(String)
    /// A point beyond every region and the snap distance.
    case outside
    /// No usable place.
    case unplaced
  }

  public var node: Node
  /// Zones that surely hold the record.
  public var zones: [RegionNumber]
  /// Zones that may hold it: they cover part of the area it is known to.
  public var possibleZones: [RegionNumber]
  /// Bit `1 << level` where several regions of the level cover the point (P2).
  public var ties: UInt8
  /// Bit `1 << level` where the point was moved into the nearest region (P3).
  public var snapped: UInt8
  /// The regions of a set without a split (P7), in byte order; else empty.
  public var set: [RegionID]

  public init(
    _ node: Node, zones: [RegionNumber] = [], possibleZones: [RegionNumber] = [],
    ties: UInt8 = 0, snapped: UInt8 = 0, set: [RegionID] = []
  ) {
    self.node = node
    self.zones = zones
    self.possibleZones = possibleZones
    self.ties = ties
    self.snapped = snapped
    self.set = set
  }

  /// The region the record counts in at a level, or `nil` where it is not known that well.
  public func region(at level: Level, in catalog: RegionCatalog) -> RegionNumber? {
    guard case .region(let number) = node else { return nil }
    return catalog.ancestor(of: number, at: level)
  }

  /// Keeps only the bits of levels that the node still reaches.
  mutating func cut(to level: Level) {
    let mask = UInt8(truncatingIfNeeded: (1 << (Int(level.rawValue) + 1)) - 1)
    ties &= mask
    snapped &= mask
  }
}
