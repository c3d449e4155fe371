/// What a code or a name stands for.
public enum NameMatch: Hashable, Sendable {
  /// A region of a level, a zone, or the country itself.
  case region(RegionNumber)
  /// A position in `RegionCatalog.settlements`.
  case settlement(Int)
  /// A place abroad: the ISO 3166-1 alpha-3 code of its country, or `ABROAD` where the text only
  /// says that it is not in the country.
  case external(String)
  /// Several places of one level bear the name; which one is meant is not for us to guess.
  case ambiguous([RegionID])
  case unknown

  /// The external node of people who are abroad, nobody says where.
  public static let abroad = "ABROAD"
}
