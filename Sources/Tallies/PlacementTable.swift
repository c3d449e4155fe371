import Regions

/// Placements as small numbers. The numbers depend on the order of the input and never reach the
/// output.
struct PlacementTable: Sendable {
  private(set) var placements: [Placement] = []
  private var numbers: [Placement: Int32] = [:]
  /// The number of a region and a set of zones, for points that need nothing but the index.
  private var simple: [Int32] = []
  private let zoneSets: Int

  init(regions: Int, zoneSets: Int) {
    self.zoneSets = zoneSets
    // Layers so large that this would take much memory go by the dictionary.
    if regions * zoneSets <= 1 << 22 {
      simple = Array(repeating: -1, count: regions * zoneSets)
    }
  }

  subscript(number: Int32) -> Placement { placements[Int(number)] }

  mutating func number(of placement: Placement) -> Int32 {
    if let known = numbers[placement] { return known }
    let number = Int32(placements.count)
    numbers[placement] = number
    placements.append(placement)
    return number
  }

  @inline(__always)
  mutating func number(
    of region: Int32, zoneSet: Int32, zones: (Int32) -> [RegionNumber]
  ) -> Int32 {
    let position = Int(region) &* zoneSets &+ Int(zoneSet)
    if position < simple.count, simple[position] >= 0 { return simple[position] }
    let number = number(of: Placement(.region(RegionNumber(region)), zones: zones(zoneSet)))
    if position < simple.count { simple[position] = number }
    return number
  }
}
