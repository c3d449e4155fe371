import LinearPrograms

/// The figures of a stage, those that must be the same taken for one, apart into what rules connect.
///
/// In sparse tables most sums have one part that is not a zero, so that few figures are left.
struct RoundingGroups {
  private(set) var parts: [RoundingPart] = []

  private let table: RoundingTable
  private let multiples: [Int]
  /// By cell: another of its group, in the end the first of it; -1 for what stands already.
  private var above: [Int]

  /// - Parameters:
  ///   - free: the figures that are not settled yet, in the order of the table.
  ///   - multiples: of the others.
  init(_ table: RoundingTable, free: [Int], multiples: [Int]) {
    self.table = table
    self.multiples = multiples
    above = Array(repeating: -1, count: table.cells.count)
    for cell in free { above[cell] = cell }
    let open = table.rules.filter { rule in rule.terms.contains { above[$0.cell] >= 0 } }
    let closed = table.rules.contains { rule in
      rule.terms.allSatisfy { above[$0.cell] < 0 } && !rule.holds(multiples)
    }
    for rule in open where !rule.isBound { joinEqual(rule) }
    connect(free, open.map { reduced($0) })
    // Nothing is left to settle of it, and it does not hold.
    if closed { parts.append(.impossible) }
  }

  private mutating func root(_ cell: Int) -> Int {
    var root = cell
    while above[root] != root { root = above[root] }
    above[cell] = root
    return root
  }

  /// Two figures that differ by nothing are one.
  private mutating func joinEqual(_ rule: RoundingTable.Rule) {
    guard rule.terms.count(where: { above[$0.cell] >= 0 }) <= 3 else { return }
    let row = reduced(rule)
    guard row.right == 0, row.terms.count == 2, row.terms[0].factor == -row.terms[1].factor,
      abs(row.terms[0].factor) == 1
    else { return }
    let cells = [row.terms[0].cell, row.terms[1].cell].sorted()
    let (kept, gone) = (table.cells[cells[0]], table.cells[cells[1]])
    guard kept.lower == gone.lower, kept.upper == gone.upper else { return }
    above[cells[1]] = cells[0]
  }

  /// A rule of what is still free; the first figure of each group stands for it.
  private mutating func reduced(_ rule: RoundingTable.Rule) -> RoundingPart.Row {
    var right = 0
    var terms: [RoundingTable.Rule.Term] = []
    for term in rule.terms {
      if above[term.cell] < 0 {
        right -= term.factor * multiples[term.cell]
      } else {
        terms.append(RoundingTable.Rule.Term(root(term.cell), times: term.factor))
      }
    }
    terms.sort { $0.cell < $1.cell }
    var merged: [RoundingTable.Rule.Term] = []
    for term in terms {
      if let last = merged.last, last.cell == term.cell {
        merged[merged.count - 1] = RoundingTable.Rule.Term(
          term.cell, times: last.factor + term.factor)
      } else {
        merged.append(term)
      }
    }
    merged.removeAll { $0.factor == 0 }
    return RoundingPart.Row(terms: merged, right: right, isBound: rule.isBound)
  }

  // MARK: - Parts

  private mutating func connect(_ free: [Int], _ rows: [RoundingPart.Row]) {
    var members: [[Int]] = Array(repeating: [], count: above.count)
    for cell in free { members[root(cell)].append(cell) }
    var joined = JoinedCells(count: above.count)
    for row in rows {
      for term in row.terms.dropFirst() { joined.join(row.terms[0].cell, term.cell) }
    }
    let firsts = joined.firsts()
    var numbers = Array(repeating: -1, count: above.count)
    for group in free where above[group] == group {
      let first = firsts[group]
      if numbers[first] < 0 {
        numbers[first] = parts.count
        parts.append(RoundingPart())
      }
      var kind = table.cells[group]
      kind.stage = members[group].map { table.cells[$0].stage }.min() ?? kind.stage
      parts[numbers[first]].add(group, kind, members[group])
    }
    for row in rows {
      guard let cell = row.terms.first?.cell else {
        if row.isBound ? row.right > 0 : row.right != 0 { parts.append(.impossible) }
        continue
      }
      parts[numbers[firsts[cell]]].add(row)
    }
  }
}
