/// What can be wrong with a boundary layer. The raw value is the rule's id in reports.
public enum LayerRule: String, CaseIterable, Comparable, Sendable {
  // Reading.
  case json
  case duplicateKey = "duplicate-key"
  case structure
  case boundingBox = "bounding-box"
  case coordinateSystem = "coordinate-system"
  case geometryType = "geometry-type"
  case emptyGeometry = "empty-geometry"
  case position
  case extraCoordinate = "extra-coordinate"
  case tooLarge = "too-large"
  case longitudeRange = "longitude-range"
  case latitudeRange = "latitude-range"
  case axisOrder = "axis-order"
  case ringTooShort = "ring-too-short"
  case ringOpen = "ring-open"
  // Properties.
  case missingProperty = "missing-property"
  case propertyType = "property-type"
  case missingID = "missing-id"
  case duplicateID = "duplicate-id"
  case missingName = "missing-name"
  case unknownLevel = "unknown-level"
  case unknownParent = "unknown-parent"
  case parentLevel = "parent-level"
  case labelPoint = "label-point"
  case gazetteer
  // Geometry.
  case invalidGeometry = "invalid-geometry"
  case repaired
  // Lint.
  case winding
  case overlap
  case gap
  case nesting

  public static func < (left: LayerRule, right: LayerRule) -> Bool {
    left.rawValue < right.rawValue
  }
}
