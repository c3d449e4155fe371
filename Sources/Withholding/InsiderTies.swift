/// Primary figures that follow from the figure of one record, which whoever gave the record knows.
struct InsiderTies {
  /// Those that an insider must not learn, in the order of the table.
  let nodes: [Int]
  /// By such a node, the first figure that tells it to an insider.
  let insider: [Int: Int]

  /// - Parameters:
  ///   - determination: what follows from what is shown; nothing that is primary.
  ///   - most: what follows from what is known already. Two figures that it makes the same have
  ///     the same people in them, under two names: both are the insider's own.
  ///   - old: what follows from what was known before this release. What it tells an insider of a
  ///     figure was told before where both of them were withheld before.
  init(
    _ web: SumWeb, _ determination: Determination, most: Determination, old: Determination
  ) {
    let primary = web.nodes.indices.filter {
      web.nodes[$0].isPrimary && determination.bundle[$0] != 0
    }
    let insiders = Dictionary(grouping: primary.filter { web.nodes[$0].isOneRecord }) {
      determination.bundle[$0]
    }
    var insider: [Int: Int] = [:]
    for node in primary where web.nodes[node].isGuarded {
      insider[node] = insiders[determination.bundle[node]]?.first { other in
        let isOwn = most.isAlike(node, other) && web.nodes[node].value == web.nodes[other].value
        let isOld = old.bundle[node] == old.bundle[other] && web.wereWithheld(node, other)
        // Of two insiders who learn from each other the later one is kept from it, and so both are.
        let isMutual = web.nodes[node].isOneRecord && web.nodes[other].isGuarded
        return !isOwn && !isOld && !(isMutual && node < other)
      }
    }
    nodes = insider.keys.sorted()
    self.insider = insider
  }
}

extension SumWeb {
  /// Whether an earlier release has withheld both.
  fileprivate func wereWithheld(_ one: Int, _ other: Int) -> Bool {
    nodes[one].wasWithheld && nodes[other].wasWithheld
  }
}
