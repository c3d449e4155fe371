/// Shows again what need not be withheld.
///
/// A figure may be shown if no primary one follows from it. The figures around it settle that
/// alone: take two random changes of the neighborhood that both change the figure. Where they
/// combine into one that leaves the figure as it is and still changes every primary figure that
/// they change, any change of the whole table can be mended in the same way, and no primary
/// figure anywhere loses its freedom.
struct Cleaning: Sendable {
  let web: SumWeb
  private var seen: [Int32]
  private var seenSum: [Int32]
  private var column: [Int32]
  private var rowOf: [Int32]
  private var turn: Int32 = 0

  init(_ web: SumWeb) {
    self.web = web
    seen = Array(repeating: 0, count: web.nodes.count)
    column = seen
    seenSum = Array(repeating: 0, count: web.sums.count)
    rowOf = seenSum
  }

  struct Result: Sendable {
    /// What was looked at; the rest must be looked at by itself.
    var settled: [Int] = []
    /// What of it may be shown, all together.
    var shown: [Int] = []
  }

  /// How many figures are shown at once at most.
  private static let most = 8

  /// Which of some figures may be shown, each beside those before it, as far as the withheld
  /// figures `nodes` around them tell.
  ///
  /// One elimination tells for all of them: of some random changes of the neighborhood, each figure
  /// that is shown takes one away, and what is left of the others are random changes that leave it
  /// as it is.
  mutating func showable(_ figures: [Int], near nodes: [Int]) -> Result {
    number(nodes)
    var result = Result()
    let elimination = SparseElimination(rows: rows(of: nodes), columnCount: nodes.count)
    let primary = nodes.indices.filter { web.nodes[nodes[$0]].isPrimary }
    let count = 2 + min(figures.count, Cleaning.most)
    var changes = (0..<count).map { elimination.kernelVector(seed: 3 + UInt64($0)) }
    for node in figures {
      guard changes.count > 2 else { return result }
      result.settled.append(node)
      guard seen[node] == turn, isLoose(Int(column[node]), primary, changes) else { continue }
      result.shown.append(node)
      Cleaning.hold(Int(column[node]), in: &changes)
    }
    return result
  }

  /// Whether two random changes combine into one that leaves a place as it is and no primary place
  /// that they change.
  private func isLoose(_ place: Int, _ primary: [Int], _ changes: [[UInt64]]) -> Bool {
    let (first, second) = (changes[changes.count - 1], changes[changes.count - 2])
    guard first[place] != 0, second[place] != 0 else { return false }
    return primary.allSatisfy { position in
      first[position] == 0
        || Prime61.multiply(first[position], second[place])
          != Prime61.multiply(second[position], first[place])
    }
  }

  /// Takes the last change away, and makes the others leave a place as it is.
  private static func hold(_ place: Int, in changes: inout [[UInt64]]) {
    let last = changes.removeLast()
    let inverse = Prime61.negate(Prime61.inverse(last[place]))
    for number in changes.indices {
      let factor = Prime61.multiply(changes[number][place], inverse)
      for position in last.indices {
        changes[number][position] = Prime61.add(
          changes[number][position], Prime61.multiply(last[position], factor))
      }
    }
  }

  private mutating func number(_ nodes: [Int]) {
    turn += 1
    for (position, node) in nodes.enumerated() {
      seen[node] = turn
      column[node] = Int32(position)
    }
  }

  /// The sums that any of the nodes is in, with those of its nodes that are among them, in the order
  /// of their columns.
  private mutating func rows(of nodes: [Int]) -> [[SparseElimination.Entry]] {
    var rows: [[SparseElimination.Entry]] = []
    for (position, node) in nodes.enumerated() {
      for sum in web.parentOf[node] { add(position, Prime61.negate(1), Int(sum), &rows) }
      for sum in web.partOf[node] { add(position, 1, Int(sum), &rows) }
    }
    return rows
  }

  private mutating func add(
    _ position: Int, _ value: UInt64, _ sum: Int, _ rows: inout [[SparseElimination.Entry]]
  ) {
    if seenSum[sum] != turn {
      seenSum[sum] = turn
      rowOf[sum] = Int32(rows.count)
      rows.append([])
    }
    rows[Int(rowOf[sum])].append(
      SparseElimination.Entry(column: Int32(position), value: value))
  }
}
