/// Finds neighborhoods; keeps its scratch memory from one to the next.
struct NeighborhoodFinder: Sendable {
  let web: SumWeb
  private var seen: [Int32]
  private var slot: [Int32]
  private var seenSum: [Int32]
  private var turn: Int32 = 0
  private var tally: [Int32] = []
  /// By position in the neighborhood: what identifies what a node adds up to.
  private var marks: [UInt64] = []

  init(_ web: SumWeb) {
    self.web = web
    seen = Array(repeating: 0, count: web.nodes.count)
    slot = Array(repeating: -1, count: web.nodes.count)
    seenSum = Array(repeating: 0, count: web.sums.count)
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
    func meet(_ next: Int32) {
      guard seen[Int(next)] != turn, !onlyHidden || isHidden[Int(next)] else { return }
      seen[Int(next)] = turn
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
    marks = []
    marks.reserveCapacity(result.nodes.count)
    tally = Array(repeating: 0, count: result.inner.count)
    var random = SplitMix(seed: 11)
    var position: [Int: Int32] = [:]
    for (number, node) in result.inner.enumerated() { position[node] = Int32(number) }
    var rows: [UInt64: Int] = [:]
    for (number, node) in result.nodes.enumerated() {
      let inner = position[node]
      let mark = inner == nil ? mark(ofSum: node, &result) : random.next()
      slot[node] = Int32(number)
      marks.append(mark)
      if let row = rows[mark] {
        result.rows[row].nodes.append(node)
        result.rowOfNode.append(Int32(row))
        continue
      }
      rows[mark] = result.rows.count
      result.rowOfNode.append(Int32(result.rows.count))
      let terms =
        inner.map { [Neighborhood.Term(inner: $0, count: 1)] }
        ?? web.parentOf[node].first.map { add(web.sums[Int($0)].parts, result) } ?? []
      result.rows.append(Neighborhood.Row(terms: terms, nodes: [node]))
    }
  }

  /// Random numbers for the inner nodes, added up like them: nodes that add up to the same have the
  /// same, and others only with a probability of 2^-64.
  private mutating func mark(ofSum node: Int, _ result: inout Neighborhood) -> UInt64 {
    var first: UInt64?
    for sum in web.parentOf[node] {
      let parts = web.sums[Int(sum)].parts
      var mark: UInt64 = 0
      for part in parts where seen[Int(part)] == turn { mark &+= marks[Int(slot[Int(part)])] }
      guard let known = first else {
        first = mark
        continue
      }
      guard mark != known else { continue }
      let own = add(web.sums[Int(web.parentOf[node][0])].parts, result)
      result.ties.append(NeighborhoodFinder.difference(own, add(parts, result)))
    }
    return first ?? 0
  }

  private mutating func add(
    _ parts: [Int32], _ result: Neighborhood
  ) -> [Neighborhood.Term] {
    var touched: [Int32] = []
    for part in parts where seen[Int(part)] == turn {
      for term in result.rows[Int(result.rowOfNode[Int(slot[Int(part)])])].terms {
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
