/// Which variables of a component are sums of others, by which row, and in what order they can be
/// worked out.
///
/// A variable is taken for a sum only where its bounds say nothing that those of its parts do not
/// say already; the others are inner.
struct InnerOrder {
  /// Parts before sums.
  private(set) var variables: [Int] = []
  /// By variable; `nil` for inner ones.
  private(set) var definition: [Int?]

  private struct Candidate {
    let variable: Int
    let row: Int
    var missing: Int
  }

  private var candidates: [Candidate] = []
  /// By variable, the candidates that it is a part of.
  private var waiting: [[Int32]]
  private var isReady: [Bool]

  init(_ component: OpenComponent) {
    let count = component.origin.count
    definition = Array(repeating: nil, count: count)
    waiting = Array(repeating: [], count: count)
    isReady = Array(repeating: false, count: count)
    variables.reserveCapacity(count)
    var isSum = isReady
    for row in component.rows.indices {
      for variable in InnerOrder.sums(row, component) {
        isSum[variable] = true
        wait(for: component.rows[row], row, variable)
      }
    }
    for variable in 0..<count where !isSum[variable] { ready(variable, nil) }
    follow(from: 0)
    // What is a sum of itself by some way round starts as an inner one.
    for variable in 0..<count where !isReady[variable] {
      let position = variables.count
      ready(variable, nil)
      follow(from: position)
    }
  }

  /// The variables that the row gives as sums of its others.
  private static func sums(_ row: Int, _ component: OpenComponent) -> [Int] {
    let row = component.rows[row]
    return [1, -1].compactMap { (sign: Int) -> Int? in
      let own = row.terms.filter { $0.factor * sign > 0 }
      guard own.count == 1, own[0].factor == sign, row.terms.count > 1 else { return nil }
      let variable = own[0].variable
      guard !component.isCapped[variable] else { return nil }
      var least = sign * row.right
      for term in row.terms where term.variable != variable {
        guard component.lower[term.variable] > -OpenSystem.end else { return nil }
        least -= sign * term.factor * component.lower[term.variable]
      }
      return least >= component.lower[variable] ? variable : nil
    }
  }

  private mutating func wait(for row: OpenSystem.Row, _ number: Int, _ variable: Int) {
    for term in row.terms where term.variable != variable {
      waiting[term.variable].append(Int32(candidates.count))
    }
    candidates.append(
      Candidate(variable: variable, row: number, missing: row.terms.count - 1))
  }

  private mutating func ready(_ variable: Int, _ row: Int?) {
    isReady[variable] = true
    definition[variable] = row
    variables.append(variable)
  }

  private mutating func follow(from start: Int) {
    var position = start
    while position < variables.count {
      for number in waiting[variables[position]].map(Int.init) {
        candidates[number].missing -= 1
        let candidate = candidates[number]
        if candidate.missing == 0, !isReady[candidate.variable] {
          ready(candidate.variable, candidate.row)
        }
      }
      position += 1
    }
  }
}
