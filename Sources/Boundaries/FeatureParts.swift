import JSONText

/// The members of an object that may be a FeatureCollection or a Feature.
struct FeatureParts {
  let line: Int
  var keys = JSONKeySet()
  var type: String?
  var hasFeatures = false
  var id: JSONValue?
  /// `nil` where they are missing or null.
  var properties: JSONObject?
  /// `nil` where it is missing or null.
  var geometry: GeometryParts?
  /// What a reader of features cannot use, in words.
  var problem: String?

  init(line: Int) {
    self.line = line
  }
}

/// The members of a geometry.
struct GeometryParts {
  var type: String?
  var coordinates: CoordinateReader?
  var keys = JSONKeySet()
  /// A value of the wrong kind somewhere inside, in words.
  var problem: String?
}
