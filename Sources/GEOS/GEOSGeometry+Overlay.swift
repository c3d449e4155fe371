import CGEOS

extension GEOSGeometry {
  /// What both have in common.
  public func intersection(_ other: GEOSGeometry) throws(GEOSError) -> GEOSGeometry {
    try unsafe context.geometry("GEOSIntersection_r") {
      unsafe GEOSIntersection_r($0, pointer, other.pointer)
    }
  }

  /// Both together.
  public func union(_ other: GEOSGeometry) throws(GEOSError) -> GEOSGeometry {
    try unsafe context.geometry("GEOSUnion_r") {
      unsafe GEOSUnion_r($0, pointer, other.pointer)
    }
  }

  /// What this has and the other has not.
  public func difference(_ other: GEOSGeometry) throws(GEOSError) -> GEOSGeometry {
    try unsafe context.geometry("GEOSDifference_r") {
      unsafe GEOSDifference_r($0, pointer, other.pointer)
    }
  }

  /// What one of the two has and the other has not.
  public func symmetricDifference(_ other: GEOSGeometry) throws(GEOSError) -> GEOSGeometry {
    try unsafe context.geometry("GEOSSymDifference_r") {
      unsafe GEOSSymDifference_r($0, pointer, other.pointer)
    }
  }

  /// A copy of its own.
  public func copy() throws(GEOSError) -> GEOSGeometry {
    try unsafe context.geometry("GEOSGeom_clone_r") { unsafe GEOSGeom_clone_r($0, pointer) }
  }

  var isPolygonal: Bool {
    get throws(GEOSError) {
      let kind = try kind
      return kind == .polygon || kind == .multiPolygon
    }
  }
}

extension GEOSContext {
  /// All polygons together; no polygons give an empty collection.
  ///
  /// Takes polygons only: version 3.11.1 of the library crashes on empty points here.
  /// - Throws: `GEOSError.notPolygonal` for anything else.
  public func union(of geometries: [GEOSGeometry]) throws(GEOSError) -> GEOSGeometry {
    var copies: [GEOSGeometry] = []
    for geometry in geometries {
      guard try geometry.isPolygonal else {
        throw .notPolygonal(kind: "\(try geometry.kind)")
      }
      copies.append(try geometry.copy())
    }
    let collection = try collection(of: copies, kind: .geometryCollection)
    return try unsafe geometry("GEOSUnaryUnion_r") {
      unsafe GEOSUnaryUnion_r($0, collection.pointer)
    }
  }

  /// Takes the parts over.
  func collection(
    of parts: [GEOSGeometry], kind: GEOSGeometry.Kind
  ) throws(GEOSError) -> GEOSGeometry {
    var pointers = unsafe parts.map { unsafe $0.handOver() as OpaquePointer? }
    return try unsafe geometry("GEOSGeom_createCollection_r") { handle in
      unsafe GEOSGeom_createCollection_r(
        handle, Int32(kind.rawValue), &pointers, UInt32(pointers.count))
    }
  }
}
