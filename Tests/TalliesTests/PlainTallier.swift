import Records
import Regions

@testable import Tallies

/// Makes tallies as the `Tallier` does, in the plainest way: every sum in a dictionary by its
/// whole key, and one sort at the end. What the quick way is compared with.
struct PlainTallier {
  let catalog: RegionCatalog
  let settings: ReportSettings
  let categories: TextTable
  let abroad: TextTable

  struct Result {
    let tallies: [Tally]
    let flows: [FlowTally]
  }

  func tally(_ books: [Counter.Owner: Book]) throws(QuantityOverflow) -> Result {
    var counted = rollUp()
    var bySubject: [String: [(isChosen: Bool, book: Book)]] = [:]
    for (owner, book) in books {
      if owner.isCounted { try counted.add(book) }
      guard case .source(let subject, _, let isChosen) = owner else { continue }
      bySubject[subject, default: []].append((isChosen, book))
    }
    var ranges = Ranges(isBySource: settings.category == .source)
    for sources in bySubject.values where sources.count > 1 {
      var seen: [(isChosen: Bool, sums: [RollUp.Key: Sum])] = []
      for source in sources {
        var own = rollUp()
        try own.add(source.book)
        seen.append((source.isChosen, own.sums))
      }
      try ranges.add(seen)
    }
    return Result(tallies: try tallies(counted, ranges), flows: flows(counted))
  }

  private func rollUp() -> RollUp {
    RollUp(catalog: catalog, levels: settings.levels, abroad: abroad)
  }

  // MARK: - Figures

  private func tallies(
    _ counted: RollUp, _ ranges: Ranges
  ) throws(QuantityOverflow) -> [Tally] {
    var tallies: [Tally] = []
    var sums: [RollUp.Key: Sum] = [:]
    for (key, sum) in counted.sums { sums[key] = try ranges.widen(sum, at: key) }
    for (key, shown) in sums {
      var sum = shown
      // In a breakdown by source, a source also shows what it says of subjects for which
      // another one was taken.
      if let more = ranges.bySource[key] { try sum.add(more) }
      tallies.append(tally(key, sum, counted.latest[key]))
    }
    for (key, sum) in ranges.onlyOthers where counted.sums[key] == nil {
      tallies.append(otherSources(key, sum, best: nil))
    }
    for (key, sum) in ranges.bySource where counted.sums[key] == nil {
      tallies.append(otherSources(key, sum, best: sum.knownBest))
    }
    tallies += try nets(sums)
    let wanted = tallies.filter {
      settings.indicators.isEmpty || settings.indicators.contains($0.indicator)
    }
    return PlainOrder(catalog: catalog, categories: categories, abroad: abroad).sorted(wanted)
  }

  private func tally(_ key: RollUp.Key, _ sum: Sum, _ asOf: Day?) -> Tally {
    return Tally(
      view: key.view, site: key.site, period: key.period, indicator: key.indicator,
      category: key.category == Counter.total ? "" : categories[key.category],
      low: sum.knownLow, best: sum.knownBest, high: sum.knownHigh,
      isLowOpen: sum.missingLow > 0, isBestOpen: sum.missingBest > 0,
      isHighOpen: sum.missingHigh > 0, records: sum.records, largest: sum.largest,
      status: sum.status, asOf: asOf)
  }

  /// What only sources that were not chosen say; together a range without a best figure.
  private func otherSources(_ key: RollUp.Key, _ sum: Sum, best: Quantity?) -> Tally {
    Tally(
      view: key.view, site: key.site, period: key.period, indicator: key.indicator,
      category: key.category == Counter.total ? "" : categories[key.category],
      low: sum.knownLow, best: best, high: sum.knownHigh,
      isLowOpen: sum.missingLow > 0, isBestOpen: best == nil, isHighOpen: sum.missingHigh > 0,
      records: sum.records, largest: sum.largest, status: .otherSources, asOf: nil)
  }

  // MARK: - Net movement (F7)

  /// Arrivals − departures + returns in − returns out, where any of them is reported.
  private func nets(_ sums: [RollUp.Key: Sum]) throws(QuantityOverflow) -> [Tally] {
    var nets: [RollUp.Key: Sum] = [:]
    for (key, sum) in sums where key.category == Counter.total {
      guard case .region = key.site else { continue }
      let signed: Sum
      switch key.indicator.stem {
      case .arrived, .returnsIn: signed = sum
      case .departed, .returnsOut: signed = try sum.negated()
      default: continue
      }
      let net = RollUp.Key(
        view: key.view, site: key.site, period: key.period,
        indicator: Indicator(.net, unit: key.indicator.unit), category: key.category)
      try nets[net, default: .empty].add(signed)
    }
    return nets.map { tally($0.key, $0.value, nil) }
  }

  // MARK: - Flows

  private func flows(_ rolled: RollUp) -> [FlowTally] {
    rolled.flows.map { key, sum in
      FlowTally(
        level: key.level, origin: key.origin, destination: key.destination, kind: key.kind,
        unit: key.unit, low: sum.knownLow, best: sum.knownBest, high: sum.knownHigh,
        records: sum.records, largest: sum.largest,
        status: sum.status)
    }.sorted { flowOrder($0).lexicographicallyPrecedes(flowOrder($1)) }
  }

  private func flowOrder(_ flow: FlowTally) -> [String] {
    let (origin, destination) = (order(flow.origin), order(flow.destination))
    return [
      String(flow.level.rawValue), String(origin.rank), origin.id, String(destination.rank),
      destination.id, flow.kind.rawValue, flow.unit.rawValue,
    ]
  }

  // MARK: - Order of output

  private func order(_ site: Tally.Site) -> (rank: Int, id: String) {
    switch site {
    case .region(let number): (0, catalog[number].id.code)
    case .unspecified(let number): (1, catalog[number].id.code)
    case .external(let code): (2, code)
    case .outside: (3, "")
    case .unplaced: (4, "")
    }
  }
}
