/// Which columns of a table say where its rows are, where the user says so.
public struct PlaceColumnNames: Hashable, Sendable {
  public var longitude: String?
  public var latitude: String?
  /// A level such as `district`, a distance such as `250m`, `settlement` or `exact`.
  public var precision: String?
  public var country: String?
  /// Codes of regions, such as p-codes.
  public var code: String?
  /// Names of regions.
  public var name: String?

  public init(
    longitude: String? = nil, latitude: String? = nil, precision: String? = nil,
    country: String? = nil, code: String? = nil, name: String? = nil
  ) {
    self.longitude = longitude
    self.latitude = latitude
    self.precision = precision
    self.country = country
    self.code = code
    self.name = name
  }

  /// What a column is usually called, in folded spelling, the surest first.
  static let usualLongitudes = [
    "longitude", "lon", "lng", "long", "#geo+lon", "decimal_longitude", "decimallongitude",
    "point_x", "x", "خط_الطول",
  ]
  static let usualLatitudes = [
    "latitude", "lat", "#geo+lat", "decimal_latitude", "decimallatitude", "point_y", "y",
    "خط_العرض",
  ]

  var given: [(option: String, name: String)] {
    [
      ("--longitude", longitude), ("--latitude", latitude), ("--precision", precision),
      ("--country", country), ("--code", code), ("--name", name),
    ].compactMap { option, name in name.map { (option, $0) } }
  }
}
