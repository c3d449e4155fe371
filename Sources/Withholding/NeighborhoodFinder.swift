/// Finds neighborhoods; keeps its scratch memory from one to the next.
struct NeighborhoodFinder: Sendable {
  let web: SumWeb
  private var seen: [Int32]
  private var seenSum: [Int32]
  private var turn: Int32 = 0
  private var tally: [Int32] = []
  /// By sum: what identifies what its parts add up to, and the last of them.
  private var markOfSum: [UInt64]
  private var lastPart: [Int32]
  /// The parts of all sums that lie in the neighborhood, each with the one before it in its sum.
  private var parts: [Part] = []

  private struct Part {
    let row: Int32
    let before: Int32
  }

  init(_ web: SumWeb) {
    self.web = web
    seen = Array(repeating: 0, count: web.nodes.count)
    seenSum = Array(repeating: 0, count: web.sums.count)
    markOfSum = Array(repeating: 0, count: web.sums.count)
    lastPart = Array(repeating: -1, count: web.sums.count)
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

  /// Those of some nodes of which all sums lie inside: whatever withheld node is in one of them is
  /// among the nodes as well.
  mutating func inside(_ nodes: [Int], isHidden: [Bool], where isWanted: (Int) -> Bool) -> [Int] {
    turn += 1
    for node in nodes { seen[node] = turn }
    let isIn = { [seen, turn] (node: Int32) in !isHidden[Int(node)] || seen[Int(node)] == turn }
    return nodes.filter { node in
      isWanted(node)
        && (web.parentOf[node] + web.partOf[node]).allSatisfy { sum in
          let sum = web.sums[Int(sum)]
          return isIn(sum.parent) && sum.parts.allSatisfy(isIn)
        }
    }
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
    func meet(_ next: Int32) {
      guard seen[Int(next)] != turn, !onlyHidden || isHidden[Int(next)] else { return }
      seen[Int(next)] = turn
      // What never changes needs nothing to change with it.
      guard !web.nodes[Int(next)].isKnown else { return }
      rings[ring + (isHidden[Int(next)] ? 1 : 2)].append(next)
      met += 1
    }
    func follow(_ sum: Int32) {
      guard seenSum[Int(sum)] != turn else { return }
      seenSum[Int(sum)] = turn
      for part in web.sums[Int(sum)].parts { meet(part) }
      meet(web.sums[Int(sum)].parent)
    }
    for sum in web.parentOf[node] { follow(sum) }
    for sum in web.partOf[node] { follow(sum) }
    return met
  }

  /// Makes sure that the node itself can change.
  private func descend(from start: Int, into inner: inout [Int]) {
    var node = start
    while let sum = web.parentOf[node].first {
      let parts = web.sums[Int(sum)].parts.map(Int.init)
      let open = parts.filter { !web.nodes[$0].isKnown }
      node = open.min { web.nodes[$0].loss < web.nodes[$1].loss } ?? parts[0]
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
    parts = []
    tally = Array(repeating: 0, count: result.inner.count)
    var random = SplitMix(seed: 11)
    var position: [Int: Int32] = [:]
    for (number, node) in result.inner.enumerated() { position[node] = Int32(number) }
    var rows: [UInt64: Int] = [:]
    for node in result.nodes {
      let inner = position[node]
      let mark = inner == nil ? mark(ofSum: node, &result) : random.next()
      let row = rows[mark] ?? result.rows.count
      result.rowOfNode.append(Int32(row))
      spread(mark, ofNode: node, inRow: row)
      guard row == result.rows.count else {
        result.rows[row].nodes.append(node)
        continue
      }
      rows[mark] = row
      let terms =
        inner.map { [Neighborhood.Term(inner: $0, count: 1)] }
        ?? web.parentOf[node].first.map { add(partsOf: $0, result) } ?? []
      result.rows.append(Neighborhood.Row(terms: terms, nodes: [node]))
    }
  }

  /// Tells the sums above a node of it; costs as much as there are, however many parts they have.
  private mutating func spread(_ mark: UInt64, ofNode node: Int, inRow row: Int) {
    for sum in web.partOf[node].lazy.map(Int.init) {
      if seenSum[sum] != turn {
        seenSum[sum] = turn
        markOfSum[sum] = 0
        lastPart[sum] = -1
      }
      markOfSum[sum] &+= mark
      parts.append(Part(row: Int32(row), before: lastPart[sum]))
      lastPart[sum] = Int32(parts.count - 1)
    }
  }

  /// Random numbers for the inner nodes, added up like them: nodes that add up to the same have the
  /// same, and others only with a probability of 2^-64.
  private mutating func mark(ofSum node: Int, _ result: inout Neighborhood) -> UInt64 {
    var first: UInt64?
    for sum in web.parentOf[node] {
      let mark = seenSum[Int(sum)] == turn ? markOfSum[Int(sum)] : 0
      guard let known = first else {
        first = mark
        continue
      }
      guard mark != known else { continue }
      let own = add(partsOf: web.parentOf[node][0], result)
      result.ties.append(NeighborhoodFinder.difference(own, add(partsOf: sum, result)))
    }
    return first ?? 0
  }

  private mutating func add(partsOf sum: Int32, _ result: Neighborhood) -> [Neighborhood.Term] {
    var touched: [Int32] = []
    var part = seenSum[Int(sum)] == turn ? lastPart[Int(sum)] : -1
    while part >= 0 {
      for term in result.rows[Int(parts[Int(part)].row)].terms {
        if tally[Int(term.inner)] == 0 { touched.append(term.inner) }
        tally[Int(term.inner)] += term.count
      }
      part = parts[Int(part)].before
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
