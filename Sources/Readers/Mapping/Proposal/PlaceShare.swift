import Regions

/// How many of a column's different values are places, and of which level.
struct PlaceShare {
  let isCode: Bool
  private let counts: [Level?: Int]
  private let found: Int
  private let values: Int

  init(_ survey: ColumnSurvey, _ names: RegionNames, _ catalog: RegionCatalog) {
    let byName = survey.matches(names, catalog, byCode: false)
    let byCode = survey.matches(names, catalog, byCode: true)
    isCode = byCode.values.reduce(0, +) > byName.values.reduce(0, +)
    counts = isCode ? byCode : byName
    found = counts.values.reduce(0, +)
    values = survey.values.count
  }

  /// Whether most values are places.
  var isKnown: Bool { found > 0 && found * 10 >= values * 6 }

  /// The level of most; `nil` where most are settlements. Of equals the coarsest.
  var level: Level? {
    func rank(_ level: Level?) -> UInt8 { level?.rawValue ?? .max }
    return counts.max { ($0.value, rank($1.key)) < ($1.value, rank($0.key)) }?.key ?? nil
  }

  var words: String {
    "\(found) of \(values) different values are known \(isCode ? "codes" : "names")"
  }
}
