@testable import Boundaries

extension GeoJSONSuiteTests {
  /// Files of geojsonhint that a reader of regions must refuse, or warn of, and by which rule.
  static let bad: [String: LayerRule] = [
    "bad-duplicate-properties": .duplicateKey, "bad-featurelist": .position,
    "bad-object-type": .structure, "badcoordtype": .position, "badfeature": .structure,
    "expected_object": .structure, "featurecollection-obj": .structure,
    "featurecollection-type-case": .structure, "featurecollection": .structure,
    "featurecollection_changed_semantics": .structure, "nofeaturetype": .structure,
    "notype": .structure, "point-labeled-as-a-multipolygon": .position,
    "rootstring": .structure, "short-linearring": .ringTooShort,
    "bbox-4or6elements": .boundingBox,
  ]

  /// Files about points and lines, which are no regions whatever else is wrong with them.
  static let noPolygons: Set<String> = [
    "excessive_precision_truncated", "false", "geometry_changed_semantics",
    "geometrycollection_single", "multipoint-multidimension", "point-string", "point-toofew",
    "point-toomany", "short-line", "short-multilinestring", "stringcoord",
  ]

  /// A correct outline that turns the other way: a note of the lint, no fault.
  static let noFault: Set<String> = ["polygon_winding_order"]

  /// What the schema's invalid files break, by folder and name.
  static let schemaInvalid: [String: LayerRule] = [
    "polygon/1d": .position, "polygon/bad-type": .geometryType,
    "polygon/no-coordinates": .emptyGeometry, "polygon/no-type": .geometryType,
    "multipolygon/1d": .position, "multipolygon/bad-bbox": .boundingBox,
    "multipolygon/no-coordinates": .emptyGeometry, "multipolygon/no-type": .geometryType,
    "feature/no-geometry": .emptyGeometry, "feature/no-type": .structure,
    "featurecollection/no-features": .structure, "featurecollection/no-type": .structure,
  ]
}
