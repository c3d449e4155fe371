/// What follows from regions and the parents they name.
struct Kinship: Sendable {
  let numbers: [RegionID: RegionNumber]
  let parents: [RegionNumber]
  /// For each region those that name it as their parent, zones left out.
  let children: [[RegionNumber]]
  /// For each region, and each level from the country down, the region of that level above it.
  /// Looked up for every record, so it is worked out beforehand.
  let ancestors: [RegionNumber?]

  /// - Parameter regions: in the order of their numbers, the country first.
  init(_ regions: [Region]) throws(CatalogError) {
    var numbers: [RegionID: RegionNumber] = [:]
    numbers.reserveCapacity(regions.count)
    for (index, region) in regions.enumerated() {
      guard numbers.updateValue(RegionNumber(Int32(index)), forKey: region.id) == nil else {
        throw .repeatedID(region.id)
      }
    }
    let parents = try Self.parents(of: regions, numbers: numbers)
    var children = [[RegionNumber]](repeating: [], count: regions.count)
    for index in regions.indices.dropFirst() where regions[index].level != nil {
      children[Int(parents[index].value)].append(RegionNumber(Int32(index)))
    }
    self.numbers = numbers
    self.parents = parents
    self.children = children
    ancestors = Self.ancestors(of: regions, parents: parents)
  }

  private static func ancestors(
    of regions: [Region], parents: [RegionNumber]
  ) -> [RegionNumber?] {
    regions.indices.flatMap { index in
      Level.allCases.map { level in
        var current = index
        while let own = regions[current].level, own > level {
          current = Int(parents[current].value)
        }
        return regions[current].level == level ? RegionNumber(Int32(current)) : nil
      }
    }
  }

  private static func parents(
    of regions: [Region], numbers: [RegionID: RegionNumber]
  ) throws(CatalogError) -> [RegionNumber] {
    var parents = [RegionNumber.country]
    for region in regions.dropFirst() {
      guard let id = region.parent else {
        parents.append(.country)
        continue
      }
      guard let number = numbers[id] else { throw .unknownParent(id, of: region.id) }
      // A zone may hang on any level, but not on a zone: that could run in a circle.
      guard let above = regions[Int(number.value)].level,
        region.level.map({ above < $0 }) ?? true
      else { throw .parentNotCoarser(id, of: region.id) }
      parents.append(number)
    }
    return parents
  }
}
