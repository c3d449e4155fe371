public import Regions

/// Finds the place of a figure that a person names: a code, a name, a country's ISO code,
/// `outside` or `unplaced`.
public struct PlaceLookup: Sendable {
  public struct Answer: Hashable, Sendable {
    public let view: Tally.View
    public let site: Tally.Site
  }

  let names: RegionNames
  let catalog: RegionCatalog

  public init(names: RegionNames, catalog: RegionCatalog) {
    self.names = names
    self.catalog = catalog
  }

  /// - Parameter level: for places that are no region, the level they are seen at (else the
  ///   governorates); for a name, the level of the region meant; for a region of a coarser level,
  ///   what is known to lie in it but is unspecified at that level.
  public func find(_ text: String, level: Level?) throws(PlaceLookupError) -> Answer {
    switch text.lowercased() {
    case "outside": return Answer(view: .level(level ?? .governorate), site: .outside)
    case "unplaced": return Answer(view: .level(level ?? .governorate), site: .unplaced)
    default: break
    }
    let byCode = names.match(code: text)
    if byCode != .unknown { return try answer(byCode, text, level) }
    let atLevel = names.match(name: text, level: level, within: nil)
    if atLevel != .unknown { return try answer(atLevel, text, level) }
    return try answer(names.match(name: text, level: nil, within: nil), text, level)
  }

  private func answer(
    _ match: NameMatch, _ text: String, _ level: Level?
  ) throws(PlaceLookupError) -> Answer {
    switch match {
    case .region(let number): return try answer(number, level)
    case .external(let code):
      return Answer(view: .level(level ?? .governorate), site: .external(code))
    case .settlement(let index): throw .settlement(in: catalog.settlements[index].subdistrict)
    case .ambiguous(let ids): throw .ambiguous(ids)
    case .unknown: throw .unknown(near: names.candidates(near: text, limit: 5, level: level))
    }
  }

  private func answer(
    _ number: RegionNumber, _ level: Level?
  ) throws(PlaceLookupError) -> Answer {
    guard let own = catalog[number].level else {
      if level != nil { throw .noLevel(catalog[number].id) }
      return Answer(view: .zone, site: .region(number))
    }
    guard let level, level != own else {
      return Answer(view: .level(own), site: .region(number))
    }
    guard own < level else { throw .noLevel(catalog[number].id) }
    return Answer(view: .level(level), site: .unspecified(number))
  }
}

/// Why a text names no place of a figure.
public enum PlaceLookupError: Error, Equatable {
  /// Several regions bear the name.
  case ambiguous([RegionID])
  /// Regions with similar names, the nearest first.
  case unknown(near: [RegionID])
  /// A settlement has no figures of its own; its subdistrict has.
  case settlement(in: RegionID)
  /// The level asked for is above the region's own, or the region is a zone.
  case noLevel(RegionID)
}
