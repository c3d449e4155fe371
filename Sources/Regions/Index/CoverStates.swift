/// The sets of regions that cover some point, each kept once, with what P2 makes of it.
///
/// State 0 is the empty set. Crossing an edge leads from one state to another.
struct CoverStates: Sendable {
  let rule: ChainRule
  private(set) var locations: [RegionIndex.Location] = []
  var zones = ZoneSets()
  private(set) var starts: [Int] = [0]
  private(set) var regions: [Int32] = []
  private var numbers: [[Int32]: Int32] = [:]
  private var steps: [UInt64: Int32] = [:]

  init(_ rule: ChainRule) {
    self.rule = rule
    _ = insert([])
  }

  /// States as they were written: each is the regions between two of `starts`.
  init(_ rule: ChainRule, zones: ZoneSets, starts: [Int], regions: [Int32]) {
    self.rule = rule
    self.zones = zones
    self.starts = starts
    self.regions = regions
    locations = (1..<starts.count).map { end in
      location(covering: Array(regions[starts[end - 1]..<starts[end]]))
    }
  }

  var count: Int { locations.count }

  /// The regions of a state in the order of their numbers.
  subscript(state: Int32) -> ArraySlice<Int32> {
    regions[starts[Int(state)]..<starts[Int(state) + 1]]
  }

  /// The state beyond an edge.
  mutating func step(from state: Int32, across kind: Int32, of kinds: BorderKinds) -> Int32 {
    let key = UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: kind))
    if let known = steps[key] { return known }
    let crossed = kinds[kind].filter(\.separates).map(\.region)
    let number = insert(Self.symmetricDifference(self[state], crossed))
    steps[key] = number
    return number
  }

  /// What covers a point of no state's: one that lies on an edge.
  func location(covering: [Int32]) -> RegionIndex.Location {
    let choice = rule.choice(among: covering)
    return RegionIndex.Location(
      region: choice.region, ties: choice.ties,
      zoneSet: zones.number(of: Array(covering[choice.leveled...])))
  }

  /// Gives up what only building needs.
  mutating func close() {
    numbers = [:]
    steps = [:]
  }

  private mutating func insert(_ covering: [Int32]) -> Int32 {
    if let known = numbers[covering] { return known }
    let number = Int32(count)
    numbers[covering] = number
    regions += covering
    starts.append(regions.count)
    let choice = rule.choice(among: covering)
    locations.append(
      RegionIndex.Location(
        region: choice.region, ties: choice.ties,
        zoneSet: zones.insert(Array(covering[choice.leveled...]))))
    return number
  }

  /// What is in one of two ascending lists only, ascending.
  static func symmetricDifference(
    _ left: some Sequence<Int32>, _ right: some Sequence<Int32>
  ) -> [Int32] {
    var result: [Int32] = []
    var left = left.makeIterator()
    var right = right.makeIterator()
    var one = left.next()
    var other = right.next()
    while one != nil || other != nil {
      if one == other {
        one = left.next()
        other = right.next()
      } else if let value = one, value < other ?? .max {
        result.append(value)
        one = left.next()
      } else if let value = other {
        result.append(value)
        other = right.next()
      }
    }
    return result
  }
}
