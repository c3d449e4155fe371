/// Chooses from the regions that cover a point the one that it is counted in (rule P2).
struct ChainRule: Sendable {
  /// For each region its level's number, and `zone` for zones.
  private let levels: [UInt8]
  private let parents: [Int32]
  private static let zone = UInt8.max

  init(_ catalog: RegionCatalog) {
    levels = catalog.regions.map { $0.level?.rawValue ?? Self.zone }
    parents = catalog.regions.indices.map {
      catalog.parent(of: RegionNumber(Int32($0))).value
    }
  }

  func isZone(_ region: Int32) -> Bool { levels[Int(region)] == Self.zone }

  /// What the rule makes of the regions covering a point, zones apart.
  struct Choice {
    var region: RegionNumber?
    var ties: UInt8 = 0
    /// How many of the covering regions belong to levels; the zones come after them.
    var leveled = 0
  }

  /// Goes down level by level, each among the children of the region just chosen. A point on a
  /// border shared by several regions of a level that is reached is a tie of that level.
  ///
  /// - Parameter covering: in the order of their numbers: level by level, then the zones.
  func choice(among covering: some RandomAccessCollection<Int32>) -> Choice {
    var choice = Choice()
    var current = RegionNumber.country.value
    var position = covering.startIndex
    while position < covering.endIndex, levels[Int(covering[position])] != Self.zone {
      let level = levels[Int(covering[position])]
      let rest = covering[position...]
      let alike = rest.prefix { levels[Int($0)] == level }
      choice.leveled += alike.count
      position = alike.endIndex
      guard let first = alike.first(where: { parents[Int($0)] == current }) else { continue }
      current = first
      choice.region = RegionNumber(first)
      if alike.count > 1 { choice.ties |= 1 << level }
    }
    return choice
  }
}
