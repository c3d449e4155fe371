import LinearPrograms

/// Tables of whole numbers around one that is known, as far apart in every figure as is asked.
///
/// Each is the answer to linear programs that pull some figures up and others down, at random,
/// checked exactly. Most figures range widely after a few of them; the others are pulled one by
/// one. Every program has only some hundred figures that lie near one another: a program over all
/// of them takes time with the square of how many they are, and finds little more.
struct Spread {
  let component: OpenComponent
  let form: InnerForm
  let start: [Int]
  private(set) var lowest: [Int]
  private(set) var highest: [Int]
  private var finder: BlockFinder

  init(_ component: OpenComponent, _ form: InnerForm, start: [Int]) {
    self.component = component
    self.form = form
    self.start = start
    lowest = start
    highest = start
    finder = BlockFinder(form)
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

  private mutating func record(_ change: TableChange) {
    for (variable, amount) in zip(change.variables, change.amounts) {
      lowest[variable] = min(lowest[variable], start[variable] + amount)
      highest[variable] = max(highest[variable], start[variable] + amount)
    }
  }

  // MARK: - Together

  private static let mostTurns = 32
  /// How many inner figures are pulled in one program.
  private static let blockSize = 200
  /// How many figures a program must make wide for another turn: one alone makes one wide, and costs
  /// a quarter.
  private static let leastGain = 4
  /// What is not found whole after as many programs costs less in small blocks.
  private static let mostPrograms = 32

  /// Pulls all narrow figures together, as long as that makes many of them wide, each time from
  /// another one on.
  ///
  /// The blocks of one turn have nothing in common, so that all of their changes together are one
  /// table.
  mutating func pullTogether(_ budget: inout Int) throws {
    var random = SplitMix(seed: 7)
    for _ in 0..<Spread.mostTurns where budget > 0 {
      let targets = narrow
      if targets.count < 32 { return }
      let strengths = pulls(targets, &random)
      let first = Int(random.next() % UInt64(targets.count))
      let turned = Array(targets[first...] + targets[..<first])
      let blocks = finder.apart(turned, size: Spread.blockSize)
      let share = min(Spread.mostPrograms, max(1, budget / blocks.count))
      let (component, form, start) = (component, form, start)
      let results = try blocks.atOnce { block in
        var left = share
        var program = try ChangeProgram(component, form, start, block, .boxed)
        let steps = try program.steps(pulling: block.inner.map { strengths[$0] }, &left)
        return (steps: steps.flatMap { form.isEven($0) ? $0 : nil } ?? [], used: share - left)
      }
      var inner = form.inner.map { start[$0] }
      for result in results {
        budget -= result.used
        for step in result.steps { inner[step.inner] += step.amount }
      }
      let table = form.values(inner)
      if component.holds(table) { record(table) }
      if targets.count(where: isWide) < Spread.leastGain * blocks.count { return }
    }
  }

  /// By inner figure, how strongly it is pulled: each target towards the side where less has been
  /// reached, a side at random to begin with.
  private func pulls(_ targets: [Int], _ random: inout SplitMix) -> [Double] {
    var strengths = Array(repeating: 0.0, count: form.inner.count)
    for variable in targets {
      let up = highest[variable] - start[variable]
      let down = start[variable] - lowest[variable]
      let isUp = up == down ? random.next() & 1 == 0 : up < down
      // Pulls of the same strength stand against one another at a corner of fractions.
      let strength = 1 + Double(random.next() % 1024) / 4096
      let terms = form.sums[variable].terms
      let share = (isUp ? strength : -strength) / Double(max(1, terms.count))
      for term in terms { strengths[Int(term.inner)] += share * Double(term.factor) }
    }
    return strengths
  }

  // MARK: - Apart

  /// As many figures as are pulled before what was found is looked at.
  private static let batch = 32

  /// Pulls each narrow figure by itself, in a block of about `size` inner variables around it.
  mutating func pullApart(size: Int, _ budget: inout Int) throws {
    let targets = narrow
    for first in stride(from: 0, to: targets.count, by: Spread.batch) where budget > 0 {
      let chosen = targets[first..<min(targets.count, first + Spread.batch)]
        .filter { !isWide($0) }
        .map { Target(variable: $0, block: finder.around($0, size: size)) }
      let (known, share) = (self, min(2 * Spread.mostPrograms, max(1, budget / Spread.batch)))
      let results = try chosen.atOnce { target in
        var left = share
        let changes = try known.pull(target, &left)
        return (changes: changes, used: share - left)
      }
      for result in results {
        budget -= result.used
        for change in result.changes { record(change) }
      }
    }
  }

  private struct Target {
    let variable: Int
    let block: InnerForm.Block
  }

  /// Up, and down where that is not enough.
  private func pull(_ target: Target, _ budget: inout Int) throws -> [TableChange] {
    let variable = target.variable
    var program = try ChangeProgram(component, form, start, target.block, .thrifty)
    var changes: [TableChange] = []
    var (low, high) = (lowest[variable], highest[variable])
    for direction in [1.0, -1] where high - low < component.widths[variable] && budget > 0 {
      let strengths = form.strengths(pulling: variable, direction, in: target.block)
      guard let steps = try program.steps(pulling: strengths, &budget),
        let change = form.change(component, start, by: steps)
      else { continue }
      let value = start[variable] + change.amount(of: variable)
      (low, high) = (min(low, value), max(high, value))
      changes.append(change)
    }
    return changes
  }
}
