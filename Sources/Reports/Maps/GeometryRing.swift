package import Regions

/// A closed ring in millionths of a degree, which is what six decimal places hold.
package struct GeometryRing {
  /// The first vertex repeated at the end.
  package private(set) var longitudes: [Int] = []
  package private(set) var latitudes: [Int] = []

  /// The rings of each polygon of an outline, closed, the shell counter-clockwise and first, the
  /// holes clockwise (RFC 7946); no polygon whose shell has no area.
  package static func polygons(of boundary: Boundary) -> [[GeometryRing]] {
    (0..<boundary.polygonCount).compactMap { polygon in
      let numbers = boundary.rings(ofPolygon: polygon)
      guard let first = numbers.first, var shell = GeometryRing(first, of: boundary) else {
        return nil
      }
      shell.wind(counterClockwise: true)
      return [shell]
        + numbers.dropFirst().compactMap {
          var hole = GeometryRing($0, of: boundary)
          hole?.wind(counterClockwise: false)
          return hole
        }
    }
  }

  /// `nil` where rounding leaves no area: fewer than three corners, or all on one line.
  init?(_ ring: Int, of boundary: Boundary) {
    for vertex in boundary.vertices(ofRing: ring) {
      append(Self.rounded(boundary.longitudes[vertex]), Self.rounded(boundary.latitudes[vertex]))
    }
    guard longitudes.count >= 4, twiceArea != 0 else { return nil }
  }

  /// Turns the ring so that the area lies on its left (counter-clockwise) or on its right.
  mutating func wind(counterClockwise: Bool) {
    guard (twiceArea > 0) != counterClockwise else { return }
    longitudes.reverse()
    latitudes.reverse()
  }

  private mutating func append(_ longitude: Int, _ latitude: Int) {
    guard longitudes.last != longitude || latitudes.last != latitude else { return }
    longitudes.append(longitude)
    latitudes.append(latitude)
  }

  /// By the shoelace formula, positive for a counter-clockwise ring; exact.
  private var twiceArea: Int128 {
    var sum: Int128 = 0
    guard let west = longitudes.first, let south = latitudes.first else { return 0 }
    for index in longitudes.indices.dropLast() {
      // Below 2^30 each, so the products fit.
      let (x, y) = (longitudes[index] - west, latitudes[index] - south)
      let (nextX, nextY) = (longitudes[index + 1] - west, latitudes[index + 1] - south)
      sum += Int128(x * nextY - nextX * y)
    }
    return sum
  }

  private static func rounded(_ degrees: Double) -> Int {
    Int(exactly: (degrees * 1e6).rounded()) ?? 0
  }
}
