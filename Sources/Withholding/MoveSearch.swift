import LinearPrograms

/// Looks for moves through one node inside a neighborhood, by linear programs.
struct MoveSearch: Sendable {
  let web: SumWeb
  /// How far a withheld figure must be able to range at most: k − 1.
  let width: Int

  /// Which figures a cover may lower.
  enum Lowering {
    /// Freely: covers against adding and subtracting only.
    case free
    /// Shown ones that are large enough by one width at most, and withheld ones as if they were.
    case hopeful
    /// Shown ones that are large enough only: covers that hold whatever the withheld figures are.
    case guarded
    /// None: covers that there always are, if the neighborhood is large enough.
    case never
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
      program.price(candidate, at: loss, most: mostLowered(candidate.nodes, isHidden, lowering))
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

  /// Nodes that change alike are lowered together.
  private func mostLowered(
    _ nodes: [Int], _ isHidden: [Bool], _ lowering: Lowering
  ) -> Double {
    let may: Bool
    switch lowering {
    case .free: return .infinity
    case .hopeful: may = nodes.allSatisfy { isHidden[$0] || web.nodes[$0].room >= width }
    case .guarded: may = nodes.allSatisfy { !isHidden[$0] && web.nodes[$0].room >= width }
    case .never: may = false
    }
    return may ? 1 : 0
  }
}
