import LinearPrograms

/// Tables of whole numbers around one that is known, as far apart in every figure as is asked.
///
/// Each is the known table with a change that keeps all rows. Changes are sought in blocks of
/// near variables, many figures at once: a linear program pulls some up and others down at random,
/// what is connected in its answer is a change by itself, and each of those that is in whole
/// numbers counts, checked exactly.
struct Spread {
  let component: OpenComponent
  let start: [Int]
  private(set) var lowest: [Int]
  private(set) var highest: [Int]
  private var finder: BlockFinder

  init(_ component: OpenComponent, start: [Int]) {
    self.component = component
    self.start = start
    lowest = start
    highest = start
    finder = BlockFinder(component)
  }

  func isWide(_ variable: Int) -> Bool {
    highest[variable] - lowest[variable] >= component.widths[variable]
  }

  var narrow: [Int] { component.origin.indices.filter { !isWide($0) } }

  /// Widens what it can by short moves, each figure in a small block around it.
  mutating func widenByStep(
    size: Int, fan: Int, _ ways: [StepProgram.Way], _ budget: inout Int
  ) throws {
    try widen(&budget, atOnce: 64) { spread, variable, isDone in
      isDone[variable] = true
      return AskedBlock(
        block: spread.finder.around(variable, size: size, fan: fan), asked: [variable])
    } work: { spread, part, left in
      for variable in part.asked { try spread.step(variable, ways, in: part.block, &left) }
    }
  }

  /// Widens what it can in blocks of about `size` variables, each figure in one at least.
  mutating func widen(size: Int, _ budget: inout Int) throws {
    try widen(&budget, atOnce: 8) { spread, variable, isDone in
      let block = spread.finder.around(variable, size: size)
      // Those at the block's edge have less room than there is; they get blocks of their own.
      let near = block.variables.prefix(max(1, block.variables.count / 3))
      let part = AskedBlock(block: block, asked: near.filter { !isDone[$0] })
      for other in near { isDone[other] = true }
      return part
    } work: { spread, part, left in
      try spread.pullApart(part, &left)
    }
  }

  /// A block, and those of its variables that are asked to range further.
  private struct AskedBlock {
    let block: Block
    let asked: [Int]
  }

  /// Some blocks are worked on at the same time, each from what was known before; what is found
  /// does not depend on how many threads there are.
  private mutating func widen(
    _ budget: inout Int, atOnce count: Int,
    block: (inout Spread, Int, inout [Bool]) -> AskedBlock,
    work: @Sendable (inout Spread, AskedBlock, inout Int) throws -> Void
  ) throws {
    var isDone = component.origin.indices.map { isWide($0) }
    var next = 0
    while budget > 0 {
      var blocks: [AskedBlock] = []
      while next < isDone.count, blocks.count < count {
        if !isDone[next] && !isWide(next) { blocks.append(block(&self, next, &isDone)) }
        next += 1
      }
      if blocks.isEmpty { return }
      let known = self
      let share = max(1, budget / blocks.count)
      let results = try blocks.atOnce { part in
        var (spread, left) = (known, share)
        try work(&spread, part, &left)
        return (lowest: spread.lowest, highest: spread.highest, used: share - left)
      }
      for result in results {
        record(result.lowest)
        record(result.highest)
        budget -= result.used
      }
    }
  }

  private mutating func pullApart(
    _ part: AskedBlock, _ budget: inout Int
  ) throws(LinearProgramError) {
    var program = try BlockProgram(component, part.block, start)
    try pullTogether(&program, &budget)
    for variable in part.asked {
      for direction in [1.0, -1] where !isWide(variable) && budget > 0 {
        budget -= 1
        for move in try program.moves(pulling: [(variable, direction)]) { record(move) }
      }
    }
  }

  private static let mostPatterns = 32

  private mutating func pullTogether(
    _ program: inout BlockProgram, _ budget: inout Int
  ) throws(LinearProgramError) {
    var random = SplitMix(seed: 7)
    var idle = 0
    for _ in 0..<Spread.mostPatterns where budget > 0 && idle < 2 {
      let targets = program.variables.filter { !isWide($0) }
      if targets.count < 2 { return }
      let pulls = targets.map { ($0, direction($0, &random)) }
      budget -= 1
      let moves = try program.moves(pulling: pulls)
      for move in moves { record(move) }
      idle = targets.contains(where: isWide) ? 0 : idle + 1
    }
  }

  /// Towards the side where less has been reached; a side at random to begin with.
  private func direction(_ variable: Int, _ random: inout SplitMix) -> Double {
    let up = highest[variable] - start[variable]
    let down = start[variable] - lowest[variable]
    let isUp = up == down ? random.next() & 1 == 0 : up < down
    // Pulls of the same strength stand against one another at a corner of fractions.
    return (isUp ? 1 : -1) * (1 + Double(random.next() % 1024) / 4096)
  }

  /// Looks for a short move of one variable that can be made often enough, or else at all.
  private mutating func step(
    _ variable: Int, _ ways: [StepProgram.Way], in block: Block, _ budget: inout Int
  ) throws(LinearProgramError) {
    let half = max(1, (component.widths[variable] + 1) / 2)
    for (way, times) in ways.map({ ($0, half) }) + ways.dropFirst().map({ ($0, 1) })
    where !isWide(variable) && budget > 0 {
      budget -= 1
      let program = StepProgram(component, block, start, variable, way, times: times)
      if let move = try program.move() { recordMultiples(of: move) }
    }
  }

  /// Takes another table of the same component into account.
  mutating func record(_ table: [Int]) {
    for variable in table.indices {
      lowest[variable] = min(lowest[variable], table[variable])
      highest[variable] = max(highest[variable], table[variable])
    }
  }

  /// Takes a move into account, as often as it fits forwards and as often as it fits backwards.
  private mutating func recordMultiples(of move: VariableMove) {
    let most = component.widths.max() ?? 0
    for sign in [1, -1] {
      var times = most
      for (variable, amount) in zip(move.variables, move.amounts) {
        let room =
          amount * sign > 0
          ? component.upper[variable] - start[variable]
          : start[variable] - component.lower[variable]
        times = min(times, room / abs(amount))
      }
      guard times > 0 else { continue }
      record(
        VariableMove(
          variables: move.variables, amounts: move.amounts.map { $0 * sign * times }))
    }
  }

  mutating func record(_ move: VariableMove) {
    for (variable, amount) in zip(move.variables, move.amounts) {
      lowest[variable] = min(lowest[variable], start[variable] + amount)
      highest[variable] = max(highest[variable], start[variable] + amount)
    }
  }
}

/// Whole numbers added to some variables such that every row still holds.
struct VariableMove {
  var variables: [Int] = []
  var amounts: [Int] = []
}
