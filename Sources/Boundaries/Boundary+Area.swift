import Geodesy
import Regions

extension Boundary {
  /// Geodesic area on WGS 84, in square kilometres: shells without their holes.
  var areaSquareKilometers: Double {
    var squareMeters = 0.0
    for polygon in 0..<polygonCount {
      for (index, ring) in rings(ofPolygon: polygon).enumerated() {
        let area = Geodesic.areaSquareMeters(
          longitudes: longitudes, latitudes: latitudes, range: vertices(ofRing: ring))
        squareMeters += index == 0 ? area : -area
      }
    }
    return squareMeters / 1e6
  }
}
