import Records
import Regions
import Tallies

/// Indicators that count the same movements (rule F7).
extension JointSystem {
  /// Who departed was displaced, evicted or relocated; who returned from elsewhere returned; and
  /// who departed for somewhere arrived there.
  mutating func tieEffects() {
    for name in present {
      switch name.indicator.stem {
      case .departed: bound(name, byAnyOf: [.displaced, .evicted, .relocated])
      case .returnsIn: bound(name, byAnyOf: [.returned])
      default: break
      }
    }
    for (smaller, larger) in [(Indicator.Stem.departed, .arrived), (.returnsOut, .returnsIn)]
      as [(Indicator.Stem, Indicator.Stem)]
    {
      tieTotals(of: smaller, to: larger)
    }
  }

  private mutating func bound(_ name: FigureName, byAnyOf stems: [Indicator.Stem]) {
    guard case .cell(let cell) = self[name] else { return }
    var larger: [Int] = []
    for stem in stems {
      var other = name
      other.indicator = Indicator(stem, unit: name.indicator.unit)
      guard isCounted(other.indicator) else { return }
      switch self[other] {
      case .cell(let cell): larger.append(cell)
      case .unknown: return
      case .absent: break
      }
    }
    bound(larger, isAtLeast: [cell])
  }

  /// Over all places of a level.
  private mutating func tieTotals(of smaller: Indicator.Stem, to larger: Indicator.Stem) {
    var parts: [FigureName: (smaller: [Int], larger: [Int])] = [:]
    var spoiled: Set<FigureName> = []
    for name in present {
      guard case .level = name.view, [smaller, larger].contains(name.indicator.stem) else {
        continue
      }
      var key = name
      key.site = .outside
      key.indicator = Indicator(larger, unit: name.indicator.unit)
      switch self[name] {
      case .cell(let cell) where name.indicator.stem == smaller:
        parts[key, default: ([], [])].smaller.append(cell)
      case .cell(let cell): parts[key, default: ([], [])].larger.append(cell)
      case .unknown: spoiled.insert(key)
      case .absent: break
      }
    }
    let pairs = parts.filter { !spoiled.contains($0.key) }.values
    for pair in pairs.sorted(by: { ($0.smaller.first ?? -1) < ($1.smaller.first ?? -1) }) {
      bound(pair.larger, isAtLeast: pair.smaller)
    }
  }

  /// Whether the run counts an indicator, so that its absence is a zero.
  private func isCounted(_ indicator: Indicator) -> Bool {
    settings.indicators.isEmpty || settings.indicators.contains(indicator)
  }

  // MARK: - Flows

  /// A flow between coarse places is the sum of those between the places in them; departures are
  /// the sum of flows out, and arrivals at least that of flows in, because a record may tell no
  /// origin.
  mutating func tieFlows() {
    let levels = Set(flows.map(\.level)).sorted()
    let above = Dictionary(uniqueKeysWithValues: zip(levels.dropFirst(), levels))
    var exact = Gathering()
    var incoming = Gathering()
    for flow in flows {
      if let parent = above[flow.level].flatMap({ coarser(flow, at: $0) }) {
        exact.add(self[flow], to: self[parent])
      }
      let isReturn = flow.kind == .return
      exact.add(
        self[flow],
        to: self[margin(flow, flow.origin, isReturn ? .returnsOut : .departed, coverage)])
      incoming.add(
        self[flow],
        to: self[margin(flow, flow.destination, isReturn ? .returnsIn : .arrived, coverage)])
    }
    tie(exact)
    for (parent, parts) in incoming.sums { bound([parent], isAtLeast: parts) }
  }

  private func margin(
    _ flow: FlowName, _ site: Tally.Site, _ stem: Indicator.Stem, _ coverage: FigurePeriod
  ) -> FigureName {
    FigureName(
      view: .level(flow.level), site: site, period: coverage,
      indicator: Indicator(stem, unit: flow.unit), category: "")
  }

  /// `nil` where both ends are one place of the coarser level.
  private func coarser(_ flow: FlowName, at level: Level) -> FlowName? {
    func site(_ site: Tally.Site) -> Tally.Site? {
      switch catalog.upward(site, to: level) {
      case .part(let above), .same(let above): above
      case nil: nil
      }
    }
    guard let origin = site(flow.origin), let destination = site(flow.destination),
      origin != destination
    else { return nil }
    var coarse = flow
    (coarse.level, coarse.origin, coarse.destination) = (level, origin, destination)
    return coarse
  }
}
