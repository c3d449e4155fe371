import JSONText
import Regions

extension LayerReader {
  /// The outline of a feature if it is a polygon that closes; otherwise notes what is wrong.
  mutating func checkedGeometry(_ parts: FeatureParts, index: Int) -> Boundary? {
    for member in ["features", "coordinates", "geometries"] where parts.keys.contains(member) {
      note(
        .structure, line: parts.line,
        "a Feature has a member \"\(member)\", which RFC 7946 keeps for other objects",
        feature: index)
      return nil
    }
    if let problem = parts.problem {
      note(.structure, line: parts.line, problem, feature: index)
      return nil
    }
    guard let geometry = parts.geometry else {
      note(.emptyGeometry, line: parts.line, "the feature has no geometry", feature: index)
      return nil
    }
    guard let depth = polygonDepth(of: geometry.type) else {
      let type = geometry.type.map { "a \($0)" } ?? "a geometry without a type"
      note(
        .geometryType, line: parts.line, "\(type) is no region; polygons and multipolygons are",
        feature: index)
      return nil
    }
    guard let coordinates = usable(geometry, depth: depth, line: parts.line, index: index) else {
      return nil
    }
    if coordinates.hasExtraCoordinates { extraCoordinates += 1 }
    let boundary = coordinates.boundary()
    let faults = BoundaryChecks.faults(of: boundary)
    for fault in faults {
      note(fault.rule, line: parts.line, fault.reason, feature: index, at: fault.location)
    }
    return faults.isEmpty ? boundary : nil
  }

  private func polygonDepth(of type: String?) -> Int? {
    switch type {
    case "Polygon": 3
    case "MultiPolygon": 4
    default: nil
    }
  }

  /// The coordinates if they are nested as the type asks.
  private mutating func usable(
    _ geometry: GeometryParts, depth: Int, line: Int, index: Int
  ) -> CoordinateReader? {
    if let problem = geometry.problem ?? geometry.coordinates?.problem {
      note(.position, line: line, problem, feature: index)
      return nil
    }
    if let excess = geometry.coordinates?.excess {
      note(
        .tooLarge, line: line, "the outline has \(excess); simplify it or split the feature",
        feature: index)
      return nil
    }
    guard let coordinates = geometry.coordinates, let found = coordinates.depth else {
      note(.emptyGeometry, line: line, "the geometry has no coordinates", feature: index)
      return nil
    }
    guard found == depth else {
      let type = geometry.type ?? ""
      note(
        .position, line: line,
        "the positions of a \(type) stand \(depth) arrays deep, not \(found)", feature: index)
      return nil
    }
    return coordinates
  }
}
