import CPROJ
import DynamicLibraries

/// The functions of PROJ that are used here, found when the first of them is needed.
///
/// PROJ brings some twenty libraries with it (for grids from the network, databases, pictures), and
/// most runs measure nothing.
@unsafe struct GeodesicLibrary: Sendable {
  typealias Ellipsoid = UnsafePointer<geod_geodesic>?
  typealias Polygon = UnsafeMutablePointer<geod_polygon>?
  typealias Output = UnsafeMutablePointer<Double>?

  let initialize:
    @convention(c) @Sendable (UnsafeMutablePointer<geod_geodesic>?, Double, Double) -> Void
  let inverse:
    @convention(c) @Sendable (
      Ellipsoid, Double, Double, Double, Double, Output, Output, Output
    ) -> Void
  let direct:
    @convention(c) @Sendable (
      Ellipsoid, Double, Double, Double, Double, Output, Output, Output
    ) -> Void
  let beginPolygon: @convention(c) @Sendable (Polygon, Int32) -> Void
  let addPoint: @convention(c) @Sendable (Ellipsoid, Polygon, Double, Double) -> Void
  let computePolygon:
    @convention(c) @Sendable (
      Ellipsoid, UnsafePointer<geod_polygon>?, Int32, Int32, Output, Output
    ) -> UInt32

  static let shared = unsafe GeodesicLibrary()

  private init() {
    // The library whose structures the header describes: that of its major version.
    let name = "libproj.so.\([8: 22][Int(PROJ_VERSION_MAJOR)] ?? 25)"
    let library = unsafe DynamicLibrary([name, "libproj.so"], package: "libproj-dev 8 or newer")
    unsafe initialize = library.function("geod_init")
    unsafe inverse = library.function("geod_inverse")
    unsafe direct = library.function("geod_direct")
    unsafe beginPolygon = library.function("geod_polygon_init")
    unsafe addPoint = library.function("geod_polygon_addpoint")
    unsafe computePolygon = library.function("geod_polygon_compute")
  }
}
