import LinearPrograms

/// Variables that rows connect, numbered anew, with all of their rows.
struct OpenComponent: Sendable {
  /// The variables of the whole system that they are.
  private(set) var origin: [Int] = []
  private(set) var lower: [Int] = []
  private(set) var upper: [Int] = []
  /// For each variable, whether it has an upper bound that no row says.
  private(set) var isCapped: [Bool] = []
  private(set) var rows: [OpenSystem.Row] = []
  /// For each variable, the rows that it is in.
  private(set) var rowsOf: [[Int32]] = []
  /// For each variable, how far it must range; 0 where nobody asks.
  var widths: [Int] = []

  /// Whether the numbers hold every row and bound: exact.
  func holds(_ values: [Int]) -> Bool {
    values.indices.allSatisfy { lower[$0] <= values[$0] && values[$0] <= upper[$0] }
      && rows.allSatisfy { row in
        row.terms.reduce(0) { $0 + $1.factor * values[$1.variable] } == row.right
      }
  }
}

extension OpenSystem {
  /// - Parameter widths: by variable, how far it must range.
  func components(_ widths: [Int]) -> [OpenComponent] {
    var joined = JoinedCells(count: lower.count)
    for row in rows {
      for term in row.terms.dropFirst() { joined.join(row.terms[0].variable, term.variable) }
    }
    let firsts = joined.firsts()
    var number: [Int: Int] = [:]
    var position = firsts
    var components: [OpenComponent] = []
    for variable in lower.indices where variableOfCell[variable] == variable {
      guard !isSettled(variable) else { continue }
      let first = firsts[variable]
      let component = number[first] ?? components.count
      if component == components.count {
        number[first] = component
        components.append(OpenComponent())
      }
      position[variable] = components[component].add(
        variable, lower[variable]...upper[variable], isCapped[variable], widths[variable])
    }
    for row in rows {
      guard let component = number[firsts[row.terms[0].variable]] else { continue }
      components[component].add(
        Row(
          terms: row.terms.map { Term(variable: position[$0.variable], factor: $0.factor) },
          right: row.right))
    }
    return components
  }
}

extension OpenComponent {
  fileprivate mutating func add(
    _ variable: Int, _ range: ClosedRange<Int>, _ isCapped: Bool, _ width: Int
  ) -> Int {
    origin.append(variable)
    lower.append(range.lowerBound)
    upper.append(range.upperBound)
    self.isCapped.append(isCapped)
    widths.append(width)
    rowsOf.append([])
    return origin.count - 1
  }

  fileprivate mutating func add(_ row: OpenSystem.Row) {
    for term in row.terms { rowsOf[term.variable].append(Int32(rows.count)) }
    rows.append(row)
  }
}
