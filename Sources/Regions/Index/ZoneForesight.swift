/// Foresees which sets of zones points on borders can lie in, so that sets are numbered once and
/// for all when the index is built.
///
/// Zones that the same edges bound change together: of such a group, a point of the cell lies in
/// those that its reference lies in, in the others, or (on an edge) in all.
struct ZoneForesight {
  /// Cells where so many groups meet that not all of their combinations are worth a number.
  private(set) var crowded: [Int] = []
  private var seen: Set<Key> = []
  private static let mostGroups = 5

  private struct Key: Hashable {
    let state: Int32
    let kinds: [Int32]
  }

  mutating func look(
    at cell: Int, state: Int32, kinds: [Int32], of combinations: BorderKinds,
    _ states: inout CoverStates
  ) {
    let rule = states.rule
    let zoned = Set(kinds).filter { combinations[$0].contains { rule.isZone($0.region) } }
    guard !zoned.isEmpty else { return }
    let key = Key(state: states.locations[Int(state)].zoneSet, kinds: zoned.sorted())
    guard seen.insert(key).inserted else { return }
    let groups = Self.groups(key.kinds, combinations, rule)
    guard groups.count <= Self.mostGroups else { return crowded.append(cell) }
    let local = Set(groups.joined())
    let here = Set(states[state].filter { rule.isZone($0) })
    var sets = [here.subtracting(local)]
    for group in groups {
      let (inside, outside) = (here.intersection(group), Set(group).subtracting(here))
      sets = sets.flatMap { [$0.union(inside), $0.union(outside), $0.union(group)] }
    }
    for set in sets { _ = states.zones.insert(set.sorted()) }
  }

  private static func groups(
    _ kinds: [Int32], _ combinations: BorderKinds, _ rule: ChainRule
  ) -> [[Int32]] {
    var kindsByZone: [Int32: [Int32]] = [:]
    for kind in kinds {
      for side in combinations[kind] where rule.isZone(side.region) {
        kindsByZone[side.region, default: []].append(side.separates ? kind : ~kind)
      }
    }
    let groups = Dictionary(grouping: kindsByZone.keys) { kindsByZone[$0] }
    return groups.values.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

extension GridBuilder {
  mutating func foresee(_ station: Station, _ cell: Int) {
    foreseen.look(
      at: cell, state: station.state, kinds: station.edges.map { edges.kinds[Int($0)] },
      of: edges.combinations, &states)
  }

  /// Numbers the sets of zones at the vertices of crowded cells, in their parts, and in any two
  /// of those parts together, as where borders cross between vertices.
  mutating func foreseeCrowdedZones() {
    let grid = RegionGrid(
      frame: frame, cells: [], borderCells: borderCells, borderEdges: borderEdges, faces: faces,
      kinds: edges.combinations, states: states)
    for number in foreseen.crowded {
      let cell = borderCells[number]
      for place in cell.edges {
        let edge = borderEdges[Int(place)]
        for end in [edge.from, edge.to] { insertZones(of: grid.covering(end, in: cell)) }
      }
      let inside = Set(cell.faces.map { faces[Int($0)].state }).sorted()
      for one in inside {
        for other in inside { insertZones(of: Set(states[one]).union(states[other]).sorted()) }
      }
    }
  }

  private mutating func insertZones(of covering: [Int32]) {
    _ = states.zones.insert(covering.filter { states.rule.isZone($0) })
  }
}
