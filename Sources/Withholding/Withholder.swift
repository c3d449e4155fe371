import LinearPrograms

/// Withholds figures of one web until no withheld one follows from what is shown (rule D3), and
/// more where an attack asks for it (rule D4).
///
/// What it does depends on sums, on what must be withheld, and on figures that are shown; never on
/// the number of one that is withheld already.
struct Withholder: Sendable {
  let web: SumWeb
  private(set) var isHidden: [Bool]
  private(set) var statistics = WithholdingPlan.Statistics()
  private var finder: NeighborhoodFinder
  private let search: MoveSearch

  /// How many inner figures are looked at, before it is tried with more. Figures that are sums in
  /// two ways, as departures and arrivals are, may need nearly all.
  private static let coverSizes = [120, 480, 1920, 7680]
  private static let cleaningSize = 120
  private static let wideningSizes = [60, 240, 960, 3840, 15360]

  init(_ web: SumWeb, threshold: Int) {
    self.web = web
    isHidden = web.nodes.map { ($0.isPrimary || !$0.isFigure) && !$0.isKnown }
    finder = NeighborhoodFinder(web)
    let widest = web.nodes.reduce(threshold) { max($0, $1.threshold) }
    search = MoveSearch(web: web, width: widest - 1)
  }

  mutating func run(guardsInsiders: Bool) throws(WithholdingError) {
    try Withholder.telling {
      try refuseLost()
      try free()
      clean()
      while guardsInsiders, try untie() { try free() }
    }
  }

  private static func telling(_ work: () throws -> Void) throws(WithholdingError) {
    do {
      try work()
    } catch let error as WithholdingError {
      throw error
    } catch {
      throw .solver("\(error)")
    }
  }

  /// What is known already cannot be hidden, nor what follows from it.
  private func refuseLost() throws(WithholdingError) {
    guard web.nodes.contains(where: \.isKnown) else { return }
    let most = Determination(web, isHidden: web.nodes.map { !$0.isKnown })
    let lost = web.nodes.indices.filter {
      web.nodes[$0].isPrimary && (web.nodes[$0].isKnown || most.isFixed[$0])
    }
    guard lost.isEmpty else { throw .unprotected(cells: lost.map { web.nodes[$0].cell }) }
  }

  private var withheld: [Int] {
    web.nodes.indices.filter { isHidden[$0] && web.nodes[$0].isFigure }
  }

  /// The most telling first, then in the order of the table.
  private func byLoss(_ nodes: [Int]) -> [Int] {
    nodes.sorted { (-web.nodes[$0].loss, $0) < (-web.nodes[$1].loss, $1) }
  }

  // MARK: - By structure

  /// Covers until nothing withheld follows from what is shown.
  private mutating func free() throws {
    while true {
      let determination = Determination(web, isHidden: isHidden)
      let fixed = withheld.filter { determination.isFixed[$0] }
      if fixed.isEmpty { return }
      var isFree = Array(repeating: false, count: web.nodes.count)
      for node in byLoss(fixed) where !isFree[node] {
        let cover = try cover(node, Withholder.coverSizes)
        for next in cover.move?.nodes ?? [] { isFree[next] = true }
      }
    }
  }

  private mutating func cover(
    _ node: Int, _ sizes: [Int], fixing fixed: Int? = nil
  ) throws -> MoveSearch.Cover {
    for size in sizes {
      statistics.covers += 1
      let neighborhood = finder.around(node, size: size, isHidden: isHidden)
      let found = try search.cover(node, neighborhood, isHidden, .free, fixing: fixed)
      guard let cover = found else { continue }
      for next in cover.nodes { isHidden[next] = true }
      return cover
    }
    throw WithholdingError.unprotected(cells: [web.nodes[node].cell])
  }

  private mutating func clean() {
    var cleaning = Cleaning(web)
    let whole = Determination(web, isHidden: isHidden)
    let tied = Set(withheld.filter { web.nodes[$0].isPrimary }.map { whole.bundle[$0] })
    for node in byLoss(withheld) where !web.nodes[node].isPrimary {
      guard !tied.contains(whole.bundle[node]) else { continue }
      let near = finder.hidden(
        around: node, size: Withholder.cleaningSize, isHidden: isHidden)
      if cleaning.canShow(node, near: near) { isHidden[node] = false }
    }
    let after = Determination(web, isHidden: isHidden)
    for node in withheld where after.isFixed[node] && !web.nodes[node].isPrimary {
      isHidden[node] = false
    }
  }

  // MARK: - Insiders

  /// Covers primary figures that follow from a figure of one record, which somebody knows;
  /// answers whether there were any.
  private mutating func untie() throws -> Bool {
    let determination = Determination(web, isHidden: isHidden)
    let primary = withheld.filter { web.nodes[$0].isPrimary }
    var known: [UInt64: Int] = [:]
    for node in primary where web.nodes[node].isOneRecord {
      known[determination.bundle[node]] = known[determination.bundle[node]] ?? node
    }
    let before = isHidden
    for node in primary {
      guard let insider = known[determination.bundle[node]], insider != node else { continue }
      _ = try cover(node, Withholder.coverSizes, fixing: insider)
    }
    return isHidden != before
  }

  // MARK: - By range

  /// Withholds more around figures that an attack has found too narrow, or could not find wide.
  ///
  /// - Parameter attempt: how often that was tried before; each time with less trust in what is
  ///   withheld already.
  mutating func widen(_ cells: [Int], attempt: Int) throws(WithholdingError) {
    try Withholder.telling {
      let nodes = Set(cells.map { Int(web.nodeOfCell[$0]) })
      guard !nodes.contains(-1) else { throw WithholdingError.unprotected(cells: cells) }
      var isHelped = Array(repeating: false, count: web.nodes.count)
      for node in byLoss(nodes.sorted()) where !isHelped[node] {
        guard let cover = try widening(node, attempt) else { continue }
        for next in cover.nodes { isHidden[next] = true }
        for next in cover.move?.nodes ?? [node] { isHelped[next] = true }
      }
    }
  }

  private mutating func widening(_ node: Int, _ attempt: Int) throws -> MoveSearch.Cover? {
    let ways: [MoveSearch.Lowering] = [.hopeful, .guarded, .never]
    var best: MoveSearch.Cover?
    for way in ways.dropFirst(min(attempt, ways.count - 1)) {
      for size in Withholder.wideningSizes {
        statistics.covers += 1
        let neighborhood = finder.around(node, size: size, isHidden: isHidden)
        if let cover = try search.cover(node, neighborhood, isHidden, way) {
          // A wider view that saves nothing will not save anything when it is wider still.
          if let known = best, known.loss <= cover.loss { return known }
          best = cover
          // Nothing can save more than a cover that hides nothing.
          if cover.nodes.isEmpty { break }
        }
        if neighborhood.inner.count < size { break }
      }
      // What hides nothing more changes nothing.
      if let best, !best.nodes.isEmpty { return best }
    }
    return best
  }
}
