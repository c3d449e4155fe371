/// What is known of one region or settlement, as plain values for a listing.
public struct RegionDescription: Hashable, Sendable {
  /// One step of the chain of parents.
  public struct Step: Hashable, Sendable {
    public let id: RegionID
    public let name: String
    public let levelName: String
  }

  public let id: RegionID
  public let name: String
  public let nameArabic: String?
  public let aliases: [String]
  /// The level's name, `zone` or `settlement`.
  public let levelName: String
  /// The parents, the nearest first, up to the country.
  public let parents: [Step]
  /// How many regions name this one as their parent.
  public let childCount: Int
  /// Geodesic, in square kilometres; `nil` for settlements and the country.
  public let areaSquareKilometers: Double?
  /// A point inside, or the settlement's point; `nil` for the country.
  public let point: Coordinate?
  public let population: Population?
  public let provenance: Provenance
  /// The zones that wholly cover it; of a settlement, those that cover its subdistrict.
  public let zones: [RegionID]
  /// The zones that cover a part of it without covering it wholly.
  public let partZones: [RegionID]
}

extension RegionCatalog {
  /// The region and its parents, the nearest first, up to the country.
  public func chain(of number: RegionNumber) -> [RegionNumber] {
    var chain = [number]
    var current = number
    while current != .country {
      current = parent(of: current)
      chain.append(current)
    }
    return chain
  }

  /// What is known of the region or settlement with this id, or `nil` where there is none.
  public func describe(_ id: RegionID) -> RegionDescription? {
    if let number = number(of: id) { return describe(number) }
    guard let settlement = settlement(id) else { return nil }
    let subdistrict = number(of: settlement.subdistrict)
    return RegionDescription(
      id: id, name: settlement.name, nameArabic: settlement.nameArabic,
      aliases: settlement.aliases, levelName: "settlement",
      parents: (subdistrict.map(chain) ?? []).map(step), childCount: 0,
      areaSquareKilometers: nil, point: settlement.point, population: nil,
      provenance: Provenance(),
      zones: (subdistrict.map(zones(covering:)) ?? []).map { self[$0].id },
      partZones: subdistrict.map(partZones) ?? [])
  }

  private func describe(_ number: RegionNumber) -> RegionDescription {
    let region = self[number]
    let isCountry = number == .country
    return RegionDescription(
      id: region.id, name: region.name, nameArabic: region.nameArabic, aliases: region.aliases,
      levelName: region.levelName, parents: chain(of: number).dropFirst().map(step),
      childCount: children(of: number).count,
      areaSquareKilometers: isCountry ? nil : region.areaSquareKilometers,
      point: isCountry ? nil : region.labelPoint, population: region.population,
      provenance: region.provenance, zones: zones(covering: number).map { self[$0].id },
      partZones: partZones(number))
  }

  private func partZones(_ number: RegionNumber) -> [RegionID] {
    let whole = zones(covering: number)
    return zones(touching: number).filter { !whole.contains($0) }.map { self[$0].id }
  }

  private func step(_ number: RegionNumber) -> RegionDescription.Step {
    let region = self[number]
    return RegionDescription.Step(
      id: region.id, name: region.name, levelName: region.levelName)
  }
}
