extension RegionIndex {
  /// What covers each of many points, as `locate(longitude:latitude:)` tells it of one, and
  /// several times as quickly.
  ///
  /// - Precondition: all three are equally long.
  public func locate(
    longitudes: Span<Double>, latitudes: Span<Double>, into locations: inout MutableSpan<Location>
  ) {
    precondition(longitudes.count == latitudes.count && longitudes.count == locations.count)
    var batch = PointBatch()
    var start = 0
    while start < longitudes.count {
      let range = start..<min(start + PointBatch.size, longitudes.count)
      batch.locate(
        longitudes.extracting(range), latitudes.extracting(range), on: grid, into: &locations,
        from: start)
      start = range.upperBound
    }
  }

  /// What covers each of many points.
  ///
  /// - Precondition: both arrays are equally long.
  public func locate(longitudes: [Double], latitudes: [Double]) -> [Location] {
    var locations = [Location](repeating: .nowhere, count: longitudes.count)
    var output = locations.mutableSpan
    locate(longitudes: longitudes.span, latitudes: latitudes.span, into: &output)
    return locations
  }
}
