import CGEOS

/// A geometry held by the library: destroyed once, when the last reference goes.
///
/// Coordinates are longitude and latitude in degrees, and the library computes on the plane of
/// those two; areas on the ellipsoid are `Geodesy`'s.
@safe public final class GEOSGeometry {
  /// What a geometry is made of.
  public enum Kind: Int, Sendable {
    case point = 0
    case lineString, linearRing, polygon
    case multiPoint, multiLineString, multiPolygon, geometryCollection
  }

  public let context: GEOSContext
  let pointer: OpaquePointer
  private var isOwned = true

  init(owning pointer: OpaquePointer, in context: GEOSContext) {
    unsafe self.pointer = pointer
    self.context = context
  }

  deinit {
    if isOwned { unsafe GEOSGeom_destroy_r(context.handle, pointer) }
  }

  /// Gives the handle to a call that takes it over; this geometry must not be used afterwards.
  func handOver() -> OpaquePointer {
    isOwned = false
    return unsafe pointer
  }

  public var kind: Kind {
    get throws(GEOSError) {
      try unsafe context.kind(of: pointer)
    }
  }

  public var isEmpty: Bool {
    get throws(GEOSError) {
      try unsafe context.isEmpty(pointer)
    }
  }

  /// Number of all vertices.
  public var vertexCount: Int {
    get throws(GEOSError) {
      try unsafe context.count("GEOSGetNumCoordinates_r") {
        unsafe GEOSGetNumCoordinates_r($0, pointer)
      }
    }
  }

  /// Area on the plane of degrees: fit for comparing, not for reporting.
  public var areaSquareDegrees: Double {
    get throws(GEOSError) {
      try unsafe context.measure("GEOSArea_r") { unsafe GEOSArea_r($0, pointer, $1) }
    }
  }

  /// A point in the interior of a polygon.
  ///
  /// Takes polygons only: version 3.11.1 of the library crashes on empty points here.
  /// - Throws: `GEOSError`, also for an empty polygon, which has no such point.
  public func pointOnSurface() throws(GEOSError) -> (longitude: Double, latitude: Double) {
    guard try isPolygonal else { throw .notPolygonal(kind: "\(try kind)") }
    let point = try unsafe context.geometry("GEOSPointOnSurface_r") {
      unsafe GEOSPointOnSurface_r($0, pointer)
    }
    return try point.position()
  }

  /// The position of a point.
  func position() throws(GEOSError) -> (longitude: Double, latitude: Double) {
    let longitude = try unsafe context.measure("GEOSGeomGetX_r") {
      unsafe GEOSGeomGetX_r($0, pointer, $1)
    }
    let latitude = try unsafe context.measure("GEOSGeomGetY_r") {
      unsafe GEOSGeomGetY_r($0, pointer, $1)
    }
    return (longitude, latitude)
  }
}
