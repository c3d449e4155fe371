import Records
import Regions
import Tallies

/// A figure's or flow's name as text, the same for every catalogue that has its region.
struct LedgerKey {
  let catalog: RegionCatalog

  func text(_ name: FigureName) -> String {
    let view: String =
      switch name.view {
      case .level(let level): level.name
      case .zone: "zone"
      }
    return [
      view, site(name.site), LedgerKey.text(name.period), name.indicator.name, name.category,
    ].joined(separator: "|")
  }

  func text(_ name: FlowName, _ coverage: FigurePeriod) -> String {
    [
      "\(LedgerKey.flowWord)\(name.level.name)", site(name.origin), site(name.destination),
      LedgerKey.text(coverage), "\(name.kind.rawValue) \(name.unit.rawValue)",
    ].joined(separator: "|")
  }

  func text(_ name: ToldName) -> String {
    switch name {
    case .figure(let name): text(name)
    case .flow(let name, let coverage): text(name, coverage)
    }
  }

  /// What is told, by name as text.
  func statements(
    _ told: [(name: ToldName, figure: Ledger.Entry.Figure)]
  ) -> [String: Ledger.Entry.Figure] {
    Dictionary(told.map { (text($0.name), $0.figure) }, uniquingKeysWith: { $1 })
  }

  static func text(_ period: FigurePeriod) -> String {
    "\(LedgerKey.word(period.kind)) \(period.first) \(period.last)"
  }

  /// The figure of a key; `nil` for a flow, or where the catalogue lacks the region.
  func figure(_ text: String) -> FigureName? {
    let parts = text.split(
      separator: "|", maxSplits: 4, omittingEmptySubsequences: false
    ).map(String.init)
    guard parts.count == 5, let site = site(of: parts[1]),
      let period = LedgerKey.period(parts[2]), let indicator = Indicator(name: parts[3])
    else { return nil }
    let view: Tally.View?
    view = parts[0] == "zone" ? .zone : Level(word: parts[0]).map(Tally.View.level)
    return view.map {
      FigureName(view: $0, site: site, period: period, indicator: indicator, category: parts[4])
    }
  }

  /// The flow of a key, and the days over which it is counted; `nil` for a figure, or where the
  /// catalogue lacks a region.
  func flow(_ text: String) -> (name: FlowName, days: FigurePeriod)? {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 5, parts[0].hasPrefix(LedgerKey.flowWord),
      let level = Level(word: String(parts[0].dropFirst(LedgerKey.flowWord.count))),
      let origin = site(of: parts[1]), let destination = site(of: parts[2]),
      let days = LedgerKey.period(parts[3])
    else { return nil }
    let words = parts[4].split(separator: " ").map(String.init)
    guard words.count == 2, let kind = Movement.Kind(rawValue: words[0]),
      let unit = Movement.Unit(rawValue: words[1])
    else { return nil }
    let name = FlowName(
      level: level, origin: origin, destination: destination, kind: kind, unit: unit)
    return (name, days)
  }

  /// The figure or flow of a key; `nil` where the catalogue lacks a region.
  func name(_ text: String) -> ToldName? {
    figure(text).map(ToldName.figure) ?? flow(text).map { .flow($0.name, $0.days) }
  }

  private static let flowWord = "flow "

  /// A key of all days of a release without the days; `nil` for others.
  static func total(_ key: String) -> String? {
    var parts = key.split(separator: "|", maxSplits: 4, omittingEmptySubsequences: false)
    let place = parts.first?.hasPrefix(flowWord) == true ? 3 : 2
    guard parts.count > place, parts[place].hasPrefix("\(word(.coverage)) ") else { return nil }
    parts.remove(at: place)
    return parts.joined(separator: "|")
  }

  /// What is counted anew with a figure, the narrowest last; none for what is no key.
  static func counts(_ key: String) -> [LedgerCount] {
    let parts = key.split(separator: "|", maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5 else { return [] }
    let isFlow = parts[0].hasPrefix(flowWord)
    let unit = parts[4].split(separator: " ").last.flatMap { Movement.Unit(rawValue: String($0)) }
    let indicator =
      isFlow ? unit.map { Indicator(.displaced, unit: $0) } : Indicator(name: String(parts[3]))
    guard let indicator else { return [] }
    let all = LedgerCount(indicator: Waiting.Group.indicator(indicator).name, period: nil)
    let period = String(parts[isFlow ? 3 : 2])
    // Totals over all days change with any period.
    let totals = [FigurePeriod.Kind.coverage, .beyond].map { "\(word($0)) " }
    if totals.contains(where: period.hasPrefix) { return [all] }
    return [all, LedgerCount(indicator: all.indicator, period: period)]
  }

  // MARK: - Parts

  private func site(_ site: Tally.Site) -> String {
    switch site {
    case .region(let number): "region \(catalog[number].id.code)"
    case .unspecified(let number): "unspecified \(catalog[number].id.code)"
    case .external(let code): "external \(code)"
    case .outside: "outside"
    case .unplaced: "unplaced"
    }
  }

  private func site(of text: String) -> Tally.Site? {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    switch (words.first, words.count) {
    case ("region", 2): return catalog.number(of: RegionID(words[1])).map(Tally.Site.region)
    case ("unspecified", 2):
      return catalog.number(of: RegionID(words[1])).map(Tally.Site.unspecified)
    case ("external", 2): return .external(words[1])
    case ("outside", 1): return .outside
    case ("unplaced", 1): return .unplaced
    default: return nil
    }
  }

  static func period(_ text: String) -> FigurePeriod? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 3, let first = day(words[1]), let last = day(words[2]) else { return nil }
    let kinds: [FigurePeriod.Kind] = [.coverage, .period, .unspecified, .beyond]
    return kinds.first { word($0) == words[0] }
      .map { FigurePeriod($0, first: first, last: last) }
  }

  private static func word(_ kind: FigurePeriod.Kind) -> String {
    switch kind {
    case .coverage: "coverage"
    case .period: "period"
    case .unspecified: "unspecified"
    case .beyond: "beyond"
    }
  }

  static func day(_ text: String) -> Day? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return parts.count == 3 ? Day(year: parts[0], month: parts[1], day: parts[2]) : nil
  }
}
