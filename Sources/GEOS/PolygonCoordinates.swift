/// Polygons with holes as flat arrays, the way they enter and leave the library.
///
/// Rings are closed; the first ring of a polygon is its shell. `ringStarts` holds the index of
/// each ring's first vertex and at the end the number of vertices, `polygonStarts` the index of
/// each polygon's first ring and at the end the number of rings.
public struct PolygonCoordinates: Equatable, Sendable {
  public var longitudes: [Double]
  public var latitudes: [Double]
  public var ringStarts: [Int]
  public var polygonStarts: [Int]

  /// - Precondition: the arrays fit together as described above.
  public init(
    longitudes: [Double], latitudes: [Double], ringStarts: [Int], polygonStarts: [Int]
  ) {
    precondition(longitudes.count == latitudes.count)
    precondition(ringStarts.last == longitudes.count && polygonStarts.last == ringStarts.count - 1)
    self.longitudes = longitudes
    self.latitudes = latitudes
    self.ringStarts = ringStarts
    self.polygonStarts = polygonStarts
  }

  /// No polygon at all.
  public init() {
    self.init(longitudes: [], latitudes: [], ringStarts: [0], polygonStarts: [0])
  }

  public var polygonCount: Int { polygonStarts.count - 1 }

  mutating func appendRing(longitudes: [Double], latitudes: [Double]) {
    self.longitudes += longitudes
    self.latitudes += latitudes
    ringStarts.append(self.longitudes.count)
  }

  mutating func endPolygon() { polygonStarts.append(ringStarts.count - 1) }
}
