import Records
import Regions

/// What movements make at each level (rule F7): it depends on whether both ends are one region.
struct RolledMovements {
  struct FlowKey: Hashable {
    let level: Level
    let origin: Int
    let destination: Int
    let kind: Movement.Kind
    let unit: Movement.Unit
  }

  let sites: SiteRanks
  let books: [[Book.FlowKey: Sum]]

  /// How many cells they can make at one level.
  var mostCells: Int { books.reduce(0) { $0 + 3 * $1.count } }

  func cells(at level: Level, _ numbers: CellNumbers) -> [SiteRoller.Extra] {
    var cells: [SiteRoller.Extra] = []
    for (key, sum) in books.joined() {
      let (origin, destination) = ends(key, at: level)
      let effects = Crossing.effects(
        of: key.kind, hasOrigin: origin != nil, hasDestination: destination != nil,
        isWithin: origin != nil && origin == destination)
      let period = Int32(numbers.period(key.period))
      for effect in effects {
        let indicator = Indicator(effect.stem, unit: key.unit)
        guard let slot = numbers.slot(indicator, key.category) else { continue }
        let rank = (effect.end == .origin ? origin : destination) ?? sites.rank(.unplaced)
        cells.append(
          SiteRoller.Extra(rank: Int32(rank), period: period, slot: slot, sum: sum))
      }
    }
    return cells
  }

  /// Both ends through a level; `nil` for one of which the record says nothing.
  private func ends(_ key: Book.FlowKey, at level: Level) -> (Int?, Int?) {
    (
      key.origin == .notGiven ? nil : sites.rank(key.origin, at: level),
      key.destination == .notGiven ? nil : sites.rank(key.destination, at: level)
    )
  }

  // MARK: - From place to place

  /// Flows over the whole coverage, in the order of output.
  func flows(_ levels: [Level]) throws(QuantityOverflow) -> [FlowTally] {
    var sums: [FlowKey: Sum] = [:]
    for (key, sum) in books.joined()
    where key.category == Counter.total && key.period == .coverage {
      for level in levels {
        let (origin, destination) = ends(key, at: level)
        guard let origin, let destination, origin != destination else { continue }
        let flow = FlowKey(
          level: level, origin: origin, destination: destination, kind: key.kind, unit: key.unit)
        try sums[flow, default: .empty].add(sum)
      }
    }
    return sums.sorted { $0.key < $1.key }.map(tally)
  }

  private func tally(_ key: FlowKey, _ sum: Sum) -> FlowTally {
    FlowTally(
      level: key.level, origin: sites.site(key.origin), destination: sites.site(key.destination),
      kind: key.kind, unit: key.unit, low: sum.knownLow, best: sum.knownBest,
      high: sum.knownHigh, records: sum.records, largest: sum.largest, status: sum.status)
  }
}

extension RolledMovements.FlowKey: Comparable {
  static func < (left: Self, right: Self) -> Bool {
    (left.level, left.origin, left.destination, left.kind.rawValue, left.unit.rawValue)
      < (right.level, right.origin, right.destination, right.kind.rawValue, right.unit.rawValue)
  }
}
