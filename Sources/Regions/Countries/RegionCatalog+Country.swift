extension RegionCatalog {
  /// The country of the boundary set, where it is one of ISO 3166-1.
  public var home: Country? { Country.match(code: country.country) }

  public func isHome(_ other: Country) -> Bool { other == home }

  /// Whether a record's country is that of the boundary set; a record of another country is
  /// external, whatever its point says (rule P8).
  ///
  /// - Parameter text: a code of ISO 3166-1 or a name.
  /// - Returns: `nil` where the text is no country that we know.
  public func isHome(country text: String) -> Bool? {
    if let other = Country.match(text) { return other == home }
    let key = NameKey(text)
    let own = [country.id.code, country.name, country.nameArabic ?? ""] + country.aliases
    return !key.isEmpty && own.contains { NameKey($0) == key } ? true : nil
  }
}
