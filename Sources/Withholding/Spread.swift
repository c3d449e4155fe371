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

  /// Widens what it can in blocks of about `size` variables, each figure in one at least.
  /// - Parameter isLast: whether to go after single figures with the dearest programs too.
  mutating func widen(
    size: Int, isLast: Bool, _ budget: inout Int
  ) throws(LinearProgramError) {
    var isDone = component.origin.indices.map { isWide($0) }
    for variable in component.origin.indices where !isDone[variable] && !isWide(variable) {
      guard budget > 0 else { return }
      let block = finder.around(variable, size: size)
      var program = try BlockProgram(component, block, start)
      try pullTogether(&program, &budget)
      // Those at the block's edge have less room than there is; they get blocks of their own.
      for near in block.variables.prefix(max(1, block.variables.count / 3)) where !isDone[near] {
        isDone[near] = true
        for direction in [1.0, -1] where !isWide(near) {
          budget -= 1
          for move in try program.moves(pulling: [(near, direction)]) { record(move) }
        }
        if isLast, !isWide(near) { try pull(near, in: block, &budget) }
      }
    }
  }

  /// The same, without going after single figures.
  mutating func widenTogether(
    size: Int, _ budget: inout Int
  ) throws(LinearProgramError) {
    var isDone = component.origin.indices.map { isWide($0) }
    for variable in component.origin.indices where !isDone[variable] && budget > 0 {
      let block = finder.around(variable, size: size)
      for near in block.variables.prefix(max(1, block.variables.count / 3)) { isDone[near] = true }
      var program = try BlockProgram(component, block, start)
      try pullTogether(&program, &budget)
    }
  }

  private static let mostPatterns = 32

  private mutating func pullTogether(
    _ program: inout BlockProgram, _ budget: inout Int
  ) throws(LinearProgramError) {
    var random = SplitMix(seed: 7)
    var idle = 0
    for _ in 0..<Spread.mostPatterns where budget > 0 && idle < 4 {
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

  /// Short moves first: those that change least are mostly whole numbers, and can be made several
  /// times over.
  mutating func pull(
    _ variable: Int, in block: Block, _ budget: inout Int
  ) throws(LinearProgramError) {
    let width = component.widths[variable]
    for times in [(width + 1) / 2, 1] {
      for direction in [1, -1] where !isWide(variable) && budget > 0 {
        budget -= 1
        let program = try StepProgram(
          component, block, start, variable, direction: direction, times: times)
        if let move = try program.move() { record(move) }
      }
    }
  }

  /// Takes another table of the same component into account.
  mutating func record(_ table: [Int]) {
    for variable in table.indices {
      lowest[variable] = min(lowest[variable], table[variable])
      highest[variable] = max(highest[variable], table[variable])
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
