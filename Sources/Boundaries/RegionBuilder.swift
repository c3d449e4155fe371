import GEOS
import Regions

/// A region with its geometry and where it was read.
struct BuiltRegion {
  let region: Region
  let geometry: GEOSGeometry
  let file: String
  let line: Int
}

/// Makes regions of features: checks validity, measures areas, finds label points.
struct RegionBuilder {
  let context: GEOSContext
  /// Whether invalid outlines are mended; each is then a warning instead of an error.
  let repair: Bool
  /// The code of the country for features that name none.
  let defaultCountry: String
  private(set) var issues: [LayerIssue] = []

  init(context: GEOSContext, repair: Bool, defaultCountry: String) {
    self.context = context
    self.repair = repair
    self.defaultCountry = defaultCountry
  }

  /// The region of a feature, or `nil` where it has errors, which are then among the issues.
  mutating func build(
    _ feature: LayerFeature, mapping: LayerMapping, file: String
  ) -> BuiltRegion? {
    let properties = FeatureProperties(feature: feature, mapping: mapping)
    guard let id = properties.id else {
      let property = mapping[.id]
      note(
        .missingID, .error, feature, file,
        "the region has no id; property \"\(property)\" is missing, empty or no text")
      return nil
    }
    guard let kind = properties.kind else {
      noteLevel(properties, id: id, file: file)
      return nil
    }
    if properties.text(.name) == nil {
      note(
        .missingName, .warning, feature, file,
        "the region has no name in \"\(mapping[.name])\"; its id is used", id: id)
    }
    guard let shape = shape(of: feature, id: id, file: file) else { return nil }
    let region = region(id, kind, properties, shape: shape, file: file)
    return BuiltRegion(region: region, geometry: shape.geometry, file: file, line: feature.line)
  }

  private mutating func region(
    _ id: RegionID, _ kind: Region.Kind, _ properties: FeatureProperties, shape: Shape,
    file: String
  ) -> Region {
    Region(
      id: id, kind: kind, name: properties.text(.name) ?? id.code,
      nameArabic: properties.text(.nameArabic), aliases: properties.aliases,
      parent: properties.text(.parent).map { RegionID($0) },
      country: properties.country ?? defaultCountry, boundary: shape.boundary,
      areaSquareKilometers: shape.boundary.areaSquareKilometers,
      labelPoint: labelPoint(properties, shape: shape, id: id, file: file),
      population: properties.population, members: properties.texts(.members).map { RegionID($0) },
      provenance: properties.provenance)
  }

  private mutating func noteLevel(
    _ properties: FeatureProperties, id: RegionID, file: String
  ) {
    let property = properties.mapping[.level]
    let words = (Level.layered.map(\.name) + ["zone"]).joined(separator: ", ")
    let reason =
      if let word = properties.text(.level) {
        "\"\(word)\" is no level; levels are \(words)"
      } else {
        "the region has no level in \"\(property)\"; map it with level=PROPERTY, or "
          + "level=WORD for a whole file (\(words))"
      }
    note(.unknownLevel, .error, properties.feature, file, reason, id: id)
  }

  mutating func note(
    _ rule: LayerRule, _ severity: LayerIssue.Severity, _ feature: LayerFeature, _ file: String,
    _ reason: String, id: RegionID? = nil, at location: Coordinate? = nil, area: Double? = nil
  ) {
    var issue = LayerIssue(rule, severity, file: file, reason: reason)
    issue.line = feature.line
    issue.feature = feature.index
    issue.region = id
    issue.location = location
    issue.areaSquareKilometers = area
    issues.append(issue)
  }
}
