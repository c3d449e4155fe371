extension SimplifiedOutlines {
  public func pack(into writer: inout PackedWriter) {
    let numbers = boundaries.keys.sorted()
    writer.append(numbers.map(\.value))
    for number in numbers { boundaries[number]?.pack(into: &writer) }
  }

  public init(from reader: inout PackedReader) throws(PackedError) {
    var boundaries: [RegionNumber: Boundary] = [:]
    for number in try reader.int32s() {
      boundaries[RegionNumber(number)] = try Boundary(from: &reader)
    }
    self.init(boundaries)
  }
}
