extension OpenSystem {
  /// Passes over all rows before bounds that creep on are left to the linear programs.
  private static let mostPasses = 40

  /// Tightens every bound by what the other variables of a row leave; answers whether there was
  /// anything to tighten.
  mutating func propagate() throws(WithholdingError) -> Bool {
    var hasMoved = false
    for _ in 0..<OpenSystem.mostPasses {
      var isChanged = false
      for row in rows.indices { isChanged = try propagate(rows[row]) || isChanged }
      if !isChanged { return hasMoved }
      hasMoved = true
    }
    return false
  }

  /// A sum of bounds, of which some may be none.
  private struct Total {
    var sum = 0
    var endless = 0

    mutating func add(_ bound: Int, _ factor: Int, _ sign: Int) {
      if abs(bound) >= OpenSystem.end {
        endless += sign
      } else {
        sum += sign * bound * factor
      }
    }

    /// The sum without one of its bounds; `nil` where another one is none.
    func without(_ bound: Int, _ factor: Int) -> Int? {
      var rest = self
      rest.add(bound, factor, -1)
      return rest.endless == 0 ? rest.sum : nil
    }
  }

  private mutating func propagate(_ row: Row) throws(WithholdingError) -> Bool {
    var (least, most) = (Total(), Total())
    for term in row.terms {
      let isUp = term.factor > 0
      least.add(isUp ? lower[term.variable] : upper[term.variable], term.factor, 1)
      most.add(isUp ? upper[term.variable] : lower[term.variable], term.factor, 1)
    }
    var isChanged = false
    for term in row.terms {
      let (low, high) = (lower[term.variable], upper[term.variable])
      let isUp = term.factor > 0
      // factor · x = right − rest lies between these two.
      let top = least.without(isUp ? low : high, term.factor).map { row.right - $0 }
      let bottom = most.without(isUp ? high : low, term.factor).map { row.right - $0 }
      if let bound = isUp ? top : bottom {
        let value = OpenSystem.floor(bound, term.factor)
        isChanged = try lower(term.variable, to: value) || isChanged
      }
      if let bound = isUp ? bottom : top {
        let value = -OpenSystem.floor(-bound, term.factor)
        isChanged = try raise(term.variable, to: value) || isChanged
      }
    }
    return isChanged
  }

  private static func floor(_ number: Int, _ divisor: Int) -> Int {
    let quotient = number / divisor
    let isBelow = (number % divisor != 0) && ((number < 0) != (divisor < 0))
    return isBelow ? quotient - 1 : quotient
  }
}
