import CPROJ
import Foundation

/// The functions of PROJ that are used here, found when the first of them is needed.
///
/// PROJ brings some twenty libraries with it (for grids from the network, databases, pictures).
/// Loading those takes 8 ms, as long as everything else before `nuzuh --help` prints, and most
/// runs measure nothing. So nothing is linked: the library is opened at run time.
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
    let library = unsafe Self.open()
    unsafe initialize = Self.function("geod_init", in: library)
    unsafe inverse = Self.function("geod_inverse", in: library)
    unsafe direct = Self.function("geod_direct", in: library)
    unsafe beginPolygon = Self.function("geod_polygon_init", in: library)
    unsafe addPoint = Self.function("geod_polygon_addpoint", in: library)
    unsafe computePolygon = Self.function("geod_polygon_compute", in: library)
  }

  /// The library whose structures the header describes: that of its major version.
  private static func open() -> UnsafeMutableRawPointer {
    let name = "libproj.so.\([8: 22][Int(PROJ_VERSION_MAJOR)] ?? 25)"
    for name in [name, "libproj.so"] {
      if let library = unsafe dlopen(name, RTLD_NOW | RTLD_LOCAL) { return unsafe library }
    }
    // As much part of the program as what is linked, which a run cannot do without either.
    preconditionFailure("\(name) is missing; install the package that brings libproj")
  }

  private static func function<Function>(
    _ name: String, in library: UnsafeMutableRawPointer
  ) -> Function {
    guard let address = unsafe dlsym(library, name) else {
      preconditionFailure("libproj has no function \(name); install PROJ 8 or newer")
    }
    return unsafe unsafeBitCast(address, to: Function.self)
  }
}
