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
  /// Up to here it is tried with more although there is a cover, for one that hides less.
  private static let widestChoice = 240

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
      try inTurn(byLoss(fixed)) {
        !isFree[$0]
      } work: { known, node in
        try known.found(node)
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

  private func found(_ node: Int, fixing fixed: Int? = nil) throws -> Found? {
    var finder = finder
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
    work: @Sendable (Withholder, Int) throws -> Result,
    take: (inout Withholder, Int, Result) throws -> Void
  ) throws {
    var next = 0
    while next < nodes.count {
      var chosen: [Int] = []
      while next < nodes.count, chosen.count < Withholder.atOnce {
        if isOpen(nodes[next]) { chosen.append(nodes[next]) }
        next += 1
      }
      let known = self
      let results = try chosen.atOnce { try work(known, $0) }
      for (node, result) in zip(chosen, results) where isOpen(node) {
        try take(&self, node, result)
      }
    }
  }

  private mutating func clean() throws {
    let cleaning = Cleaning(web)
    let whole = Determination(web, isHidden: isHidden)
    let tied = Set(withheld.filter { web.nodes[$0].isPrimary }.map { whole.bundle[$0] })
    let open = byLoss(withheld).filter {
      !web.nodes[$0].isPrimary && !tied.contains(whole.bundle[$0])
    }
    try inTurn(open) { known, node in
      var (finder, cleaning) = (known.finder, cleaning)
      let near = finder.hidden(
        around: node, size: Withholder.cleaningSize, isHidden: known.isHidden)
      return cleaning.canShow(node, near: near) ? near : nil
    } take: { known, node, near in
      guard var near else { return }
      // What was shown since may have been what it relied on.
      if near.contains(where: { !known.isHidden[$0] }) {
        near = near.filter { known.isHidden[$0] }
        var cleaning = cleaning
        guard cleaning.canShow(node, near: near) else { return }
      }
      known.isHidden[node] = false
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
    let insiders = determination.bundle.map { known[$0] }
    let tied = primary.filter { web.nodes[$0].isGuarded && (insiders[$0] ?? $0) != $0 }
    guard !tied.isEmpty else { return false }
    let most = Determination(web, isHidden: web.nodes.map { !$0.isKnown })
    let learned = tied.filter { node in insiders[node].map { !isSame(node, $0, most) } ?? false }
    try inTurn(learned) { known, node in
      try known.found(node, fixing: insiders[node])
    } take: { known, node, found in
      if let found { return known.hide(found) }
      // Told before, the one with the other: then it is no news.
      guard let insider = insiders[node], known.web.nodes[node].wasWithheld,
        known.web.nodes[insider].wasWithheld
      else { throw known.unprotected(node) }
    }
    return isHidden != before
  }

  /// Whether two figures count the same people under two names: nothing that could be withheld
  /// would let them differ. Then both are the insider's own.
  private func isSame(_ one: Int, _ other: Int, _ most: Determination) -> Bool {
    most.isAlike(one, other) && web.nodes[one].value == web.nodes[other].value
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
      } work: { known, node in
        try known.widening(node, attempt)
      } take: { known, node, found in
        guard let found else { return }
        known.hide(found)
        for next in found.cover.move?.nodes ?? [node] { isHelped[next] = true }
      }
    }
  }

  private func widening(_ node: Int, _ attempt: Int) throws -> Found? {
    let ways: [MoveSearch.Lowering] = [.hopeful, .guarded, .never]
    var (finder, tries) = (finder, 0)
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
