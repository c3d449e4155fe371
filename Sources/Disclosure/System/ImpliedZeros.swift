import Records
import Regions
import Tallies

/// Which figures that are missing say of a withheld one that it is a zero.
///
/// What is missing is a zero, and below a zero everything is one. A figure above zero stands in
/// every sum that it is part of, and some part of it in every breakdown, so nothing is missing
/// around it. A figure that an earlier release withheld may have become a zero since: its record
/// was withdrawn, or moved to another month. It is withheld on; but where the total above it, or
/// all that it could be made of, is missing, everybody sees what it has become.
struct ImpliedZeros {
  private let catalog: RegionCatalog
  private let settings: ReportSettings
  private let coverage: FigurePeriod
  private let levels: [JointSystem.LevelKey: [Level]]
  private let isOfAnyPeriod: Bool
  /// A period that the release is broken down by, and a category of each view and indicator.
  private var period: FigurePeriod?
  private var categories: [FigureName: String] = [:]

  private var present: Set<FigureName> = []
  private var kinds: Set<FigureName> = []
  /// Figures that something told is part of: by place, time and category, and zones by place.
  private var divided: [Set<FigureName>] = [[], [], []]
  private var touched: Set<FigureName> = []
  private let hasZones: Bool

  /// - Parameters:
  ///   - names: of figures that are above zero or withheld.
  ///   - inAnyPeriod: whether a level that is shown in one period is shown in all.
  init(
    _ names: [FigureName], catalog: RegionCatalog, settings: ReportSettings,
    coverage: FigurePeriod, inAnyPeriod: Bool
  ) {
    (self.catalog, self.settings, self.coverage) = (catalog, settings, coverage)
    isOfAnyPeriod = inAnyPeriod
    levels = JointSystem.levels(of: names) {
      JointSystem.LevelKey($0, inAnyPeriod: inAnyPeriod)
    }
    hasZones = names.contains { $0.view == .zone }
    for name in names { insert(name) }
  }

  /// The figures whose absence tells something of the given ones.
  func missing(around seeds: [FigureName], isTold: (FigureName) -> Bool) -> [FigureName] {
    var found: [FigureName] = []
    var seen: Set<FigureName> = []
    for name in seeds.flatMap({ wholes(of: $0) + parts(of: $0) })
    where !present.contains(name) && isTold(name) && seen.insert(name).inserted {
      found.append(name)
    }
    return found
  }

  /// The same, and those whose absence tells something of these, and so on.
  mutating func closure(
    around seeds: [FigureName], isTold: (FigureName) -> Bool
  ) -> [FigureName] {
    var found: [FigureName] = []
    var open = seeds
    while let name = open.popLast() {
      // One at a time: what is added for one reason may do for the next.
      while let next = (wholes(of: name) + parts(of: name)).first(where: {
        !present.contains($0) && isTold($0)
      }) {
        insert(next)
        found.append(next)
        open.append(next)
      }
    }
    return found
  }

  /// Whether any figure of its kind is told, so that what is missing there is a zero.
  func isKindTold(_ name: FigureName) -> Bool { kinds.contains(Self.kind(name)) }

  private static func kind(_ name: FigureName) -> FigureName {
    var kind = name
    kind.site = .outside
    kind.category = name.category.isEmpty ? "" : "any"
    return kind
  }

  private mutating func insert(_ name: FigureName) {
    present.insert(name)
    kinds.insert(Self.kind(name))
    if name.period.kind == .period { period = max(period ?? name.period, name.period) }
    if !name.category.isEmpty {
      let kind = Self.kind(name)
      categories[kind] = min(categories[kind] ?? name.category, name.category)
    }
    if let whole = coarser(name) { divided[0].insert(whole) }
    if let whole = total(name) { divided[1].insert(whole) }
    if let whole = allCategories(name) { divided[2].insert(whole) }
    for zone in zones(name, where: catalog.zones(touching:)) { touched.insert(zone) }
  }

  // MARK: - What a figure is part of

  /// Figures that are zeros only if this one is.
  private func wholes(of name: FigureName) -> [FigureName] {
    var wholes = [total(name), allCategories(name)].compactMap { $0 }
    // Movement inside a region does not count there, whatever its parts say.
    if let whole = coarser(name), !name.indicator.crossesBorders || whole.site == name.site {
      wholes.append(whole)
    }
    if !name.indicator.crossesBorders { wholes += zones(name, where: catalog.zones(covering:)) }
    return wholes + causes(of: name)
  }

  /// Those that show the figure, from the coarsest down.
  private func levels(of name: FigureName) -> [Level] {
    levels[JointSystem.LevelKey(name, inAnyPeriod: isOfAnyPeriod)] ?? []
  }

