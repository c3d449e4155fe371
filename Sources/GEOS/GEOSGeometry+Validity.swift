import CGEOS

/// What makes a geometry invalid by the rules of OGC Simple Features, and where.
public struct GeometryFlaw: Equatable, Sendable {
  /// The library's words, such as "Self-intersection".
  public let reason: String
  public let longitude: Double
  public let latitude: Double

  public init(reason: String, longitude: Double, latitude: Double) {
    self.reason = reason
    self.longitude = longitude
    self.latitude = latitude
  }
}

extension GEOSGeometry {
  public var isValid: Bool {
    get throws(GEOSError) {
      try unsafe context.predicate("GEOSisValid_r") { unsafe GEOSisValid_r($0, pointer) }
    }
  }

  /// The first flaw found, or `nil` where the geometry is valid.
  public func flaw() throws(GEOSError) -> GeometryFlaw? {
    var reason: UnsafeMutablePointer<CChar>?
    var place: OpaquePointer?
    let isValid = try unsafe context.predicate("GEOSisValidDetail_r") {
      unsafe GEOSisValidDetail_r($0, pointer, 0, &reason, &place)
    }
    defer { unsafe GEOSFree_r(context.handle, reason) }
    let location = unsafe place.map { unsafe GEOSGeometry(owning: $0, in: context) }
    if isValid { return nil }
    let words = if let reason = unsafe reason { unsafe String(cString: reason) } else { "invalid" }
    guard let location, try !location.isEmpty else {
      return GeometryFlaw(reason: words, longitude: .nan, latitude: .nan)
    }
    let position = try location.position()
    return GeometryFlaw(
      reason: words, longitude: position.longitude, latitude: position.latitude)
  }

  /// A valid geometry of the same area as far as possible, by the library's structure method:
  /// shells are united, holes taken away, and what collapses to lines is dropped.
  public func madeValid() throws(GEOSError) -> GEOSGeometry {
    let parameters = try unsafe context.pointer("GEOSMakeValidParams_create_r") {
      unsafe GEOSMakeValidParams_create_r($0)
    }
    defer { unsafe GEOSMakeValidParams_destroy_r(context.handle, parameters) }
    try unsafe context.perform("GEOSMakeValidParams_setMethod_r") {
      unsafe GEOSMakeValidParams_setMethod_r($0, parameters, GEOS_MAKE_VALID_STRUCTURE)
    }
    try unsafe context.perform("GEOSMakeValidParams_setKeepCollapsed_r") {
      unsafe GEOSMakeValidParams_setKeepCollapsed_r($0, parameters, 0)
    }
    return try unsafe context.geometry("GEOSMakeValidWithParams_r") {
      unsafe GEOSMakeValidWithParams_r($0, pointer, parameters)
    }
  }
}
