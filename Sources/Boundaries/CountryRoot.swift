import Regions

/// The country that a set of layers describes: the root above the coarsest level.
struct CountryRoot {
  let id: RegionID

  /// - Parameters:
  ///   - parents: the parents that the features name, a feature each.
  ///   - ids: the ids of all features.
  ///   - countries: the countries that the features name, a feature each.
  ///
  /// The root is the country most features name; without any, the parent most features name
  /// and no layer has; without that, Syria. Of several equally frequent, the smallest in byte
  /// order.
  init(countries: [String], parents: [RegionID], ids: Set<RegionID>) {
    if let country = Self.mostFrequent(countries.map { RegionID($0) }) {
      id = country
    } else {
      id = Self.mostFrequent(parents.filter { !ids.contains($0) }) ?? "SY"
    }
  }

  private static func mostFrequent(_ ids: [RegionID]) -> RegionID? {
    let counts = Dictionary(ids.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.max { $0.value == $1.value ? $0.key > $1.key : $0.value < $1.value }?.key
  }

  /// The root as a region without an outline: its area and population are those of the regions
  /// just below it, its label point that of the largest of them.
  func region(above regions: [Region]) -> Region {
    let coarsest = regions.compactMap(\.level).min()
    let parts = regions.filter { $0.level == coarsest && coarsest != nil }
    let largest = parts.max { $0.areaSquareKilometers < $1.areaSquareKilometers }
    let isSyria = id == "SY" || id == "SYR"
    return Region(
      id: id, kind: .level(.country), name: isSyria ? "Syria" : id.code,
      nameArabic: isSyria ? "سوريا" : nil,
      aliases: isSyria ? ["Syrian Arab Republic", "الجمهورية العربية السورية", "سورية"] : [],
      parent: nil, country: id.code, boundary: .empty,
      areaSquareKilometers: parts.reduce(0) { $0 + $1.areaSquareKilometers },
      labelPoint: largest?.labelPoint ?? Coordinate(longitude: 0, latitude: 0),
      population: Self.population(of: parts))
  }

  /// The sum, where all are known for the same year and in the same way.
  private static func population(of regions: [Region]) -> Population? {
    let known = regions.compactMap(\.population)
    guard let first = known.first, known.count == regions.count,
      known.allSatisfy({ $0.year == first.year && $0.kind == first.kind })
    else { return nil }
    let sources = Set(known.compactMap(\.source)).sorted()
    var count = 0
    for population in known {
      let (sum, isTooLarge) = count.addingReportingOverflow(population.count)
      guard !isTooLarge else { return nil }
      count = sum
    }
    return Population(
      count: count, year: first.year, kind: first.kind,
      source: sources.isEmpty ? nil : sources.joined(separator: "; "))
  }
}
