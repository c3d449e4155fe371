/// The sets of zones that can cover a point, each kept once; set 0 is the empty one.
struct ZoneSets: Sendable {
  private(set) var sets: [[RegionNumber]] = [[]]
  private var numbers: [[Int32]: Int32] = [[]: 0]

  var count: Int { sets.count }

  subscript(set: Int32) -> [RegionNumber] {
    sets.indices.contains(Int(set)) ? sets[Int(set)] : []
  }

  /// The number of a set, which is added where it is new.
  mutating func insert(_ zones: [Int32]) -> Int32 {
    if let known = numbers[zones] { return known }
    let number = Int32(sets.count)
    numbers[zones] = number
    sets.append(zones.map { RegionNumber($0) })
    return number
  }

  /// The number of a set; where it was never inserted, that of the largest part of it, from the
  /// first zone on, that was.
  func number(of zones: [Int32]) -> Int32 {
    var zones = zones
    while true {
      if let known = numbers[zones] { return known }
      zones.removeLast()
    }
  }
}
