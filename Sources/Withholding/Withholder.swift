import LinearPrograms
import Threads

/// Withholds figures of one web until no withheld one follows from what is shown (rule D3), and
/// more where an attack asks for it (rule D4).
///
/// What it does depends on sums, on what must be withheld, and on figures that are shown; never on
/// the number of one that is withheld already.
struct Withholder: Sendable {
  let web: SumWeb
  private(set) var isHidden: [Bool]
  private(set) var statistics = WithholdingPlan.Statistics()
  private var desks: [Desk]
  private let search: MoveSearch
  private let guardsInsiders: Bool
  /// What follows from what is known already, whatever is withheld.
  private let most: Determination
  /// The same of what was known before this release.
  private let old: Determination

  /// Scratch memory as large as the web, of whom works on a node: kept from one to the next.
  private struct Desk {
    var finder: NeighborhoodFinder
    var cleaning: Cleaning
  }

  /// How many inner figures are looked at, before it is tried with more. Figures that are sums in
  /// two ways, as departures and arrivals are, may need nearly all.
  private static let coverSizes = [120, 480, 1920, 7680]
  private static let cleaningSize = 180
  private static let wideningSizes = [60, 240, 960, 3840, 15360]
  /// Up to here it is tried with more although there is a cover, for one that hides less.
  private static let widestChoice = 240

  /// - Throws: `WithholdingError.unprotected` for what is lost, whatever is withheld.
  init(_ web: SumWeb, threshold: Int, guardsInsiders: Bool) throws(WithholdingError) {
    self.web = web
    self.guardsInsiders = guardsInsiders
    isHidden = web.nodes.map { ($0.isPrimary || !$0.isFigure) && !$0.isKnown }
    let desk = Desk(finder: NeighborhoodFinder(web), cleaning: Cleaning(web))
    desks = Array(repeating: desk, count: Withholder.atOnce)
    most = Determination(web, isHidden: web.nodes.map { !$0.isKnown })
    old =
      web.nodes.allSatisfy { $0.isKnown == $0.wasKnown }
      ? most : Determination(web, isHidden: web.nodes.map { !$0.wasKnown })
    let widest = web.nodes.reduce(threshold) { max($0, $1.threshold) }
    search = MoveSearch(web: web, width: widest - 1)
    try refuseLost()
  }

