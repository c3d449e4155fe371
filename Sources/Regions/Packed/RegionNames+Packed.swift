extension RegionNames {
  /// Writes the tables, which take long to make; the rest is made anew.
  public func pack(into writer: inout PackedWriter) {
    full.pack(into: &writer)
    short.pack(into: &writer)
  }

  /// The names of a catalogue as they were written for it.
  public init(
    _ catalog: RegionCatalog, from reader: inout PackedReader
  ) throws(PackedError) {
    let places = catalog.regions.count + catalog.settlements.count
    let full = try NameTable(from: &reader, places: places)
    let short = try NameTable(from: &reader, places: places)
    self.init(catalog, full: full, short: short)
  }
}

extension NameTable {
  func pack(into writer: inout PackedWriter) {
    writer.append(bytes)
    writer.append(starts)
    writer.append(heads)
    writer.append(entries.map(\.place))
    writer.append(entries.map(\.next))
    writer.append(slots)
  }

  /// - Parameter places: how many places there are; all numbers must lie below.
  init(from reader: inout PackedReader, places: Int) throws(PackedError) {
    bytes = try reader.bytes()
    starts = try reader.int32s()
    heads = try reader.int32s()
    let entryPlaces = try reader.int32s()
    let following = try reader.int32s()
    slots = try reader.int32s()
    let isSound =
      starts.count == heads.count + 1 && starts.first == 0 && Int(starts.last ?? -1) == bytes.count
      && zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }
      && entryPlaces.count == following.count
      && entryPlaces.allSatisfy { (0..<Int32(places)).contains($0) }
      // Entries lead back to earlier ones, so that no list runs in a circle.
      && following.indices.allSatisfy { following[$0] < $0 && following[$0] >= -1 }
      && heads.allSatisfy { (0..<Int32(entryPlaces.count)).contains($0) }
      && slots.count.nonzeroBitCount == 1 && slots.count >= heads.count * 2
      && slots.contains(-1) && slots.allSatisfy { (-1..<Int32(heads.count)).contains($0) }
    guard isSound else { throw PackedError(expected: "table of names") }
    entries = entryPlaces.indices.map { Entry(place: entryPlaces[$0], next: following[$0]) }
    letters = heads.indices.map { NameLetters(key($0)) }
  }
}