  private func isLevelShown(_ name: FigureName) -> Bool {
    guard case .level(let level) = name.view else { return true }
    return levels(of: name).contains(level)
  }

  /// The same place at the next coarser level.
  private func coarser(_ name: FigureName) -> FigureName? {
    guard case .level(let level) = name.view,
      let above = levels(of: name).last(where: { $0 < level })
    else { return nil }
    var whole = name
    whole.view = .level(above)
    switch catalog.upward(name.site, to: above) {
    case .part(let site), .same(let site): whole.site = site
    case nil: return nil
    }
    return whole
  }

  /// Over all days.
  private func total(_ name: FigureName) -> FigureName? {
    guard settings.step != nil, name.period.kind != .coverage else { return nil }
    let isWhole =
      name.indicator.kind == .stock
      ? name.period.last == coverage.last
      : name.period.kind == .period || settings.from == nil && settings.to == nil
    var whole = name
    whole.period = coverage
    return isWhole ? whole : nil
  }

  private func allCategories(_ name: FigureName) -> FigureName? {
    guard !name.category.isEmpty, settings.category != .source else { return nil }
    var whole = name
    whole.category = ""
    return whole
  }

  private func zones(
    _ name: FigureName, where zones: (RegionNumber) -> [RegionNumber]
  ) -> [FigureName] {
    guard case .level = name.view, hasZones else { return [] }
    let region: RegionNumber
    switch name.site {
    case .region(let number), .unspecified(let number): region = number
    case .external, .outside, .unplaced: return []
    }
    return zones(region).map { zone in
      var whole = name
      (whole.view, whole.site) = (.zone, .region(zone))
      return whole
    }
  }

  /// Who departed was displaced, evicted or relocated, and arrived somewhere; see `tieEffects`.
  private func causes(of name: FigureName) -> [FigureName] {
    switch name.indicator.stem {
    case .departed:
      atPlace(name, [.displaced, .evicted, .relocated]) + somewhere(name, .arrived)
    case .returnsIn: atPlace(name, [.returned])
    case .returnsOut: somewhere(name, .returnsIn)
    default: []
    }
  }

  /// The first of some indicators at the same place, unless one of them is there.
  private func atPlace(_ name: FigureName, _ stems: [Indicator.Stem]) -> [FigureName] {
    let others = stems.map { other($0, name) }
    let areCounted = others.allSatisfy { isCounted($0.indicator) }
    let isMissing = areCounted && !others.contains(where: present.contains)
    return isMissing && isLevelShown(others[0]) ? [others[0]] : []
  }

  /// An indicator at any place of the level, unless it is at some.
  private func somewhere(_ name: FigureName, _ stem: Indicator.Stem) -> [FigureName] {
    guard case .level = name.view else { return [] }
    var other = other(stem, name)
    other.site = .unplaced
    let isMissing = isCounted(other.indicator) && !isKindTold(other)
    return isMissing && isLevelShown(other) ? [other] : []
  }

  private func other(_ stem: Indicator.Stem, _ name: FigureName) -> FigureName {
    var other = name
    other.indicator = Indicator(stem, unit: name.indicator.unit)
    return other
  }

  private func isCounted(_ indicator: Indicator) -> Bool {
    settings.indicators.isEmpty || settings.indicators.contains(indicator)
  }

  // MARK: - What a figure is made of

  /// For each breakdown in which no part of it is there, the one that says least.
  private func parts(of name: FigureName) -> [FigureName] {
    [place(in: name), period(in: name), category(in: name), place(inZone: name)]
      .compactMap { $0 }
  }

  private func place(in name: FigureName) -> FigureName? {
    guard case .level(let level) = name.view, !divided[0].contains(name),
      let below = levels(of: name).first(where: { $0 > level })
    else { return nil }
    var part = name
    part.view = .level(below)
    if case .region(let number) = name.site { part.site = .unspecified(number) }
    return part
  }

  private func period(in name: FigureName) -> FigureName? {
    guard name.period == coverage, name.indicator.kind != .stock, !divided[1].contains(name),
      let period
    else { return nil }
    var part = name
    part.period = period
    return part
  }

  private func category(in name: FigureName) -> FigureName? {
    guard name.category.isEmpty, settings.category != .source, !divided[2].contains(name) else {
      return nil
    }
    var part = name
    part.category = "any"
    guard let category = categories[Self.kind(part)] else { return nil }
    part.category = category
    return part
  }

  /// Somewhere in the country, which may be in any zone.
  private func place(inZone name: FigureName) -> FigureName? {
    guard name.view == .zone, !touched.contains(name),
      let country = catalog.number(of: catalog.country.id),
      let finest = levels(of: name).last
    else { return nil }
    var part = name
    (part.view, part.site) = (.level(finest), .unspecified(country))
    return part
  }
}
