import CPROJ

/// Distances and areas along geodesics of the WGS 84 ellipsoid.
///
/// The algorithms are those of C. F. F. Karney, "Algorithms for geodesics", Journal of Geodesy
/// 87 (2013), as PROJ carries them: exact to nanometres, antipodes, poles and antimeridian
/// included. A coordinate that is infinite or not a number makes the answer not a number.
public enum Geodesic {
  /// Degrees on WGS 84.
  public typealias Position = (longitude: Double, latitude: Double)

  static let equatorialRadiusMeters = 6_378_137.0
  static let flattening = 1 / 298.257_223_563

  private static let ellipsoid = {
    var ellipsoid = geod_geodesic()
    unsafe GeodesicLibrary.shared.initialize(&ellipsoid, equatorialRadiusMeters, flattening)
    return ellipsoid
  }()

  /// Length of the shortest way between two points, in metres.
  public static func distanceMeters(from start: Position, to end: Position) -> Double {
    var meters = Double.nan
    unsafe withUnsafePointer(to: ellipsoid) { ellipsoid in
      unsafe GeodesicLibrary.shared.inverse(
        ellipsoid, start.latitude, start.longitude, end.latitude, end.longitude, &meters, nil,
        nil)
    }
    return meters
  }

  /// The point reached from another one, `meters` away in a direction counted clockwise from
  /// north. Its longitude lies within ±180 degrees.
  public static func destination(
    from start: Position, azimuthDegrees: Double, meters: Double
  ) -> Position {
    var end = (longitude: Double.nan, latitude: Double.nan)
    unsafe withUnsafePointer(to: ellipsoid) { ellipsoid in
      unsafe GeodesicLibrary.shared.direct(
        ellipsoid, start.latitude, start.longitude, azimuthDegrees, meters, &end.latitude,
        &end.longitude, nil)
    }
    return end
  }

  /// Area enclosed by a ring, in square metres; never negative, whichever way the ring turns.
  ///
  /// The edges are geodesics. The last vertex may repeat the first or not. Of the two parts of
  /// the earth the smaller one counts, also around a pole. Takes the vertices `range` of both
  /// arrays; time is proportional to their number (about 0.8 µs each).
  /// - Precondition: both arrays reach as far as `range`.
  public static func areaSquareMeters(
    longitudes: [Double], latitudes: [Double], range: Range<Int>
  ) -> Double {
    let library = unsafe GeodesicLibrary.shared
    var polygon = geod_polygon()
    unsafe library.beginPolygon(&polygon, 0)
    return unsafe withUnsafePointer(to: ellipsoid) { ellipsoid in
      for vertex in range {
        unsafe library.addPoint(ellipsoid, &polygon, latitudes[vertex], longitudes[vertex])
      }
      var area = 0.0
      _ = unsafe library.computePolygon(ellipsoid, &polygon, 0, 1, &area, nil)
      return abs(area)
    }
  }

  /// Area enclosed by a ring, in square metres, of all vertices of both arrays.
  /// - Precondition: both arrays have the same length.
  public static func areaSquareMeters(longitudes: [Double], latitudes: [Double]) -> Double {
    precondition(longitudes.count == latitudes.count)
    return areaSquareMeters(
      longitudes: longitudes, latitudes: latitudes, range: longitudes.indices)
  }
}
