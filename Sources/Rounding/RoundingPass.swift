/// One attempt to round a table, from the first stage to the last.
struct RoundingPass {
  /// How an attempt goes about it.
  struct Plan {
    /// Which pulls are drawn.
    var draw: Int
    /// How many multiples further than beside them figures may go.
    var reach: Int
    /// Whether all is one stage.
    var isWhole: Bool
    var mostPrograms: Int
  }

  /// By cell; of what is not settled yet the multiple below.
  private(set) var multiples: [Int]
  /// The figures that no multiples were found for.
  private(set) var failed: [Int] = []

  private let table: RoundingTable
  private let plan: Plan
  private var isSettled: [Bool]

  init(_ table: RoundingTable, _ plan: Plan) {
    self.table = table
    self.plan = plan
    multiples = table.cells.map(\.lower)
    isSettled = table.cells.map { $0.isZero || $0.lower == $0.upper && plan.reach == 0 }
  }

  /// Answers whether multiples were found for all.
  mutating func run() throws(RoundingError) -> Bool {
    let last = table.cells.map(\.stage).max() ?? 0
    for stage in plan.isWhole ? last...last : 0...last {
      let free = table.cells.indices.filter { !isSettled[$0] }
      for part in RoundingGroups(table, free: free, multiples: multiples).parts {
        guard try round(part, stage) else { return false }
      }
      for cell in free where table.cells[cell].stage <= stage { isSettled[cell] = true }
    }
    return true
  }

  private mutating func round(_ part: RoundingPart, _ stage: Int) throws(RoundingError) -> Bool {
    guard part.isConsistent else { return fail(part) }
    let isWhole = part.kinds.map { $0.stage <= stage }
    guard isWhole.contains(true) else { return true }
    let pulls = zip(part.kinds, isWhole).map { $1 ? $0.pull(plan.draw) : 0 }
    var search = RoundingSearch(
      part, pulls: pulls, isWhole: isWhole, reach: plan.reach, mostPrograms: plan.mostPrograms)
    guard let found = try search.run() else { return fail(part) }
    for (group, multiple) in found.enumerated() where isWhole[group] {
      for cell in part.cells[group] { multiples[cell] = multiple }
    }
    return true
  }

  private mutating func fail(_ part: RoundingPart) -> Bool {
    failed = part.cells.flatMap { $0 }.sorted()
    return false
  }
}

extension RoundingTable.Cell {
  /// Which way it is pulled, and how strongly: above 0 up, below 0 down. Strengths differ, so that
  /// there is one best table and not several.
  fileprivate func pull(_ attempt: Int) -> Double {
    var random = RoundingRandom(seed: seed &+ UInt64(attempt))
    let isUp = random.unit() < share
    let strength = 1 + random.unit() / 4
    return isUp ? strength : -strength
  }
}

/// SplitMix64, public domain.
private struct RoundingRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// From 0 up to 1.
  mutating func unit() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
  }
}
