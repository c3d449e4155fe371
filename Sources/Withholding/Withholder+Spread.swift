extension Withholder {
  /// How many variables are spread together.
  private static let spreadSize = 600

  /// Proves the range of many withheld figures at once, as far as that goes.
  mutating func spread() throws {
    let system = try OpenSystem(shown())
    var asked = Array(repeating: 0, count: web.nodes.count)
    for node in withheld {
      let variable = system.variableOfCell[node]
      asked[variable] = max(asked[variable], wanted[node])
    }
    var moved = Array(repeating: 0...0, count: web.nodes.count)
    for component in system.components(asked) {
      let start = component.origin.map { web.nodes[$0].value }
      var spread = Spread(component, start: start)
      var left = max(0, budget.mostPrograms - statistics.programs)
      statistics.proofs += left
      try spread.widenTogether(size: Withholder.spreadSize, &left)
      statistics.proofs -= left
      for (position, variable) in component.origin.enumerated() {
        moved[variable] =
          spread.lowest[position] - start[position]...spread.highest[position] - start[position]
      }
    }
    for node in withheld { widths.widen(node, moved[system.variableOfCell[node]]) }
  }

  /// What everybody knows of the nodes.
  private func shown() -> KnownTable {
    var table = KnownTable()
    for (node, figure) in web.nodes.enumerated() {
      let cell: KnownTable.Cell =
        !isHidden[node]
        ? .shown(figure.value)
        : figure.isFigure ? .withheld(least: figure.least) : .unknown(least: figure.least)
      _ = table.add(cell)
    }
    for sum in web.sums { table.tie(Int(sum.parent), toSumOf: sum.parts.map(Int.init)) }
    return table
  }
}
