/// A region's position in its catalogue: 0 is the country, then the levels from the coarsest
/// down, then the zones; within each, in byte order of the ids.
public struct RegionNumber: Hashable, Sendable, Comparable {
  public let value: Int32

  public init(_ value: Int32) {
    self.value = value
  }

  public static let country = RegionNumber(0)

  public static func < (left: RegionNumber, right: RegionNumber) -> Bool {
    left.value < right.value
  }
}

/// All regions of one run: the country, its levels, its zones, and the gazetteer's settlements.
///
/// Immutable, and shared freely between tasks.
public struct RegionCatalog: Sendable {
  /// In the order of their numbers. `regions[0]` is the country and has no outline.
  public let regions: [Region]
  /// In the byte order of their ids.
  public let settlements: [Settlement]
  /// Regions abroad whose names and outlines are known; records placed there are external.
  public let abroad: [Region]

  private let kinship: Kinship
  let zonesByRegion: [[RegionNumber]]
  let touchingZonesByRegion: [[RegionNumber]]

  /// - Parameters:
  ///   - country: the root, with an empty outline, level `country`.
  ///   - regions: regions of the levels and zones, in any order.
  ///   - zoneMembers: for each zone, the regions that it wholly covers (at least its `members`);
  ///     regions below those are added here.
  ///   - zoneOverlaps: for each zone, the regions that it covers in part; regions above those
  ///     are added here.
  /// - Throws: `CatalogError` for a repeated id, an unknown parent, or a parent that is not
  ///   coarser than its child.
  public init(
    country: Region, regions: [Region], settlements: [Settlement] = [], abroad: [Region] = [],
    zoneMembers: [RegionID: [RegionID]] = [:], zoneOverlaps: [RegionID: [RegionID]] = [:]
  ) throws(CatalogError) {
    let sorted = [country] + regions.sorted { Self.order($0) < Self.order($1) }
    let kinship = try Kinship(sorted)
    let zones = Self.zones(of: sorted, kinship, members: zoneMembers)
    let touching = Self.touchingZones(
      covering: zones, of: sorted, kinship, overlaps: zoneOverlaps)
    self.init(
      sorted: sorted, kinship, settlements: settlements.sorted { $0.id < $1.id },
      abroad: abroad.sorted { $0.id < $1.id }, zones: zones, touchingZones: touching)
  }

  /// - Parameters:
  ///   - sorted: in the order of their numbers, the country first.
  ///   - settlements: in the byte order of their ids, as `abroad`.
  init(
    sorted: [Region], _ kinship: Kinship, settlements: [Settlement], abroad: [Region],
    zones: [[RegionNumber]], touchingZones: [[RegionNumber]]
  ) {
    regions = sorted
    self.kinship = kinship
    self.settlements = settlements
    self.abroad = abroad
    zonesByRegion = zones
    touchingZonesByRegion = touchingZones
  }

  public var country: Region { regions[0] }

  public subscript(_ number: RegionNumber) -> Region { regions[Int(number.value)] }

  public func number(of id: RegionID) -> RegionNumber? { kinship.numbers[id] }

  public func settlement(_ id: RegionID) -> Settlement? {
    settlementIndex(of: id).map { settlements[$0] }
  }

  /// The next coarser region; the country is its own parent.
  public func parent(of number: RegionNumber) -> RegionNumber {
    kinship.parents[Int(number.value)]
  }

  /// The regions that name this one as their parent, in byte order of their ids, zones left out.
  public func children(of number: RegionNumber) -> [RegionNumber] {
    kinship.children[Int(number.value)]
  }

  /// The region of `level` that holds `number`, or `nil` where `number` itself is coarser.
  public func ancestor(of number: RegionNumber, at level: Level) -> RegionNumber? {
    kinship.ancestors[Int(number.value) * Level.allCases.count + Int(level.rawValue)]
  }

  /// The smallest region that holds both.
  public func commonAncestor(_ left: RegionNumber, _ right: RegionNumber) -> RegionNumber {
    var left = left
    var right = right
    while left != right {
      let leftLevel = self[left].level ?? .neighborhood
      let rightLevel = self[right].level ?? .neighborhood
      if leftLevel >= rightLevel { left = parent(of: left) }
      if rightLevel >= leftLevel { right = parent(of: right) }
    }
    return left
  }

  /// The regions of one level, in byte order of their ids.
  public func regions(at level: Level) -> [RegionNumber] {
    regions.indices.filter { regions[$0].level == level }.map { RegionNumber(Int32($0)) }
  }

  /// All zones, in byte order of their ids.
  public var zones: [RegionNumber] {
    regions.indices.filter { regions[$0].kind == .zone }.map { RegionNumber(Int32($0)) }
  }
}

/// Why regions do not make a catalogue.
public enum CatalogError: Error, Equatable, CustomStringConvertible {
  case repeatedID(RegionID)
  case unknownParent(RegionID, of: RegionID)
  case parentNotCoarser(RegionID, of: RegionID)

  public var description: String {
    switch self {
    case .repeatedID(let id):
      "two regions have the id \(id); ids must be unique over all layers"
    case .unknownParent(let parent, let id):
      "region \(id) names the parent \(parent), which no layer has; add its layer or correct it"
    case .parentNotCoarser(let parent, let id):
      "region \(id) names the parent \(parent), which is not of a coarser level"
    }
  }
}

extension RegionCatalog {
  private struct SortKey: Comparable {
    let rank: UInt8
    let id: RegionID

    static func < (left: SortKey, right: SortKey) -> Bool {
      left.rank == right.rank ? left.id < right.id : left.rank < right.rank
    }
  }

  private static func order(_ region: Region) -> SortKey {
    SortKey(rank: region.level?.rawValue ?? .max, id: region.id)
  }
}
