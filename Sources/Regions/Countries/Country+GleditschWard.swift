extension Country {
  /// The country of a number in Gleditsch and Ward's list of states, which UCDP uses
  /// (`country_id`): 652 is Syria. `nil` for numbers outside the list below.
  ///
  /// A matter of its own, because the numbers clash with those of ISO, where 652 is Saint
  /// Barthélemy. Source: K. S. Gleditsch and M. D. Ward, "Interstate system membership: a revised
  /// list of the independent states since 1816", International Interactions 25 (1999).
  public static func match(gleditschWard number: Int) -> Country? {
    gleditschWardNumbers[number].flatMap(match(code:))
  }

  /// The Middle East and North Africa, Europe's countries of asylum, and the powers involved.
  private static let gleditschWardNumbers: [Int: String] = [
    2: "USA", 20: "CAN", 200: "GBR", 205: "IRL", 210: "NLD", 211: "BEL", 220: "FRA", 225: "CHE",
    230: "ESP", 235: "PRT", 260: "DEU", 290: "POL", 305: "AUT", 310: "HUN", 325: "ITA",
    350: "GRC", 352: "CYP", 355: "BGR", 360: "ROU", 365: "RUS", 369: "UKR", 371: "ARM",
    372: "GEO", 373: "AZE", 375: "FIN", 380: "SWE", 385: "NOR", 390: "DNK", 520: "SOM",
    600: "MAR", 615: "DZA", 616: "TUN", 620: "LBY", 625: "SDN", 630: "IRN", 640: "TUR",
    645: "IRQ", 651: "EGY", 652: "SYR", 660: "LBN", 663: "JOR", 666: "ISR", 670: "SAU",
    678: "YEM", 690: "KWT", 692: "BHR", 694: "QAT", 696: "ARE", 698: "OMN",
  ]
}
