extension Boundary {
  public func pack(into writer: inout PackedWriter) {
    writer.append(longitudes)
    writer.append(latitudes)
    writer.append(ringStarts)
    writer.append(polygonStarts)
  }

  public init(from reader: inout PackedReader) throws(PackedError) {
    let longitudes = try reader.doubles()
    let latitudes = try reader.doubles()
    let ringStarts = try reader.ints()
    let polygonStarts = try reader.ints()
    guard longitudes.count == latitudes.count,
      PackedReader.isAscending(ringStarts, to: longitudes.count),
      PackedReader.isAscending(polygonStarts, to: ringStarts.count - 1)
    else { throw PackedError(expected: "outline") }
    self.init(
      longitudes: longitudes, latitudes: latitudes, ringStarts: ringStarts,
      polygonStarts: polygonStarts)
  }
}
