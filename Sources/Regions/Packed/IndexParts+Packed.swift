// The small parts of an index, as bytes and back.

extension GridFrame {
  func pack(into writer: inout PackedWriter) {
    writer.append(coarseBits)
    for value in [west, south, columnsPerDegree, rowsPerDegree] { writer.append(value) }
  }

  init(from reader: inout PackedReader) throws(PackedError) {
    let bits = try reader.int()
    guard (1...12).contains(bits) else { throw PackedError(expected: "size of the grid") }
    self.init(
      coarseBits: bits, west: try reader.double(), south: try reader.double(),
      columnsPerDegree: try reader.double(), rowsPerDegree: try reader.double())
  }
}

extension BorderKinds {
  func pack(into writer: inout PackedWriter) {
    writer.append(starts)
    writer.append(sides.map(\.region))
    writer.append(sides.map { $0.separates ? 1 : 0 } as [UInt8])
  }

  init(from reader: inout PackedReader, regions: Int) throws(PackedError) {
    starts = try reader.ints()
    let numbers = try reader.int32s()
    let separating = try reader.bytes()
    guard PackedReader.isAscending(starts, to: numbers.count), separating.count == numbers.count,
      numbers.allSatisfy({ (0..<Int32(regions)).contains($0) })
    else { throw PackedError(expected: "border") }
    sides = numbers.indices.map { Side(region: numbers[$0], separates: separating[$0] != 0) }
  }
}

extension CoverStates {
  func pack(into writer: inout PackedWriter) {
    writer.append(zones.sets.count)
    for set in zones.sets { writer.append(set.map(\.value)) }
    writer.append(starts)
    writer.append(regions)
  }

  init(_ catalog: RegionCatalog, from reader: inout PackedReader) throws(PackedError) {
    let known = Int32(0)..<Int32(catalog.regions.count)
    var zones = ZoneSets()
    for number in 0..<(try reader.count(ofSize: 8)) {
      let set = try reader.int32s()
      guard set.allSatisfy(known.contains), zones.insert(set) == number else {
        throw PackedError(expected: "set of zones")
      }
    }
    let starts = try reader.ints()
    let regions = try reader.int32s()
    guard PackedReader.isAscending(starts, to: regions.count), starts.count > 1,
      starts[1] == 0, regions.allSatisfy(known.contains)
    else { throw PackedError(expected: "set of regions") }
    self.init(ChainRule(catalog), zones: zones, starts: starts, regions: regions)
  }
}
