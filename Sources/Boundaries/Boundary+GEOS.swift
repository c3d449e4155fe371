import GEOS
import Regions

extension Boundary {
  var coordinates: PolygonCoordinates {
    PolygonCoordinates(
      longitudes: longitudes, latitudes: latitudes, ringStarts: ringStarts,
      polygonStarts: polygonStarts)
  }

  init(_ coordinates: PolygonCoordinates) {
    self.init(
      longitudes: coordinates.longitudes, latitudes: coordinates.latitudes,
      ringStarts: coordinates.ringStarts, polygonStarts: coordinates.polygonStarts)
  }
}
