import LinearPrograms

/// Looks for moves through one node inside a neighborhood, by linear programs.
struct MoveSearch {
  let web: SumWeb
  /// How far a withheld figure must be able to range at most: k − 1.
  let width: Int

  /// How a cover may lower withheld figures.
  enum Lowering {
    /// Freely: covers against adding and subtracting only.
    case free
    /// Primary figures never, others by one width at most: covers that hold whatever the
    /// withheld figures are.
    case guarded
  }

  struct Cover {
    /// `nil` where the solver found no whole numbers; what it hides is hidden all the same.
    let move: Move?
    let loss: Double
    /// What it hides beside what is withheld already.
    let nodes: [Int]
  }

  /// The change by one of a node that hides least more, so that the node is no longer fixed.
  ///
  /// What may be chosen and at what price depends on the structure and on what is primary, never
  /// on a withheld number.
  /// - Parameter fixed: a node that must stay as it is.
  func cover(
    _ node: Int, _ neighborhood: Neighborhood, _ isHidden: [Bool], _ lowering: Lowering,
    fixing fixed: Int? = nil
  ) throws(LinearProgramError) -> Cover? {
    guard let row = neighborhood.row(of: node) else { return nil }
    var program = MoveProgram(neighborhood)
    for (position, candidate) in neighborhood.rows.enumerated() {
      let isFixed = candidate.nodes.contains { $0 == fixed || web.nodes[$0].isKnown }
      if position == row || isFixed {
        program.set(candidate, to: isFixed ? 0 : 1)
        continue
      }
      let loss = candidate.nodes.reduce(0) { $0 + (isHidden[$1] ? 0 : web.nodes[$1].loss) }
      program.price(candidate, at: loss, most: mostLowered(candidate.nodes, lowering))
    }
    guard let values = try program.cheapest() else { return nil }
    return cover(neighborhood, values, isHidden)
  }

  private func cover(
    _ neighborhood: Neighborhood, _ values: ArraySlice<Double>, _ isHidden: [Bool]
  ) -> Cover {
    var (loss, nodes) = (0.0, [Int]())
    for row in neighborhood.rows {
      let amount = row.terms.reduce(0.0) { $0 + Double($1.count) * values[Int($1.inner)] }
      guard abs(amount) > 1e-7 else { continue }
      for node in row.nodes where !isHidden[node] {
        nodes.append(node)
        loss += web.nodes[node].loss
      }
    }
    return Cover(move: Move(neighborhood, values: values), loss: loss, nodes: nodes)
  }

  private func mostLowered(_ nodes: [Int], _ lowering: Lowering) -> Double {
    guard lowering == .guarded else { return .infinity }
    let isAmple = nodes.allSatisfy { !web.nodes[$0].isPrimary && web.nodes[$0].room >= width }
    return isAmple ? 1 : 0
  }

  /// Moves that raise and lower the node as far as one width each, within what is withheld.
  func range(
    _ node: Int, _ neighborhood: Neighborhood, _ isHidden: [Bool], known: ClosedRange<Int>
  ) throws(LinearProgramError) -> [Move] {
    guard let row = neighborhood.row(of: node) else { return [] }
    var program = MoveProgram(neighborhood)
    for (position, candidate) in neighborhood.rows.enumerated() {
      let room = room(candidate.nodes, isHidden)
      let most = isOpen(candidate.nodes, isHidden) ? Double.infinity : 0
      let reach = position == row ? Double(width) : .infinity
      program.bound(candidate, lower: -min(room, reach), upper: min(most, reach))
    }
    var (moves, low, high) = ([Move](), known.lowerBound, known.upperBound)
    var solver = try program.solver()
    let terms = MoveProgram.terms(neighborhood.rows[row].terms)
    for answer in [try solver.maximize(terms), try solver.minimize(terms)] {
      guard case .optimal(let reach, let values) = answer, high - low < width else { continue }
      var found = Move(neighborhood, values: values[..<neighborhood.inner.count])
      if found == nil {
        found = try shortest(node, by: Int(reach.rounded(.towardZero)), neighborhood, isHidden)
      }
      guard let move = found else { continue }
      moves.append(move)
      low = min(low, move.amount(at: node))
      high = max(high, move.amount(at: node))
    }
    return moves
  }

  /// The move by a given amount that changes least: corners of that program are mostly whole
  /// numbers where those of the widest range are not.
  private func shortest(
    _ node: Int, by amount: Int, _ neighborhood: Neighborhood, _ isHidden: [Bool]
  ) throws(LinearProgramError) -> Move? {
    guard amount != 0, let row = neighborhood.row(of: node) else { return nil }
    var program = MoveProgram(neighborhood)
    for (position, candidate) in neighborhood.rows.enumerated() {
      if position == row || !isOpen(candidate.nodes, isHidden) {
        program.set(candidate, to: position == row ? Double(amount) : 0)
      } else {
        program.price(candidate, at: 1, most: room(candidate.nodes, isHidden))
      }
    }
    return try program.cheapest().flatMap { Move(neighborhood, values: $0) }
  }

  private func isOpen(_ nodes: [Int], _ isHidden: [Bool]) -> Bool {
    nodes.allSatisfy { isHidden[$0] }
  }

  /// How far nodes that change alike can be lowered.
  private func room(_ nodes: [Int], _ isHidden: [Bool]) -> Double {
    guard isOpen(nodes, isHidden) else { return 0 }
    return Double(nodes.reduce(Int.max) { min($0, web.nodes[$1].room) })
  }
}
