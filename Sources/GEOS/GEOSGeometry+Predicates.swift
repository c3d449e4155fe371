import CGEOS

extension GEOSGeometry {
  /// Whether no point of the other lies outside; unlike `contains`, borders count as inside.
  public func covers(_ other: GEOSGeometry) throws(GEOSError) -> Bool {
    try unsafe context.predicate("GEOSCovers_r") {
      unsafe GEOSCovers_r($0, pointer, other.pointer)
    }
  }

  /// Whether the two share at least one point.
  public func intersects(_ other: GEOSGeometry) throws(GEOSError) -> Bool {
    try unsafe context.predicate("GEOSIntersects_r") {
      unsafe GEOSIntersects_r($0, pointer, other.pointer)
    }
  }

  /// Whether the other lies inside and shares interior points with this one.
  public func contains(_ other: GEOSGeometry) throws(GEOSError) -> Bool {
    try unsafe context.predicate("GEOSContains_r") {
      unsafe GEOSContains_r($0, pointer, other.pointer)
    }
  }

  /// Whether both are the same set of points, however they are written.
  public func equals(_ other: GEOSGeometry) throws(GEOSError) -> Bool {
    try unsafe context.predicate("GEOSEquals_r") {
      unsafe GEOSEquals_r($0, pointer, other.pointer)
    }
  }

  /// Whether the nine intersections of interior, border and exterior match a DE-9IM pattern,
  /// such as `2********`: the interiors share an area.
  public func relates(to other: GEOSGeometry, pattern: String) throws(GEOSError) -> Bool {
    try unsafe context.predicate("GEOSRelatePattern_r") {
      unsafe GEOSRelatePattern_r($0, pointer, other.pointer, pattern)
    }
  }
}
