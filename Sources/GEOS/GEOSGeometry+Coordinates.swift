import CGEOS

extension GEOSGeometry {
  /// All polygons of this geometry as flat arrays; empty polygons, points and lines are left out,
  /// collections are searched through.
  public func polygonCoordinates() throws(GEOSError) -> PolygonCoordinates {
    var coordinates = PolygonCoordinates()
    try unsafe context.collectPolygons(of: pointer, into: &coordinates)
    return coordinates
  }

  /// Whether no coordinate is infinite or not a number.
  func isFinite() throws(GEOSError) -> Bool {
    try unsafe context.isFinite(pointer)
  }
}

// These walk through parts that belong to a geometry, and so pass plain handles.
extension GEOSContext {
  fileprivate func collectPolygons(
    of pointer: OpaquePointer, into coordinates: inout PolygonCoordinates
  ) throws(GEOSError) {
    let kind = try unsafe kind(of: pointer)
    if kind == .polygon {
      let rings = try unsafe ringCount(of: pointer)
      guard rings > 0 else { return }
      for index in 0..<rings {
        let vertices = try unsafe vertices(of: try ring(index, of: pointer))
        coordinates.appendRing(longitudes: vertices.longitudes, latitudes: vertices.latitudes)
      }
      coordinates.endPolygon()
    } else if kind.isCollection {
      for index in 0..<(try unsafe partCount(of: pointer)) {
        try unsafe collectPolygons(of: try part(index, of: pointer), into: &coordinates)
      }
    }
  }

  fileprivate func isFinite(_ pointer: OpaquePointer) throws(GEOSError) -> Bool {
    let kind = try unsafe kind(of: pointer)
    if kind == .polygon {
      for index in 0..<(try unsafe ringCount(of: pointer))
      where try unsafe !isFinite(try ring(index, of: pointer)) { return false }
    } else if kind.isCollection {
      for index in 0..<(try unsafe partCount(of: pointer))
      where try unsafe !isFinite(try part(index, of: pointer)) { return false }
    } else if try unsafe !isEmpty(pointer) {
      let vertices = try unsafe vertices(of: pointer)
      return vertices.longitudes.allSatisfy(\.isFinite)
        && vertices.latitudes.allSatisfy(\.isFinite)
    }
    return true
  }

  func kind(of pointer: OpaquePointer) throws(GEOSError) -> GEOSGeometry.Kind {
    let number = try unsafe count("GEOSGeomTypeId_r") { unsafe GEOSGeomTypeId_r($0, pointer) }
    guard let kind = GEOSGeometry.Kind(rawValue: number) else {
      throw .failed(call: "GEOSGeomTypeId_r", message: "unknown type \(number)")
    }
    return kind
  }

  func isEmpty(_ pointer: OpaquePointer) throws(GEOSError) -> Bool {
    try unsafe predicate("GEOSisEmpty_r") { unsafe GEOSisEmpty_r($0, pointer) }
  }

  private func partCount(of pointer: OpaquePointer) throws(GEOSError) -> Int {
    try unsafe count("GEOSGetNumGeometries_r") { unsafe GEOSGetNumGeometries_r($0, pointer) }
  }

  private func part(_ index: Int, of pointer: OpaquePointer) throws(GEOSError) -> OpaquePointer {
    try unsafe self.pointer("GEOSGetGeometryN_r") {
      unsafe GEOSGetGeometryN_r($0, pointer, Int32(index))
    }
  }

  /// The shell and the holes; none in an empty polygon.
  private func ringCount(of pointer: OpaquePointer) throws(GEOSError) -> Int {
    if try unsafe isEmpty(pointer) { return 0 }
    return try unsafe 1
      + count("GEOSGetNumInteriorRings_r") { unsafe GEOSGetNumInteriorRings_r($0, pointer) }
  }

  private func ring(_ index: Int, of pointer: OpaquePointer) throws(GEOSError) -> OpaquePointer {
    if index == 0 {
      return try unsafe self.pointer("GEOSGetExteriorRing_r") {
        unsafe GEOSGetExteriorRing_r($0, pointer)
      }
    }
    return try unsafe self.pointer("GEOSGetInteriorRingN_r") {
      unsafe GEOSGetInteriorRingN_r($0, pointer, Int32(index - 1))
    }
  }

  private func vertices(
    of pointer: OpaquePointer
  ) throws(GEOSError) -> (longitudes: [Double], latitudes: [Double]) {
    let sequence = try unsafe self.pointer("GEOSGeom_getCoordSeq_r") {
      unsafe GEOSGeom_getCoordSeq_r($0, pointer)
    }
    let count = try unsafe count("GEOSGetNumCoordinates_r") {
      unsafe GEOSGetNumCoordinates_r($0, pointer)
    }
    var longitudes = [Double](repeating: 0, count: count)
    var latitudes = longitudes
    try unsafe perform("GEOSCoordSeq_copyToArrays_r") {
      unsafe GEOSCoordSeq_copyToArrays_r($0, sequence, &longitudes, &latitudes, nil, nil)
    }
    return (longitudes, latitudes)
  }
}

extension GEOSGeometry.Kind {
  fileprivate var isCollection: Bool { rawValue >= Self.multiPoint.rawValue }
}