  mutating func run() throws(WithholdingError) {
    try Withholder.telling {
      try free()
      try clean()
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

  /// What is known already cannot be hidden, nor what follows from it, nor from what an insider
  /// knows besides.
  private func refuseLost() throws(WithholdingError) {
    var lost = web.nodes.indices.filter {
      web.nodes[$0].isPrimary && (web.nodes[$0].isKnown || most.isFixed[$0])
    }
    if lost.isEmpty, guardsInsiders {
      lost = InsiderTies(web, most, most: most, old: old).nodes
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
      try inTurn(byLoss(fixed)) {
        !isFree[$0]
      } work: { known, node, desk in
        try known.found(node, &desk.finder)
      } take: { known, node, found in
        guard let found else { throw known.unprotected(node) }
        known.hide(found)
        for next in found.cover.move?.nodes ?? [] { isFree[next] = true }
      }
    }
  }

  /// A cover, and how many were sought until it was found.
  private struct Found {
    let cover: MoveSearch.Cover
    let tries: Int
  }

  private func found(
    _ node: Int, fixing fixed: Int? = nil, _ finder: inout NeighborhoodFinder
  ) throws -> Found? {
    for (position, size) in Withholder.coverSizes.enumerated() {
      let neighborhood = finder.around(node, size: size, isHidden: isHidden)
      let cover = try search.cover(node, neighborhood, isHidden, .free, fixing: fixed)
      if let cover { return Found(cover: cover, tries: position + 1) }
    }
    return nil
  }

  private func unprotected(_ node: Int) -> WithholdingError {
    .unprotected(cells: [web.nodes[node].cell])
  }

  private mutating func hide(_ found: Found) {
    statistics.covers += found.tries
    for next in found.cover.nodes { isHidden[next] = true }
  }

  /// How many nodes are worked on at the same time: always as many, so that the result does not
  /// depend on the number of threads.
  private static let atOnce = 2

  /// Works on a few nodes at a time, each from what was known before, and takes the results in
  /// order.
  /// - Parameter isOpen: whether a node still needs work, given what was taken before it.
  private mutating func inTurn<Result: Sendable>(
    _ nodes: [Int], _ isOpen: (Int) -> Bool = { _ in true },
    work: @Sendable (Withholder, Int, inout Desk) throws -> Result,
    take: (inout Withholder, Int, Result) throws -> Void
  ) throws {
    var next = 0
    while next < nodes.count {
      var chosen: [Int] = []
      while next < nodes.count, chosen.count < Withholder.atOnce {
        if isOpen(nodes[next]) { chosen.append(nodes[next]) }
        next += 1
      }
      let results = try atDesks(chosen, work)
      for (node, result) in zip(chosen, results) where isOpen(node) {
        try take(&self, node, result)
      }
    }
  }

  /// Works on each of a few items at a desk of its own, at the same time.
  private mutating func atDesks<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ work: @Sendable (Withholder, Item, inout Desk) throws -> Result
  ) throws -> [Result] {
    var own = Array(desks.prefix(items.count))
    let others = Array(desks.dropFirst(items.count))
    desks = []
    defer { desks = own + others }
    let known = self
    return try Workers.results(on: &own) { try work(known, items[$1], &$0) }
  }

  // MARK: - Cleaning

  /// Figures that might be shown, and the withheld figures around them that settle it.
  private struct Patch {
    var open: [Int]
    var near: [Int]
  }

  /// Shows again what need not be withheld, the most telling first, and with it what lies so near
  /// that the same figures settle it.
  private mutating func clean() throws {
    let open = cleanable()
    var isOpen = Array(repeating: false, count: web.nodes.count)
    for node in open { isOpen[node] = true }
    var next = 0
    while next < open.count {
      var patches: [Patch] = []
      var position = next
      while position < open.count, patches.count < Withholder.atOnce {
        let node = open[position]
        position += 1
        guard isOpen[node], !patches.contains(where: { $0.near.contains(node) }) else { continue }
        patches.append(patch(node, isOpen))
      }
      let results = try atDesks(patches) { known, patch, desk in
        desk.cleaning.showable(patch.open, near: patch.near)
      }
      for (patch, result) in zip(patches, results) { take(result, patch, &isOpen) }
      while next < open.count, !isOpen[open[next]] { next += 1 }
    }
    let after = Determination(web, isHidden: isHidden)
    for node in withheld where after.isFixed[node] && !web.nodes[node].isPrimary {
      isHidden[node] = false
    }
  }

  /// What no primary figure is tied to, the most telling first.
  private func cleanable() -> [Int] {
    let whole = Determination(web, isHidden: isHidden)
    let tied = Set(withheld.filter { web.nodes[$0].isPrimary }.map { whole.bundle[$0] })
    return byLoss(withheld).filter {
      !web.nodes[$0].isPrimary && !tied.contains(whole.bundle[$0])
    }
  }

  private mutating func patch(_ node: Int, _ isOpen: [Bool]) -> Patch {
    let near = desks[0].finder.hidden(
      around: node, size: Withholder.cleaningSize, isHidden: isHidden)
    let inside = desks[0].finder.inside(near, isHidden: isHidden) { isOpen[$0] && $0 != node }
    return Patch(open: [node] + byLoss(inside), near: near)
  }

  private mutating func take(
    _ result: Cleaning.Result, _ patch: Patch, _ isOpen: inout [Bool]
  ) {
    var result = result
    // What was shown since may have been what it relied on.
    if patch.near.contains(where: { !isHidden[$0] }) {
      let (near, open) = (patch.near.filter { isHidden[$0] }, patch.open.filter { isOpen[$0] })
      result = desks[0].cleaning.showable(open, near: near)
    }
    for node in result.settled { isOpen[node] = false }
    for node in result.shown { isHidden[node] = false }
  }

  // MARK: - Insiders

  /// Covers primary figures that follow from a figure of one record, which somebody knows;
  /// answers whether anything is withheld that was not.
  private mutating func untie() throws -> Bool {
    let ties = InsiderTies(web, Determination(web, isHidden: isHidden), most: most, old: old)
    let before = isHidden
    var isFree = Array(repeating: false, count: web.nodes.count)
    try inTurn(ties.nodes) {
      !isFree[$0]
    } work: { known, node, desk in
      try known.found(node, fixing: ties.insider[node], &desk.finder)
    } take: { known, node, found in
      guard let found else { throw known.unprotected(node) }
      known.hide(found)
      // All that changes while the insider's figure does not.
      for next in found.cover.move?.nodes ?? [] where ties.insider[next] == ties.insider[node] {
        isFree[next] = true
      }
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
      try inTurn(byLoss(nodes.sorted())) {
        !isHelped[$0]
      } work: { known, node, desk in
        try known.widening(node, attempt, &desk.finder)
      } take: { known, node, found in
        guard let found else { return }
        known.hide(found)
        for next in found.cover.move?.nodes ?? [node] { isHelped[next] = true }
      }
    }
  }

  private func widening(
    _ node: Int, _ attempt: Int, _ finder: inout NeighborhoodFinder
  ) throws -> Found? {
    let ways: [MoveSearch.Lowering] = [.hopeful, .guarded, .never]
    var tries = 0
    var last: MoveSearch.Cover?
    for way in ways.dropFirst(min(attempt, ways.count - 1)) {
      var best: MoveSearch.Cover?
      for size in Withholder.wideningSizes where best == nil || size <= Withholder.widestChoice {
        tries += 1
        let neighborhood = finder.around(node, size: size, isHidden: isHidden)
        if let cover = try search.cover(node, neighborhood, isHidden, way) {
          if best.map({ cover.loss < $0.loss }) ?? true { best = cover }
          // Nothing can save more than a cover that hides nothing.
          if cover.nodes.isEmpty { break }
        }
        if neighborhood.inner.count < size { break }
      }
      // What hides nothing more changes nothing.
      if let best, !best.nodes.isEmpty { return Found(cover: best, tries: tries) }
      last = best ?? last
    }
    return last.map { Found(cover: $0, tries: tries) }
  }
}
