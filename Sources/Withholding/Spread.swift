import LinearPrograms

/// Tables of whole numbers around one that is known, as far apart in every figure as is asked.
///
/// Each is the answer to a linear program that pulls some figures up and others down, at random,
/// checked exactly. Most figures range widely after a dozen of them; those that do not are pulled
/// one by one.
struct Spread {
  let component: OpenComponent
  let form: InnerForm
  let start: [Int]
  private(set) var lowest: [Int]
  private(set) var highest: [Int]

  init(_ component: OpenComponent, _ form: InnerForm, start: [Int]) {
    self.component = component
    self.form = form
    self.start = start
    lowest = start
    highest = start
  }

  func isWide(_ variable: Int) -> Bool {
    highest[variable] - lowest[variable] >= component.widths[variable]
  }

  var narrow: [Int] { component.origin.indices.filter { !isWide($0) } }

  /// Takes another table of the same component into account.
  mutating func record(_ table: [Int]) {
    for variable in table.indices {
      lowest[variable] = min(lowest[variable], table[variable])
      highest[variable] = max(highest[variable], table[variable])
    }
  }

  /// How many programs are solved at the same time: always as many, so that what is found does
  /// not depend on the number of threads.
  private static let atOnce = 2
  private static let mostTurns = 24

  /// Pulls all narrow figures together.
  mutating func pullTogether(_ budget: inout Int) throws {
    var random = SplitMix(seed: 7)
    var idle = 0
    for _ in 0..<Spread.mostTurns where budget > 0 && idle < 2 {
      let targets = narrow
      if targets.count < 2 { return }
      let patterns = (0..<Spread.atOnce).map { _ in
        targets.map { pull($0, &random) }
      }
      let known = self
      let share = budget / patterns.count
      let results = try patterns.atOnce { pulls in
        var left = share
        var program = try ChangeProgram(known.component, known.form, known.start, isBoxed: true)
        return (table: try program.table(pulling: pulls, &left), used: share - left)
      }
      for result in results {
        budget -= result.used
        if let table = result.table { record(table) }
      }
      idle = targets.contains(where: isWide) ? 0 : idle + 1
    }
  }

  /// Towards the side where less has been reached; a side at random to begin with.
  private func pull(_ variable: Int, _ random: inout SplitMix) -> ChangeProgram.Pull {
    let up = highest[variable] - start[variable]
    let down = start[variable] - lowest[variable]
    let isUp = up == down ? random.next() & 1 == 0 : up < down
    // Pulls of the same strength stand against one another at a corner of fractions.
    let strength = 1 + Double(random.next() % 1024) / 4096
    let share = strength / Double(max(1, form.sums[variable].terms.count))
    return ChangeProgram.Pull(variable: variable, strength: isUp ? share : -share)
  }

  private static let batch = 16

  /// Pulls each narrow figure by itself.
  mutating func pullApart(_ budget: inout Int) throws {
    let targets = narrow
    let batches = stride(from: 0, to: targets.count, by: Spread.batch).map {
      Array(targets[$0..<min(targets.count, $0 + Spread.batch)])
    }
    for turn in stride(from: 0, to: batches.count, by: Spread.atOnce) where budget > 0 {
      let known = self
      let chosen = Array(batches[turn..<min(batches.count, turn + Spread.atOnce)])
      let share = budget / chosen.count
      let results = try chosen.atOnce { batch in
        var (spread, left) = (known, share)
        try spread.pullApart(batch, &left)
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
    _ batch: [Int], _ budget: inout Int
  ) throws(LinearProgramError) {
    if batch.allSatisfy(isWide) { return }
    var program = try ChangeProgram(component, form, start, isBoxed: true)
    for variable in batch {
      for direction in [1.0, -1] where !isWide(variable) && budget > 0 {
        let pull = ChangeProgram.Pull(variable: variable, strength: direction)
        if let table = try program.table(pulling: [pull], &budget) { record(table) }
      }
    }
  }
}
