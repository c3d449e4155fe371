import LinearPrograms

/// Tables of whole numbers around one that is known, as far apart in every figure as is asked.
///
/// Each is the answer to a linear program that pulls some figures up and others down, at random,
/// checked exactly. Most figures range widely after a few of them; the others are pulled one by
/// one, with the figures around them.
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

  // MARK: - Together

  /// How many programs are solved at the same time: always as many, so that what is found does
  /// not depend on the number of threads.
  private static let atOnce = 2
  private static let mostTurns = 8
  /// What is not found whole after as many programs costs less in small blocks.
  private static let mostPrograms = 32

  /// Pulls all narrow figures together, as long as that makes many of them wide.
  mutating func pullTogether(_ budget: inout Int) throws {
    var random = SplitMix(seed: 7)
    for _ in 0..<Spread.mostTurns where budget > 0 {
      let targets = narrow
      if targets.count < 32 { return }
      let patterns = (0..<Spread.atOnce).map { _ in targets.map { pull($0, &random) } }
      let (known, share) = (self, min(Spread.mostPrograms, budget / Spread.atOnce))
      let results = try patterns.atOnce { pulls in
        var left = share
        var program = try ChangeProgram(
          known.component, known.form, known.start, known.form.whole, .boxed)
        return (table: try program.table(pulling: pulls, &left), used: share - left)
      }
      for result in results {
        budget -= result.used
        if let table = result.table { record(table) }
      }
      if 2 * targets.count(where: isWide) < targets.count { return }
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

  // MARK: - Apart

  /// As many figures as are pulled before what was found is looked at.
  private static let batch = 32

  /// Pulls each narrow figure by itself, in a block of about `size` inner variables around it.
  mutating func pullApart(size: Int, _ budget: inout Int) throws {
    let targets = narrow
    var finder = BlockFinder(form)
    for first in stride(from: 0, to: targets.count, by: Spread.batch) where budget > 0 {
      let chosen = targets[first..<min(targets.count, first + Spread.batch)]
        .filter { !isWide($0) }
        .map { (variable: $0, block: finder.around($0, size: size)) }
      let (known, share) = (self, min(2 * Spread.mostPrograms, max(1, budget / Spread.batch)))
      let results = try chosen.atOnce { variable, block in
        var (spread, left) = (known, share)
        let tables = try spread.pull(variable, block, &left)
        return (tables: tables, used: share - left)
      }
      for result in results {
        budget -= result.used
        for table in result.tables { record(table) }
      }
    }
  }

  private mutating func pull(
    _ variable: Int, _ block: InnerForm.Block, _ budget: inout Int
  ) throws(LinearProgramError) -> [[Int]] {
    var program = try ChangeProgram(component, form, start, block, .thrifty)
    var tables: [[Int]] = []
    for direction in [1.0, -1] where !isWide(variable) && budget > 0 {
      let pull = ChangeProgram.Pull(variable: variable, strength: direction)
      guard let table = try program.table(pulling: [pull], &budget) else { continue }
      record(table)
      tables.append(table)
    }
    return tables
  }
}
