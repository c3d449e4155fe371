extension RegionCatalog {
  /// Writes everything that `init(from:)` needs to give an equal catalogue.
  public func pack(into writer: inout PackedWriter) {
    for list in [regions, abroad] {
      writer.append(list.count)
      for region in list { region.pack(into: &writer) }
    }
    writer.append(settlements.count)
    for settlement in settlements { settlement.pack(into: &writer) }
    for table in [zonesByRegion, touchingZonesByRegion] { Self.pack(table, into: &writer) }
  }

  /// A catalogue as it was written. Ids and parents are checked as in any other.
  public init(from reader: inout PackedReader) throws(PackedError) {
    let regions = try Self.regions(from: &reader)
    let abroad = try Self.regions(from: &reader)
    var settlements: [Settlement] = []
    for _ in 0..<(try reader.count(ofSize: 64)) {
      settlements.append(try Settlement(from: &reader))
    }
    let zones = try Self.table(from: &reader, of: regions.count)
    let touchingZones = try Self.table(from: &reader, of: regions.count)
    guard regions.first?.level == .country, let kinship = try? Kinship(regions) else {
      throw PackedError(expected: "country with its regions")
    }
    self.init(
      sorted: regions, kinship, settlements: settlements, abroad: abroad, zones: zones,
      touchingZones: touchingZones)
  }

  private static func regions(
    from reader: inout PackedReader
  ) throws(PackedError) -> [Region] {
    var regions: [Region] = []
    for _ in 0..<(try reader.count(ofSize: 64)) { regions.append(try Region(from: &reader)) }
    return regions
  }

  private static func pack(_ table: [[RegionNumber]], into writer: inout PackedWriter) {
    for numbers in table { writer.append(numbers.map(\.value)) }
  }

  /// A list of zones for each region.
  private static func table(
    from reader: inout PackedReader, of count: Int
  ) throws(PackedError) -> [[RegionNumber]] {
    var table: [[RegionNumber]] = []
    for _ in 0..<count {
      let numbers = try reader.int32s()
      guard numbers.allSatisfy({ (0..<Int32(count)).contains($0) }) else {
        throw PackedError(expected: "zone")
      }
      table.append(numbers.map { RegionNumber($0) })
    }
    return table
  }
}
