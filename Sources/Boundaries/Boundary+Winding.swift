import Regions

extension Boundary {
  /// Whether a ring turns counter-clockwise, on the plane of degrees.
  func isCounterclockwise(_ vertices: Range<Int>) -> Bool {
    guard let first = vertices.first else { return true }
    var doubleArea = 0.0
    for index in vertices.dropLast() {
      let x = longitudes[index] - longitudes[first]
      let nextX = longitudes[index + 1] - longitudes[first]
      doubleArea += x * (latitudes[index + 1] - latitudes[first])
      doubleArea -= nextX * (latitudes[index] - latitudes[first])
    }
    return doubleArea >= 0
  }

  /// Whether shells turn counter-clockwise and holes clockwise, as RFC 7946 asks.
  var followsRightHandRule: Bool {
    (0..<polygonCount).allSatisfy { polygon in
      rings(ofPolygon: polygon).enumerated().allSatisfy { index, ring in
        isCounterclockwise(vertices(ofRing: ring)) == (index == 0)
      }
    }
  }
}
