extension RegionNames {
  /// What a name stands for.
  ///
  /// A name that places of several levels share means the highest of them; a settlement ranks
  /// below the subdistricts and above the neighborhoods, a zone last, and a country first (there
  /// is a village called Qatar). Where a name fits nothing, it is tried again without a word for
  /// a kind of place, which then says the level ("Hama Governorate", "منطقة حلب"), and without
  /// articles ("Hasakeh" for "Al-Hasakeh"). Names of regions abroad are taken only when nothing
  /// inside fits; then the names of countries count as well, whatever the level.
  ///
  /// - Parameters:
  ///   - level: the level that the record says this is; only places of that level count, and for
  ///     `neighborhood` settlements where no neighborhood bears the name.
  ///   - parent: only places inside this region count; where none bears the name, the region
  ///     itself, if it does. `nil` searches everywhere, also abroad.
  /// - Returns: `ambiguous` where two places of the best level bear the name.
  public func match(
    name: String, level: Level?, within parent: RegionNumber?
  ) -> NameMatch {
    let key = NameKey(name)
    guard !key.isEmpty else { return .unknown }
    if level == nil || level == .country, let country = matchCountry(key, within: parent) {
      return country
    }
    let query = Query(ranks: RegionNames.ranks(of: level), parent: parent)
    if let found = matchInside(key, query) { return found }
    return parent == nil ? matchAbroad(key) : .unknown
  }

  /// A country outranks every place inside, as a governorate outranks a village of its name.
  private func matchCountry(_ key: NameKey, within parent: RegionNumber?) -> NameMatch? {
    if homeKeys.contains(key) {
      return parent == nil || parent == .country ? .region(.country) : nil
    }
    guard parent == nil, let country = Country.match(key: key) else { return nil }
    return .external(country.alpha3)
  }

  /// Which places count, best first.
  struct Query {
    /// The ranks that count, or `nil` for all.
    var ranks: [NameRank]?
    let parent: RegionNumber?
  }

  static func ranks(of level: Level?) -> [NameRank]? {
    switch level {
    case nil: nil
    case .country: [.country]
    case .governorate: [.governorate]
    case .district: [.district]
    case .subdistrict: [.subdistrict]
    case .neighborhood: [.neighborhood, .settlement]
    }
  }

  private func matchInside(_ key: NameKey, _ query: Query) -> NameMatch? {
    if let found = choose(full.places(named: key), query) { return found }
    var attempts = [(key, query)]
    if let (rest, kind) = key.withoutKindOfPlace, query.ranks?.contains(kind) ?? true {
      let narrow = Query(ranks: [kind], parent: query.parent)
      if let found = choose(full.places(named: rest), narrow) { return found }
      attempts.append((rest, narrow))
    }
    for (key, query) in attempts {
      if let found = choose(short.places(named: key), query) { return found }
      guard let bare = key.withoutArticles else { continue }
      if let found = choose(full.places(named: bare), query) { return found }
      if let found = choose(short.places(named: bare), query) { return found }
    }
    return nil
  }

  /// The one place of the best rank among those that count.
  private func choose(_ places: NameTable.Places, _ query: Query) -> NameMatch? {
    var best: [Int] = []
    var bestOrder = Int.max
    var parentFits = false
    for place in places {
      let place = Int(place)
      guard let order = order(of: ranks[place], in: query.ranks) else { continue }
      if let parent = query.parent, place == Int(parent.value) { parentFits = true }
      guard order <= bestOrder, lies(place, inside: query.parent) else { continue }
      if order < bestOrder { best.removeAll() }
      bestOrder = order
      best.append(place)
    }
    if best.count == 1 { return match(ofPlace: best[0]) }
    if best.isEmpty { return parentFits ? query.parent.map(NameMatch.region) : nil }
    return .ambiguous(best.map(id(ofPlace:)).sorted())
  }

  private func order(of rank: NameRank, in ranks: [NameRank]?) -> Int? {
    guard let ranks else { return Int(rank.rawValue) }
    return ranks.firstIndex(of: rank)
  }

  /// Whether the place lies below `parent`, by the chain of parents or as part of a zone.
  func lies(_ place: Int, inside parent: RegionNumber?) -> Bool {
    guard let parent, parent != .country else { return true }
    var current: RegionNumber
    if place < catalog.regions.count {
      if place == Int(parent.value) { return false }
      current = RegionNumber(Int32(place))
    } else {
      let settlement = catalog.settlements[place - catalog.regions.count]
      guard let subdistrict = catalog.number(of: settlement.subdistrict) else { return false }
      current = subdistrict
    }
    if catalog.zones(covering: current).contains(parent) { return true }
    while current != parent {
      if current == .country { return false }
      current = catalog.parent(of: current)
    }
    return true
  }

  private func matchAbroad(_ key: NameKey) -> NameMatch {
    if abroadKeys.contains(key) { return .external(NameMatch.abroad) }
    for key in [key, key.withoutKindOfPlace?.rest].compactMap({ $0 }) {
      if let country = abroadNames[key] { return .external(country) }
    }
    return matchCountry(key, within: nil) ?? .unknown
  }

  private func match(ofPlace place: Int) -> NameMatch {
    place < catalog.regions.count
      ? .region(RegionNumber(Int32(place))) : .settlement(place - catalog.regions.count)
  }

  func id(ofPlace place: Int) -> RegionID {
    place < catalog.regions.count
      ? catalog.regions[place].id : catalog.settlements[place - catalog.regions.count].id
  }
}
