/// Metres around a point: how long a degree of longitude and of latitude is there on WGS 84.
///
/// Lengths come from the radii of curvature in the prime vertical and in the meridian (see for
/// example J. P. Snyder, "Map Projections: A Working Manual", 1987, equations 4-18 and 4-20).
/// Good to about a millionth at 1 km and a hundredth at 100 km.
struct TangentPlane {
  let origin: Vertex
  let metersPerDegreeEast: Double
  let metersPerDegreeNorth: Double

  private static let semiMajorAxis = 6_378_137.0
  private static let eccentricitySquared = 0.006_694_379_990_141_316
  private static let radiansPerDegree = Double.pi / 180

  init(at origin: Vertex) {
    self.origin = origin
    let sine = Self.sine(ofDegrees: min(max(origin.y, -90), 90))
    let flattening = 1 - Self.eccentricitySquared * sine * sine
    let root = flattening.squareRoot()
    let primeVertical = Self.semiMajorAxis / root
    let meridian = primeVertical * (1 - Self.eccentricitySquared) / flattening
    let cosine = max(1 - sine * sine, 0).squareRoot()
    metersPerDegreeEast = primeVertical * cosine * Self.radiansPerDegree
    metersPerDegreeNorth = meridian * Self.radiansPerDegree
  }

  /// The squared distance to the part of a box that is closest, in square metres.
  @inline(__always)
  func squaredDistance(to box: BoundingBox) -> Double {
    let east = max(box.west - origin.x, origin.x - box.east, 0) * metersPerDegreeEast
    let north = max(box.south - origin.y, origin.y - box.north, 0) * metersPerDegreeNorth
    return east * east + north * north
  }

  /// The point of an edge that is closest, and its squared distance in square metres. The same
  /// for both directions of the edge.
  @inline(__always)
  func closest(from a: Vertex, to b: Vertex) -> (point: Vertex, squaredDistance: Double) {
    let inOrder = a.precedes(b)
    let from = inOrder ? a : b
    let to = inOrder ? b : a
    let run = (to.x - from.x) * metersPerDegreeEast
    let rise = (to.y - from.y) * metersPerDegreeNorth
    let east = (origin.x - from.x) * metersPerDegreeEast
    let north = (origin.y - from.y) * metersPerDegreeNorth
    let along = east * run + north * rise
    let length = run * run + rise * rise
    if along <= 0 { return (from, squaredDistance(to: from)) }
    if along >= length { return (to, squaredDistance(to: to)) }
    let part = along / length
    let across = east * rise - north * run
    let point = Vertex(x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part)
    return (point, across * across / length)
  }

  @inline(__always)
  private func squaredDistance(to vertex: Vertex) -> Double {
    let east = (vertex.x - origin.x) * metersPerDegreeEast
    let north = (vertex.y - origin.y) * metersPerDegreeNorth
    return east * east + north * north
  }

  /// The sine by its power series, which 13 terms give to the last bits up to 90 degrees; this
  /// module imports no mathematics.
  static func sine(ofDegrees degrees: Double) -> Double {
    let angle = degrees * radiansPerDegree
    let square = angle * angle
    var sum = 1.0
    for term in stride(from: 24.0, through: 2, by: -2) {
      sum = 1 - sum * square / (term * (term + 1))
    }
    return angle * sum
  }
}
