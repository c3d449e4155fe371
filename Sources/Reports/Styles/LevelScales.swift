import Regions

/// At which scales each level is shown: one level at a time, the finer the closer one looks.
struct LevelScales {
  /// The denominator at which a level gives way to the next finer one that is shown. A country as
  /// large as Syria fills a screen at some 1:1,500,000 and opens with its governorates.
  private static let limits: [Level: Int] = [
    .country: 12_000_000, .governorate: 600_000, .district: 300_000, .subdistrict: 80_000,
  ]

  /// Those shown, from the coarsest down.
  let levels: [Level]

  init(_ names: [String]) {
    levels = names.compactMap { Level(word: $0) }.sorted()
  }

  func range(of level: Level) -> ScaleRange {
    let coarser = levels.last { $0 < level }
    let finer = levels.first { $0 > level }
    // Neighborhoods do not fill their subdistrict, so what lies under them stays.
    let givesWay = finer != nil && finer != .neighborhood
    return ScaleRange(
      finest: givesWay ? Self.limit(level) : 0, coarsest: coarser.map(Self.limit) ?? 0)
  }

  /// An expression of QGIS for the level of the scale at hand.
  var levelAtScale: String {
    guard let finest = levels.last else { return "''" }
    let cases = levels.dropLast().map {
      "WHEN @map_scale >= \(Self.limit($0)) THEN \(StyleText.literal($0.name))"
    }
    let last = StyleText.literal(finest.name)
    return cases.isEmpty ? last : "CASE \(cases.joined(separator: " ")) ELSE \(last) END"
  }

  private static func limit(_ level: Level) -> Int { limits[level] ?? 0 }
}
