/// The variables of a component in terms of its inner ones, which are no sums of others.
///
/// Most variables of a sparse table are sums, and most rows say of what. Put in, they leave few
/// rows between the inner variables: what remains of the sums that are shown. Linear programs over
/// them are smaller by far, and say the same.
struct InnerForm: Sendable {
  struct Term: Hashable, Sendable {
    var inner: Int32
    var factor: Int
  }

  /// A row or a variable that an inner variable is in, and how often.
  struct Share: Hashable, Sendable {
    var of: Int32
    var factor: Int
  }

  /// `terms + constant` for a variable; `terms + constant = 0` for a row.
  struct Sum: Hashable, Sendable {
    var terms: [Term] = []
    var constant = 0

    func value(_ inner: [Int]) -> Int {
      terms.reduce(constant) { $0 + $1.factor * inner[Int($1.inner)] }
    }

    /// Whether values of it, and sums of many like it, stay far from what a whole number holds. Sums
    /// of sums of the same figures over and over do not.
    fileprivate var isSmall: Bool {
      abs(constant) < OpenSystem.end && terms.allSatisfy { abs($0.factor) < 1 << 10 }
    }
  }

  /// The inner variables, as variables of the component.
  private(set) var inner: [Int] = []
  /// By variable of the component.
  private(set) var sums: [Sum]
  /// What the inner variables must hold.
  private(set) var rows: [Sum] = []
  /// By inner variable, the rows that it is in, short ones first.
  private(set) var rowsOf: [[Share]] = []
  /// By inner variable, the variables of the component that it is in, itself among them.
  private(set) var sumsOf: [[Share]] = []

  init(_ component: OpenComponent) {
    let order = InnerOrder(component)
    sums = Array(repeating: Sum(), count: component.origin.count)
    var adder = InnerAdder()
    var used = Set<Int>()
    for variable in order.variables {
      if let row = order.definition[variable] {
        let sum = adder.sum(component.rows[row], of: variable, sums)
        if sum.isSmall {
          sums[variable] = sum
          used.insert(row)
          continue
        }
      }
      sums[variable] = Sum(terms: [Term(inner: Int32(inner.count), factor: 1)])
      inner.append(variable)
      adder.addInner()
    }
    var known = Set<Sum>()
    for (position, row) in component.rows.enumerated() where !used.contains(position) {
      let sum = adder.sum(row, of: nil, sums)
      guard !sum.terms.isEmpty || sum.constant != 0, known.insert(sum).inserted else { continue }
      rows.append(sum)
    }
    let byLength = rows.indices.sorted { (rows[$0].terms.count, $0) < (rows[$1].terms.count, $1) }
    rowsOf = shares(in: rows, byLength)
    sumsOf = shares(in: sums, Array(sums.indices))
  }

  private func shares(in sums: [Sum], _ order: [Int]) -> [[Share]] {
    var shares: [[Share]] = Array(repeating: [], count: inner.count)
    for number in order {
      for term in sums[number].terms {
        shares[Int(term.inner)].append(Share(of: Int32(number), factor: term.factor))
      }
    }
    return shares
  }

  /// The values of all variables of the component.
  func values(_ inner: [Int]) -> [Int] { sums.map { $0.value(inner) } }
}

/// Adds up sums of inner variables; keeps its scratch memory from one to the next.
private struct InnerAdder {
  private var tally: [Int] = []
  private var isTouched: [Bool] = []

  mutating func addInner() {
    tally.append(0)
    isTouched.append(false)
  }

  /// What a row says of a variable; without one, the row itself, so that its first factor is above
  /// 0.
  mutating func sum(
    _ row: OpenSystem.Row, of variable: Int?, _ sums: [InnerForm.Sum]
  ) -> InnerForm.Sum {
    let own = row.terms.first { $0.variable == variable }?.factor ?? -1
    var touched: [Int32] = []
    // own · variable = right − others, where own is 1 or −1.
    var constant = own * row.right
    for term in row.terms where term.variable != variable {
      let factor = -own * term.factor
      constant += factor * sums[term.variable].constant
      for part in sums[term.variable].terms {
        let inner = Int(part.inner)
        if !isTouched[inner] {
          isTouched[inner] = true
          touched.append(part.inner)
        }
        tally[inner] += factor * part.factor
      }
    }
    touched.sort()
    var terms: [InnerForm.Term] = []
    for inner in touched {
      let factor = tally[Int(inner)]
      if factor != 0 { terms.append(InnerForm.Term(inner: inner, factor: factor)) }
      tally[Int(inner)] = 0
      isTouched[Int(inner)] = false
    }
    guard variable == nil, let first = terms.first, first.factor < 0 else {
      return InnerForm.Sum(terms: terms, constant: constant)
    }
    let turned = terms.map { InnerForm.Term(inner: $0.inner, factor: -$0.factor) }
    return InnerForm.Sum(terms: turned, constant: -constant)
  }
}
