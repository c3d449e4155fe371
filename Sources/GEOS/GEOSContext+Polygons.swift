import CGEOS

extension GEOSContext {
  /// A polygon, or a multipolygon where there is not exactly one.
  /// - Throws: `GEOSError.notFinite`, or `failed` for a ring that is open or has fewer than three
  ///   vertices. A ring of three is taken, and is invalid.
  public func polygons(_ coordinates: PolygonCoordinates) throws(GEOSError) -> GEOSGeometry {
    guard coordinates.longitudes.allSatisfy(\.isFinite),
      coordinates.latitudes.allSatisfy(\.isFinite)
    else { throw .notFinite }
    var parts: [GEOSGeometry] = []
    for polygon in 0..<coordinates.polygonCount {
      parts.append(try self.polygon(polygon, of: coordinates))
    }
    if parts.count == 1 { return parts[0] }
    return try collection(of: parts, kind: .multiPolygon)
  }

  /// - Throws: `GEOSError.notFinite`.
  public func point(longitude: Double, latitude: Double) throws(GEOSError) -> GEOSGeometry {
    guard longitude.isFinite, latitude.isFinite else { throw .notFinite }
    return try unsafe geometry("GEOSGeom_createPointFromXY_r") {
      unsafe GEOSGeom_createPointFromXY_r($0, longitude, latitude)
    }
  }

  private func polygon(
    _ polygon: Int, of coordinates: PolygonCoordinates
  ) throws(GEOSError) -> GEOSGeometry {
    let starts = coordinates.polygonStarts
    var rings: [GEOSGeometry] = []
    for ring in starts[polygon]..<starts[polygon + 1] {
      rings.append(try self.ring(ring, of: coordinates))
    }
    guard let shell = rings.first else {
      return try unsafe geometry("GEOSGeom_createEmptyPolygon_r") {
        unsafe GEOSGeom_createEmptyPolygon_r($0)
      }
    }
    var holes = unsafe rings.dropFirst().map { unsafe $0.handOver() as OpaquePointer? }
    return try unsafe geometry("GEOSGeom_createPolygon_r") { handle in
      unsafe GEOSGeom_createPolygon_r(handle, shell.handOver(), &holes, UInt32(holes.count))
    }
  }

  private func ring(
    _ ring: Int, of coordinates: PolygonCoordinates
  ) throws(GEOSError) -> GEOSGeometry {
    let start = coordinates.ringStarts[ring]
    let count = coordinates.ringStarts[ring + 1] - start
    let sequence = try unsafe pointer("GEOSCoordSeq_copyFromArrays_r") { handle in
      unsafe coordinates.longitudes.withUnsafeBufferPointer { longitudes in
        unsafe coordinates.latitudes.withUnsafeBufferPointer { latitudes in
          unsafe GEOSCoordSeq_copyFromArrays_r(
            handle, UnsafeBufferPointer(rebasing: longitudes[start..<start + count]).baseAddress,
            UnsafeBufferPointer(rebasing: latitudes[start..<start + count]).baseAddress, nil, nil,
            UInt32(count))
        }
      }
    }
    return try unsafe geometry("GEOSGeom_createLinearRing_r") {
      unsafe GEOSGeom_createLinearRing_r($0, sequence)
    }
  }
}
