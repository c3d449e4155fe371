extension RegionIndex {
  /// What covers each of many points, as `locate(longitude:latitude:)` tells it of one.
  ///
  /// - Precondition: all three are equally long.
  public func locate(
    longitudes: Span<Double>, latitudes: Span<Double>, into locations: inout MutableSpan<Location>
  ) {
    precondition(longitudes.count == latitudes.count && longitudes.count == locations.count)
    for index in longitudes.indices {
      locations[index] = locate(longitude: longitudes[index], latitude: latitudes[index])
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
