import LinearPrograms

/// Withholds figures of one web until no withheld one can be worked out (rules D3 and D4).
///
/// First by structure alone: every withheld figure gets a cover, then what is withheld in vain is
/// shown again. Then by range: every withheld figure must be seen to range over one width, in
/// tables written down in whole numbers; one that does not gets a cover that makes it.
struct Withholder {
  let web: SumWeb
  /// By node: how far it must range.
  let wanted: [Int]
  let budget: WithholdingBudget
  private(set) var isHidden: [Bool]
  var widths: Widths
  var statistics = WithholdingPlan.Statistics()
  private var finder: NeighborhoodFinder
  private let search: MoveSearch

  /// How many inner figures are looked at, before it is tried with more. Figures that are sums in
  /// two ways, as departures and arrivals are, may need nearly all.
  private static let coverSizes = [120, 480, 1920, 7680]
  private static let cleaningSize = 120
  private static let proofSizes = [30, 120, 480]
  private static let guardSizes = [60, 240, 960, 3840, 15360]

  init(_ web: SumWeb, threshold: Int, budget: WithholdingBudget) {
    self.web = web
    self.budget = budget
    wanted = web.nodes.map { max($0.threshold, threshold) - 1 }
    isHidden = web.nodes.map { ($0.isPrimary || !$0.isFigure) && !$0.isKnown }
    widths = Widths(nodeCount: web.nodes.count)
    finder = NeighborhoodFinder(web)
    search = MoveSearch(web: web, width: wanted.max() ?? 0)
  }

  mutating func run(guardsInsiders: Bool) throws(WithholdingError) {
    do {
      try refuseLost()
      try free()
      clean()
      while guardsInsiders, try untie() { try free() }
      try spread()
      repeat {
        statistics.rounds += 1
      } while try widen()
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

  var withheld: [Int] {
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
      let neighborhood = finder.around(node, size: size, isHidden: isHidden, onlyHidden: false)
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

  /// Proves the range of every withheld figure; answers whether more had to be withheld.
  private mutating func widen() throws -> Bool {
    let before = isHidden
    for node in withheld where widths.width(node) < wanted[node] {
      guard statistics.programs < budget.mostPrograms else {
        let open = withheld.filter { widths.width($0) < wanted[$0] }
        throw WithholdingError.unprotected(cells: open.map { web.nodes[$0].cell })
      }
      if try !isProven(node) { try guardedCover(node) }
    }
    return isHidden != before
  }

  private mutating func isProven(_ node: Int) throws -> Bool {
    for size in Withholder.proofSizes {
      statistics.proofs += 1
      let neighborhood = finder.around(node, size: size, isHidden: isHidden, onlyHidden: true)
      let moves = try search.range(
        node, neighborhood, isHidden, known: widths.lowest[node]...widths.highest[node])
      for move in moves { record(move) }
      if widths.width(node) >= wanted[node] { return true }
      if neighborhood.inner.count < size { return false }
    }
    return false
  }

  private mutating func record(_ move: Move) {
    _ = widths.record(move, web, isHidden, width: search.width)
  }

  private mutating func guardedCover(_ node: Int) throws {
    statistics.guarded += 1
    var best: MoveSearch.Cover?
    for size in Withholder.guardSizes {
      let neighborhood = finder.around(node, size: size, isHidden: isHidden, onlyHidden: false)
      let found = try search.cover(node, neighborhood, isHidden, .guarded)
      guard let cover = found, cover.move != nil else { continue }
      // A wider view that saves nothing will not save anything when it is wider still.
      if let known = best, known.loss <= cover.loss { break }
      best = cover
    }
    let move = best?.move ?? finder.lift(node)
    guard !move.nodes.contains(where: { web.nodes[$0].isKnown }) else {
      throw WithholdingError.unprotected(cells: [web.nodes[node].cell])
    }
    for next in move.nodes { isHidden[next] = true }
    record(move)
    guard widths.width(node) >= wanted[node] else {
      throw WithholdingError.unprotected(cells: [web.nodes[node].cell])
    }
  }
}
