extension RegionCatalog {
  /// A region or settlement that a search has found.
  public struct Hit: Hashable, Sendable {
    /// How the text was found, the surest first.
    public enum Reason: Int, Comparable, Hashable, Sendable, CaseIterable {
      case id
      /// English or Arabic name.
      case name
      case alias
      /// A name begins with the text.
      case prefix
      /// A name contains the text.
      case part

      public static func < (left: Reason, right: Reason) -> Bool {
        left.rawValue < right.rawValue
      }
    }

    public let id: RegionID
    public let name: String
    /// The level's name, `zone` or `settlement`.
    public let levelName: String
    public let reason: Reason
    /// The name that was found, where it is not the main one.
    public let alias: String?
  }

  /// The regions and settlements that a text finds, for people who look something up.
  ///
  /// Compares the ids, and the names after the normalisation of `NameKey`. The surest reason comes
  /// first, then the higher level (settlements below subdistricts, zones last), then the id.
  /// Takes some 20 ms for the shipped catalogue.
  public func search(_ text: String) -> [Hit] {
    let wanted = NameKey(text)
    let id = String(text.filter { !$0.isWhitespace }).uppercased()
    guard !id.isEmpty else { return [] }
    var hits: [(rank: NameRank, hit: Hit)] = []
    for region in regions {
      let names = SearchedNames(
        id: region.id, name: region.name, nameArabic: region.nameArabic, aliases: region.aliases,
        levelName: region.levelName)
      if let hit = names.hit(wanted, id: id) { hits.append((NameRank(region), hit)) }
    }
    for place in settlements {
      let names = SearchedNames(
        id: place.id, name: place.name, nameArabic: place.nameArabic, aliases: place.aliases,
        levelName: "settlement")
      if let hit = names.hit(wanted, id: id) { hits.append((.settlement, hit)) }
    }
    return hits.sorted {
      ($0.hit.reason, $0.rank, $0.hit.id) < ($1.hit.reason, $1.rank, $1.hit.id)
    }.map(\.hit)
  }
}

/// The names of one place, as a search goes through them.
private struct SearchedNames {
  let id: RegionID
  let name: String
  let nameArabic: String?
  let aliases: [String]
  let levelName: String

  func hit(_ wanted: NameKey, id wantedID: String) -> RegionCatalog.Hit? {
    if id.code.uppercased() == wantedID { return hit(.id, nil) }
    guard !wanted.isEmpty else { return nil }
    var best: RegionCatalog.Hit?
    for candidate in [name] + (nameArabic.map { [$0] } ?? []) + aliases {
      guard let reason = reason(wanted, NameKey(candidate)) else { continue }
      let isMain = candidate == name || candidate == nameArabic
      let actual = reason == .name && !isMain ? .alias : reason
      if let best, best.reason <= actual { continue }
      best = hit(actual, candidate == name ? nil : candidate)
    }
    return best
  }

  private func reason(_ wanted: NameKey, _ key: NameKey) -> RegionCatalog.Hit.Reason? {
    if key == wanted { return .name }
    if key.bytes.starts(with: wanted.bytes) { return .prefix }
    return key.contains(wanted) ? .part : nil
  }

  private func hit(_ reason: RegionCatalog.Hit.Reason, _ alias: String?) -> RegionCatalog.Hit {
    RegionCatalog.Hit(id: id, name: name, levelName: levelName, reason: reason, alias: alias)
  }
}
