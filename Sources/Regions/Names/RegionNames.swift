/// Finds the region, settlement or country that a code or a name means (rule P6).
///
/// Built once from a catalogue and shared freely between tasks. Matching is exact after
/// normalisation (see `NameKey`); nothing is ever guessed from a similar spelling.
public struct RegionNames: Sendable {
  let catalog: RegionCatalog
  /// Names as they are. Places: numbers of regions, behind them the settlements, then abroad.
  let full: NameTable
  /// Names without articles and without words for kinds of places, where that makes them shorter.
  let short: NameTable
  let ranks: [NameRank]
  let homeKeys: Set<NameKey>
  let abroadKeys: Set<NameKey>
  let abroadNames: [NameKey: String]

  /// Takes about 25 ms for the shipped catalogue of 762 regions and 7,593 settlements.
  public init(_ catalog: RegionCatalog) {
    var builder = Builder(expectedPlaces: catalog.regions.count + catalog.settlements.count)
    for (index, region) in catalog.regions.enumerated() {
      let own = NameRank(region)
      builder.add(region.name, place: index, rank: own)
      if let arabic = region.nameArabic { builder.add(arabic, place: index, rank: own) }
      for alias in region.aliases { builder.add(alias, place: index, rank: own) }
    }
    for (index, settlement) in catalog.settlements.enumerated() {
      let place = catalog.regions.count + index
      builder.add(settlement.name, place: place, rank: .settlement)
      if let arabic = settlement.nameArabic {
        builder.add(arabic, place: place, rank: .settlement)
      }
      for alias in settlement.aliases { builder.add(alias, place: place, rank: .settlement) }
    }
    self.init(catalog, full: builder.full, short: builder.short)
  }

  /// - Parameters:
  ///   - full: the names as they are, of this catalogue's places.
  ///   - short: the shorter ones.
  init(_ catalog: RegionCatalog, full: NameTable, short: NameTable) {
    self.catalog = catalog
    self.full = full
    self.short = short
    ranks =
      catalog.regions.map(NameRank.init)
      + Array(repeating: .settlement, count: catalog.settlements.count)
    homeKeys = RegionNames.homeKeys(of: catalog)
    abroadKeys = RegionNames.abroadKeys(home: homeKeys)
    abroadNames = RegionNames.abroadNames(of: catalog)
  }

  /// What a code stands for: the id of a region (`SY0402`) or of a settlement (`C2528`), or a code
  /// of ISO 3166-1 for a country (`SYR`, `LB`).
  ///
  /// Codes are compared as they are, and once more without blanks and in capitals.
  public func match(code: String) -> NameMatch {
    if let found = place(RegionID(code)) { return found }
    let trimmed = code.filter { !$0.isWhitespace }
    if let found = place(RegionID(trimmed)) ?? place(RegionID(trimmed.uppercased())) {
      return found
    }
    if NameKey(trimmed) == RegionNames.abroadKey { return .external(NameMatch.abroad) }
    guard let country = Country.match(code: trimmed) else { return .unknown }
    return catalog.isHome(country) ? .region(.country) : .external(country.alpha3)
  }

  private func place(_ id: RegionID) -> NameMatch? {
    if let number = catalog.number(of: id) { return .region(number) }
    return catalog.settlementIndex(of: id).map(NameMatch.settlement)
  }
}

extension RegionNames {
  private struct Builder {
    var full: NameTable
    var short: NameTable

    init(expectedPlaces: Int) {
      full = NameTable(expectedKeys: expectedPlaces * 4)
      short = NameTable(expectedKeys: expectedPlaces * 2)
    }

    mutating func add(_ name: String, place: Int, rank: NameRank) {
      let key = NameKey(name)
      let place = Int32(place)
      full.insert(key, place: place)
      if let rest = key.withoutArticles { short.insert(rest, place: place) }
      // "Kobani District" among a district's names also says that it is called Kobani.
      guard rank != .settlement, let (rest, kind) = key.withoutKindOfPlace, kind == rank else {
        return
      }
      short.insert(rest, place: place)
      if let bare = rest.withoutArticles { short.insert(bare, place: place) }
    }
  }

  private static let abroadKey = NameKey(NameMatch.abroad)

  private static func homeKeys(of catalog: RegionCatalog) -> Set<NameKey> {
    let root = catalog.country
    var names = [root.name] + root.aliases
    if let arabic = root.nameArabic { names.append(arabic) }
    if let country = catalog.home { names += country.names }
    return Set(names.map(NameKey.init).filter { !$0.isEmpty })
  }

  private static func abroadKeys(home: Set<NameKey>) -> Set<NameKey> {
    let phrases = [
      "abroad", "other country", "other countries", "another country", "out of country",
      "outside the country", "outside of the country", "خارج البلاد", "خارج القطر", "خارج البلد",
      "دول أخرى", "بلدان أخرى", "دولة أخرى",
    ]
    let outside = home.flatMap { home in
      ["outside \(home)", "outside of \(home)", "out of \(home)", "خارج \(home)"]
    }
    return Set((phrases + outside).map(NameKey.init))
  }

  /// Names of the known regions abroad; one that two countries share is left out.
  private static func abroadNames(of catalog: RegionCatalog) -> [NameKey: String] {
    var countries: [NameKey: Set<String>] = [:]
    for region in catalog.abroad {
      let country = Country.match(code: region.country)?.alpha3 ?? region.country
      var names = [region.name] + region.aliases
      if let arabic = region.nameArabic { names.append(arabic) }
      for key in names.map(NameKey.init) where !key.isEmpty {
        countries[key, default: []].insert(country)
      }
    }
    return countries.compactMapValues { $0.count == 1 ? $0.first : nil }
  }
}
