extension Country {
  /// A point inside the country, to a tenth of a degree, where a flow line may end; known for
  /// Syria, its neighbors and the main countries of asylum, `nil` for the others.
  ///
  /// Chosen by eye near the middle of the main territory; no more than a place for a label.
  public var labelPoint: Coordinate? { Country.labelPoints[alpha3] }

  private static let labelPoints: [String: Coordinate] = [
    "SYR": point(38.5, 35.0), "LBN": point(35.9, 33.9), "TUR": point(35.2, 39.0),
    "JOR": point(36.8, 31.3), "IRQ": point(43.7, 33.0), "EGY": point(29.9, 26.6),
    "ISR": point(34.9, 31.0), "PSE": point(35.3, 32.0), "CYP": point(33.2, 35.0),
    "ARM": point(44.9, 40.3), "GEO": point(43.5, 42.2), "AZE": point(47.5, 40.3),
    "IRN": point(54.3, 32.5), "SAU": point(44.5, 24.1), "ARE": point(54.3, 23.9),
    "KWT": point(47.6, 29.3), "QAT": point(51.2, 25.3), "BHR": point(50.5, 26.0),
    "OMN": point(56.1, 20.6), "YEM": point(47.6, 15.9), "LBY": point(18.0, 27.0),
    "SDN": point(30.0, 16.0), "SOM": point(45.9, 5.2), "DZA": point(2.6, 28.2),
    "MAR": point(-6.3, 31.9), "TUN": point(9.6, 34.2), "MRT": point(-10.3, 20.3),
    "DEU": point(10.4, 51.1), "SWE": point(16.3, 62.8), "NLD": point(5.6, 52.3),
    "AUT": point(14.1, 47.6), "GRC": point(22.6, 39.3), "BEL": point(4.6, 50.6),
    "DNK": point(9.3, 56.0), "NOR": point(9.0, 61.3), "FIN": point(26.3, 63.5),
    "FRA": point(2.5, 46.6), "CHE": point(8.2, 46.8), "GBR": point(-1.8, 52.8),
    "IRL": point(-7.9, 53.2), "ITA": point(12.8, 42.8), "ESP": point(-3.6, 40.2),
    "BGR": point(25.2, 42.8), "ROU": point(25.0, 45.9), "SRB": point(20.8, 44.2),
    "HUN": point(19.4, 47.2), "POL": point(19.4, 52.1), "UKR": point(31.4, 49.0),
    "RUS": point(44.0, 56.0), "USA": point(-98.6, 39.8), "CAN": point(-106.0, 56.0),
    "BRA": point(-53.1, -10.8), "AUS": point(134.4, -25.7), "MYS": point(102.3, 3.9),
  ]

  private static func point(_ longitude: Double, _ latitude: Double) -> Coordinate {
    Coordinate(longitude: longitude, latitude: latitude)
  }
}
