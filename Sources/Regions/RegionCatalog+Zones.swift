extension RegionCatalog {
  /// The zones that wholly cover a region of a level, in byte order of their ids.
  public func zones(covering number: RegionNumber) -> [RegionNumber] {
    zonesByRegion[Int(number.value)]
  }

  /// The zones that cover a region of a level wholly or in part, in byte order of their ids: a
  /// record known only to lie in the region may lie in any of them. The country touches all.
  public func zones(touching number: RegionNumber) -> [RegionNumber] {
    touchingZonesByRegion[Int(number.value)]
  }

  static func zones(
    of regions: [Region], _ kinship: Kinship, members: [RegionID: [RegionID]]
  ) -> [[RegionNumber]] {
    var zones = [[RegionNumber]](repeating: [], count: regions.count)
    for (index, region) in regions.enumerated() where region.kind == .zone {
      for id in Set(region.members + (members[region.id] ?? [])) {
        guard let member = kinship.numbers[id] else { continue }
        zones[Int(member.value)].append(RegionNumber(Int32(index)))
      }
    }
    // Parents stand before their children, so one pass hands every zone down.
    for index in regions.indices.dropFirst() where regions[index].level != nil {
      let inherited = zones[Int(kinship.parents[index].value)]
      zones[index] = Set(zones[index] + inherited).sorted()
    }
    return zones
  }

  static func touchingZones(
    covering: [[RegionNumber]], of regions: [Region], _ kinship: Kinship,
    overlaps: [RegionID: [RegionID]]
  ) -> [[RegionNumber]] {
    var zones = covering.map { Set($0) }
    for (index, region) in regions.enumerated() where region.kind == .zone {
      zones[0].insert(RegionNumber(Int32(index)))
      for id in overlaps[region.id] ?? [] {
        guard let number = kinship.numbers[id] else { continue }
        zones[Int(number.value)].insert(RegionNumber(Int32(index)))
      }
    }
    // Parents stand before their children, so one pass from the end hands every zone up.
    for index in regions.indices.dropFirst().reversed() where regions[index].level != nil {
      zones[Int(kinship.parents[index].value)].formUnion(zones[index])
    }
    return zones.map { $0.sorted() }
  }
}
