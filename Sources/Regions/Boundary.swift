/// The outline of a region: polygons with holes, as flat arrays.
///
/// Rings are closed: the last vertex repeats the first. The first ring of a polygon is its shell,
/// the others are its holes. Winding does not matter here.
public struct Boundary: Hashable, Sendable {
  /// Longitude of each vertex, in degrees.
  public let longitudes: [Double]
  /// Latitude of each vertex, in degrees; as many as `longitudes`.
  public let latitudes: [Double]
  /// Index of the first vertex of each ring, and at the end the number of vertices.
  public let ringStarts: [Int]
  /// Index of the first ring of each polygon, and at the end the number of rings.
  public let polygonStarts: [Int]
  public let bounds: BoundingBox

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
    var bounds = BoundingBox.empty
    for index in longitudes.indices {
      bounds.grow(longitude: longitudes[index], latitude: latitudes[index])
    }
    self.bounds = bounds
  }

  /// An outline without any polygon, as the country's root has.
  public static let empty = Boundary(
    longitudes: [], latitudes: [], ringStarts: [0], polygonStarts: [0])

  public var isEmpty: Bool { longitudes.isEmpty }
  public var ringCount: Int { ringStarts.count - 1 }
  public var polygonCount: Int { polygonStarts.count - 1 }

  /// The vertices of one ring, the first repeated at the end.
  public func vertices(ofRing ring: Int) -> Range<Int> {
    ringStarts[ring]..<ringStarts[ring + 1]
  }

  /// The rings of one polygon, the shell first.
  public func rings(ofPolygon polygon: Int) -> Range<Int> {
    polygonStarts[polygon]..<polygonStarts[polygon + 1]
  }
}
