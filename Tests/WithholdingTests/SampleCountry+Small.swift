import WithholdingSamples

extension SampleCountry {
  /// A country of one indicator and a few hundred figures.
  static func small(
    _ regions: [Int], periods: Int = 4, categories: Int = 6, records: Int, seed: UInt64
  ) -> SampleCountry {
    var country = SampleCountry()
    country.regions = regions
    country.periods = periods
    country.indicators = 1
    country.categories = categories
    country.records = records
    country.seed = seed
    return country
  }
}
