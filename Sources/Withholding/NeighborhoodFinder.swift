/// Finds neighborhoods; keeps its scratch memory from one to the next.
struct NeighborhoodFinder: Sendable {
  let web: SumWeb
  private var seen: [Int32]
  private var slot: [Int32]
  private var turn: Int32 = 0
  private var expressions: [[Neighborhood.Term]] = []
  private var tally: [Int32] = []

  init(_ web: SumWeb) {
    self.web = web
    seen = Array(repeating: 0, count: web.nodes.count)
    slot = Array(repeating: -1, count: web.nodes.count)
  }

  /// The nearest inner nodes of a node, about `size`, with all that they add up to.
  ///
  /// - Parameter isHidden: withheld nodes are nearer than shown ones.
  mutating func around(_ node: Int, size: Int, isHidden: [Bool]) -> Neighborhood {
    var result = Neighborhood()
    result.inner = nearest(node, size, isHidden, false)
    descend(from: node, into: &result.inner)
    close(&result)
    return result
  }

  /// The withheld nodes among the nearest inner ones and all that they add up to.
  mutating func hidden(around node: Int, size: Int, isHidden: [Bool]) -> [Int] {
    members(of: nearest(node, size, isHidden, true)).filter { isHidden[$0] }
  }

  // MARK: - Walking

  private mutating func nearest(
    _ start: Int, _ size: Int, _ isHidden: [Bool], _ onlyHidden: Bool
  ) -> [Int] {
    turn += 1
    var found: [Int] = []
    var rings: [[Int32]] = [[Int32(start)], [], []]
    seen[start] = turn
    var (ring, met) = (0, 0)
    while ring < rings.count, found.count < size {
      var position = 0
      while position < rings[ring].count, found.count < size {
        let node = Int(rings[ring][position])
        position += 1
        if web.isInner(node) { found.append(node) }
        guard met < 40 * size else { continue }
        met += spread(from: node, at: ring, &rings, isHidden, onlyHidden)
      }
      ring += 1
    }
    return found
  }

  private mutating func spread(
    from node: Int, at ring: Int, _ rings: inout [[Int32]], _ isHidden: [Bool],
    _ onlyHidden: Bool
  ) -> Int {
    while rings.count < ring + 3 { rings.append([]) }
    var met = 0
    for sum in web.parentOf[node] + web.partOf[node] {
      let sum = web.sums[Int(sum)]
      for next in sum.parts + [sum.parent] where seen[Int(next)] != turn {
        guard !onlyHidden || isHidden[Int(next)] else { continue }
        seen[Int(next)] = turn
        rings[ring + (isHidden[Int(next)] ? 1 : 2)].append(next)
        met += 1
      }
    }
    return met
  }

  /// Makes sure that the node itself can change.
  private func descend(from start: Int, into inner: inout [Int]) {
    var node = start
    while let sum = web.parentOf[node].first {
      let parts = web.sums[Int(sum)].parts.map(Int.init)
      node = parts.min { web.nodes[$0].loss < web.nodes[$1].loss } ?? parts[0]
    }
    if !inner.contains(node) { inner.append(node) }
  }

  // MARK: - Adding up

  private mutating func members(of inner: [Int]) -> [Int] {
    turn += 1
    var members = inner
    for node in members { seen[node] = turn }
    var position = 0
    while position < members.count {
      for sum in web.partOf[members[position]] {
        let parent = Int(web.sums[Int(sum)].parent)
        guard seen[parent] != turn else { continue }
        seen[parent] = turn
        members.append(parent)
      }
      position += 1
    }
    return members
  }

  private mutating func close(_ result: inout Neighborhood) {
    result.nodes = members(of: result.inner)
    result.nodes.sort { (web.rank[$0], $0) < (web.rank[$1], $1) }
    express(&result)
  }

  private mutating func express(_ result: inout Neighborhood) {
    expressions = []
    expressions.reserveCapacity(result.nodes.count)
    tally = Array(repeating: 0, count: result.inner.count)
    for (position, node) in result.inner.enumerated() { slot[node] = Int32(position) }
    var rows: [[Neighborhood.Term]: Int] = [:]
    var innerSlot: [Int: Int32] = [:]
    for (position, node) in result.inner.enumerated() { innerSlot[node] = Int32(position) }
    for (position, node) in result.nodes.enumerated() {
      let expression: [Neighborhood.Term]
      if let inner = innerSlot[node] {
        expression = [Neighborhood.Term(inner: inner, count: 1)]
      } else {
        expression = sum(of: node, &result.ties)
      }
      slot[node] = Int32(position)
      expressions.append(expression)
      if let row = rows[expression] {
        result.rows[row].nodes.append(node)
        result.rowOfNode.append(Int32(row))
      } else {
        rows[expression] = result.rows.count
        result.rowOfNode.append(Int32(result.rows.count))
        result.rows.append(Neighborhood.Row(terms: expression, nodes: [node]))
      }
    }
  }

  private mutating func sum(
    of node: Int, _ ties: inout [[Neighborhood.Term]]
  ) -> [Neighborhood.Term] {
    var first: [Neighborhood.Term]?
    for sum in web.parentOf[node] {
      let expression = add(web.sums[Int(sum)].parts)
      guard let known = first else {
        first = expression
        continue
      }
      guard expression != known else { continue }
      ties.append(NeighborhoodFinder.difference(known, expression))
    }
    return first ?? []
  }

  private mutating func add(_ parts: [Int32]) -> [Neighborhood.Term] {
    var touched: [Int32] = []
    for part in parts where seen[Int(part)] == turn {
      for term in expressions[Int(slot[Int(part)])] {
        if tally[Int(term.inner)] == 0 { touched.append(term.inner) }
        tally[Int(term.inner)] += term.count
      }
    }
    touched.sort()
    return touched.map { inner in
      defer { tally[Int(inner)] = 0 }
      return Neighborhood.Term(inner: inner, count: tally[Int(inner)])
    }
  }

  private static func difference(
    _ left: [Neighborhood.Term], _ right: [Neighborhood.Term]
  ) -> [Neighborhood.Term] {
    var counts: [Int32: Int32] = [:]
    for term in left { counts[term.inner, default: 0] += term.count }
    for term in right { counts[term.inner, default: 0] -= term.count }
    return counts.filter { $0.value != 0 }.sorted { $0.key < $1.key }
      .map { Neighborhood.Term(inner: $0.key, count: $0.value) }
  }
}
