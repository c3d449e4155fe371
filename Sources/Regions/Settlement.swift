/// A town, village or neighborhood of the gazetteer: a name and a point, without an outline.
public struct Settlement: Sendable, Identifiable {
  /// OCHA's code of the community, such as `C2528`.
  public let id: RegionID
  public let name: String
  public let nameArabic: String?
  public let aliases: [String]
  public let point: Coordinate
  /// The subdistrict it lies in by its code.
  public let subdistrict: RegionID

  public init(
    id: RegionID, name: String, nameArabic: String?, aliases: [String], point: Coordinate,
    subdistrict: RegionID
  ) {
    self.id = id
    self.name = name
    self.nameArabic = nameArabic
    self.aliases = aliases
    self.point = point
    self.subdistrict = subdistrict
  }
}
