import GEOS
import JSONText
import Regions

/// All layers of one run, read and built: regions with their geometries, and what is wrong.
struct LayerSet {
  let context: GEOSContext
  let root: CountryRoot
  private(set) var built: [BuiltRegion] = []
  private(set) var abroad: [BuiltRegion] = []
  private(set) var issues: [LayerIssue] = []
  private(set) var files: [LoadedFile] = []

  private typealias Layer = (content: LayerContent, mapping: LayerMapping)

  init(_ layers: [UserLayer], repair: Bool) throws(BoundaryError) {
    try self.init(try LayerSources.files(of: layers), repair: repair)
  }

  init(_ sources: [LayerSources.File], repair: Bool) throws(BoundaryError) {
    let contents: [Layer] = sources.map { file in
      (LayerReader.read(file.bytes, file: file.path), file.mapping)
    }
    files = sources.map { LoadedFile(path: $0.path, byteCount: $0.bytes.count) }
    do throws(GEOSError) {
      context = try GEOSContext()
    } catch {
      throw .geometry("\(error)")
    }
    root = Self.root(of: contents)
    build(contents, repair: repair)
    checkIDs()
    checkParents()
  }

  private static func root(of layers: [Layer]) -> CountryRoot {
    var countries: [String] = []
    var parents: [RegionID] = []
    var ids: Set<RegionID> = []
    for (content, mapping) in layers {
      for feature in content.features {
        let properties = FeatureProperties(feature: feature, mapping: mapping)
        if let country = properties.country { countries.append(country) }
        if let parent = properties.text(.parent) { parents.append(RegionID(parent)) }
        if let id = properties.id { ids.insert(id) }
      }
    }
    return CountryRoot(countries: countries, parents: parents, ids: ids)
  }

  private mutating func build(_ layers: [Layer], repair: Bool) {
    var builder = RegionBuilder(
      context: context, repair: repair, defaultCountry: root.id.code)
    for (content, mapping) in layers {
      issues += content.issues
      issues += Self.missingProperties(of: content, mapping: mapping)
      for feature in content.features {
        guard let region = builder.build(feature, mapping: mapping, file: content.file) else {
          continue
        }
        if region.region.country == root.id.code {
          built.append(region)
        } else {
          abroad.append(region)
        }
      }
    }
    issues += builder.issues
  }

  /// A field that the user has mapped must exist in the layer.
  private static func missingProperties(
    of content: LayerContent, mapping: LayerMapping
  ) -> [LayerIssue] {
    guard let first = content.features.first else { return [] }
    var issues: [LayerIssue] = []
    for field in LayerMapping.Field.allCases where mapping.named.contains(field) {
      let name = mapping[field]
      if content.features.contains(where: { $0.properties?[name] != nil }) { continue }
      let properties = FeatureProperties(feature: first, mapping: mapping)
      if field == .level, FeatureProperties.kind(word: name) != nil { continue }
      if field == .country, properties.country != nil { continue }
      let known = first.properties?.members.map(\.key).joined(separator: ", ") ?? "none"
      let reason =
        "no feature has the property \"\(name)\" that the mapping names for \(field.rawValue); "
        + "the first has \(known)"
      issues.append(LayerIssue(.missingProperty, .error, file: content.file, reason: reason))
    }
    return issues
  }

  private mutating func checkIDs() {
    var first: [RegionID: BuiltRegion] = [:]
    for region in built + abroad {
      let id = region.region.id
      guard let other = first[id] else {
        first[id] = region
        continue
      }
      note(
        .duplicateID, region,
        "the id is taken already, by \(other.file):\(other.line); ids must be unique over all layers"
      )
    }
  }

  private mutating func checkParents() {
    let levels = Dictionary(
      built.map { ($0.region.id, $0.region.level) }, uniquingKeysWith: { first, _ in first })
    for region in built {
      guard let parent = region.region.parent, parent != root.id else { continue }
      guard let level = levels[parent] else {
        note(
          .unknownParent, region,
          "the parent \(parent) is in no layer; add its layer or correct it")
        continue
      }
      guard let own = region.region.level else { continue }
      if level.map({ $0 >= own }) ?? true {
        note(.parentLevel, region, "the parent \(parent) is not of a coarser level")
      }
    }
  }

  private mutating func note(_ rule: LayerRule, _ region: BuiltRegion, _ reason: String) {
    var issue = LayerIssue(rule, .error, file: region.file, reason: reason)
    issue.line = region.line
    issue.region = region.region.id
    issues.append(issue)
  }
}
