import CGEOS

/// A geometry indexed for many questions.
///
/// It belongs to one task like everything of its context: the library's index is built on first
/// use, and two threads meeting there abort the process.
@safe public final class PreparedGeometry {
  private let geometry: GEOSGeometry
  private let pointer: OpaquePointer

  public init(_ geometry: GEOSGeometry) throws(GEOSError) {
    let pointer = try unsafe geometry.context.pointer("GEOSPrepare_r") {
      unsafe GEOSPrepare_r($0, geometry.pointer)
    }
    self.geometry = geometry
    unsafe self.pointer = pointer
  }

  deinit { unsafe GEOSPreparedGeom_destroy_r(geometry.context.handle, pointer) }

  /// Whether a point lies in the interior or on the border; `false` for a coordinate that is
  /// infinite or not a number.
  public func covers(longitude: Double, latitude: Double) throws(GEOSError) -> Bool {
    guard longitude.isFinite, latitude.isFinite else { return false }
    return try unsafe geometry.context.predicate("GEOSPreparedCovers_r") { handle in
      // A point of its own each time: the library keeps a point's envelope from first use on.
      guard let point = unsafe GEOSGeom_createPointFromXY_r(handle, longitude, latitude) else {
        return 2
      }
      defer { unsafe GEOSGeom_destroy_r(handle, point) }
      return unsafe GEOSPreparedCovers_r(handle, pointer, point)
    }
  }

  /// The indices of the points that lie in the interior or on the border, ascending.
  /// - Precondition: both arrays have the same length.
  public func coveredIndices(
    longitudes: [Double], latitudes: [Double]
  ) throws(GEOSError) -> [Int] {
    precondition(longitudes.count == latitudes.count)
    var indices: [Int] = []
    for index in longitudes.indices
    where try covers(longitude: longitudes[index], latitude: latitudes[index]) {
      indices.append(index)
    }
    return indices
  }

  /// Whether no point of the other lies outside.
  public func covers(_ other: GEOSGeometry) throws(GEOSError) -> Bool {
    try unsafe geometry.context.predicate("GEOSPreparedCovers_r") {
      unsafe GEOSPreparedCovers_r($0, pointer, other.pointer)
    }
  }

  /// Whether the two share at least one point.
  public func intersects(_ other: GEOSGeometry) throws(GEOSError) -> Bool {
    try unsafe geometry.context.predicate("GEOSPreparedIntersects_r") {
      unsafe GEOSPreparedIntersects_r($0, pointer, other.pointer)
    }
  }

  /// Whether the other lies inside and shares interior points with this one.
  public func contains(_ other: GEOSGeometry) throws(GEOSError) -> Bool {
    try unsafe geometry.context.predicate("GEOSPreparedContains_r") {
      unsafe GEOSPreparedContains_r($0, pointer, other.pointer)
    }
  }
}
