import Regions

/// What a reader can see in an outline without geometry: ranges, and rings that close.
enum BoundaryChecks {
  struct Fault {
    let rule: LayerRule
    let reason: String
    let location: Coordinate?
  }

  /// The first fault of each kind.
  static func faults(of boundary: Boundary) -> [Fault] {
    var faults: [Fault] = []
    if let fault = rangeFault(of: boundary) { faults.append(fault) }
    for ring in 0..<boundary.ringCount {
      guard let fault = ringFault(boundary.vertices(ofRing: ring), of: boundary) else { continue }
      faults.append(fault)
      break
    }
    if (0..<boundary.polygonCount).contains(where: { boundary.rings(ofPolygon: $0).isEmpty }) {
      faults.append(
        Fault(rule: .emptyGeometry, reason: "a polygon has no rings; remove it", location: nil))
    }
    return faults
  }

  private static func rangeFault(of boundary: Boundary) -> Fault? {
    let bounds = boundary.bounds
    if bounds.south < -90 || bounds.north > 90 {
      let index = boundary.latitudes.firstIndex { abs($0) > 90 } ?? 0
      let longitude = boundary.longitudes[index]
      let latitude = boundary.latitudes[index]
      let hint =
        abs(longitude) <= 90 && abs(latitude) <= 180
        ? "; the axes look swapped: GeoJSON writes longitude first"
        : "; is the layer projected? GeoJSON takes degrees on WGS 84"
      return Fault(
        rule: .latitudeRange, reason: "latitude \(latitude) is beyond ±90\(hint)", location: nil)
    }
    if bounds.west < -180 || bounds.east > 180 {
      let longitude = boundary.longitudes.first { abs($0) > 180 } ?? 0
      let reason =
        "longitude \(longitude) is beyond ±180; is the layer projected? GeoJSON takes degrees"
      return Fault(rule: .longitudeRange, reason: reason, location: nil)
    }
    return nil
  }

  private static func ringFault(_ vertices: Range<Int>, of boundary: Boundary) -> Fault? {
    guard let first = vertices.first, let last = vertices.last else {
      return Fault(rule: .ringTooShort, reason: "a ring has no positions", location: nil)
    }
    let location = Coordinate(
      longitude: boundary.longitudes[first], latitude: boundary.latitudes[first])
    guard vertices.count >= 4 else {
      let reason = "a ring has \(vertices.count) positions; it needs at least 4"
      return Fault(rule: .ringTooShort, reason: reason, location: location)
    }
    guard boundary.longitudes[first] == boundary.longitudes[last],
      boundary.latitudes[first] == boundary.latitudes[last]
    else {
      return Fault(
        rule: .ringOpen, reason: "a ring is not closed; repeat its first position at its end",
        location: location)
    }
    return nil
  }
}
