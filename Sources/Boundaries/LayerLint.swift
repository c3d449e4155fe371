import GEOS
import Regions

/// Looks for what a layer can be loaded with but should not have.
///
/// Overlaps of regions of one level, gaps that children leave in their parent, and children that
/// leave their parent count from `LayerLint.leastSquareKilometers` on; below that lie the slivers
/// of rounded coordinates. Neighborhoods do not fill their parents, so they leave no gaps.
struct LayerLint {
  /// 1,000 m²: ten times what rounding to a metre leaves along a hundred metres of border.
  static let leastSquareKilometers = 0.001

  private let context: GEOSContext
  private let regions: [BuiltRegion]
  private let coarsest: Level?
  private(set) var issues: [LayerIssue] = []

  /// - Parameter reference: where the country is known to lie, if it is.
  init(_ set: LayerSet, reference: BoundingBox?) throws(GEOSError) {
    context = set.context
    regions = set.built.filter { $0.region.level != nil }
    coarsest = regions.compactMap(\.region.level).min()
    noteWinding(set.built + set.abroad)
    let swapped = noteSwapped(reference: reference)
    for level in Level.layered {
      try noteOverlaps(regions.filter { $0.region.level == level })
    }
    try noteFamilies(except: swapped)
  }

  private mutating func noteWinding(_ regions: [BuiltRegion]) {
    var wrong: [String: (first: BuiltRegion, count: Int)] = [:]
    for region in regions where !region.region.boundary.followsRightHandRule {
      wrong[region.file, default: (region, 0)].count += 1
    }
    for (_, entry) in wrong {
      note(
        .winding, .note, entry.first,
        "here and in \(entry.count - 1) more outlines rings turn against RFC 7946 (shells "
          + "counter-clockwise, holes clockwise); nothing here depends on it")
    }
  }

  /// Regions that lie apart from where they should, but would not with their axes swapped.
  private mutating func noteSwapped(reference: BoundingBox?) -> Set<RegionID> {
    let bounds = Dictionary(
      regions.map { ($0.region.id, $0.region.boundary.bounds) },
      uniquingKeysWith: { first, _ in first })
    var swapped: Set<RegionID> = []
    for region in regions {
      let own = region.region.boundary.bounds
      let parent = region.region.parent.flatMap { bounds[$0] }
      guard let frame = parent ?? reference, !frame.intersects(own),
        frame.intersects(
          BoundingBox(west: own.south, south: own.west, east: own.north, north: own.east))
      else { continue }
      swapped.insert(region.region.id)
      note(
        .axisOrder, .warning, region,
        "the region lies apart from its \(parent == nil ? "country" : "parent"), but would not "
          + "with longitude and latitude exchanged; GeoJSON writes longitude first",
        at: region.region.labelPoint)
    }
    return swapped
  }

  private mutating func noteOverlaps(_ regions: [BuiltRegion]) throws(GEOSError) {
    let sorted = regions.sorted { $0.region.boundary.bounds.west < $1.region.boundary.bounds.west }
    for (index, region) in sorted.enumerated() {
      let bounds = region.region.boundary.bounds
      let near = sorted[(index + 1)...].prefix { $0.region.boundary.bounds.west <= bounds.east }
        .filter { $0.region.boundary.bounds.intersects(bounds) }
      guard !near.isEmpty else { continue }
      let prepared = try PreparedGeometry(region.geometry)
      for other in near where try prepared.intersects(other.geometry) {
        try note(
          .overlap, region, try region.geometry.intersection(other.geometry),
          "overlaps \(other.region.id) (\(other.region.name)), a region of the same level")
      }
    }
  }

  /// Compares each parent with its children.
  private mutating func noteFamilies(except swapped: Set<RegionID>) throws(GEOSError) {
    let families = Dictionary(grouping: regions, by: \.region.parent)
    for region in regions where region.region.parent == nil && region.region.level != coarsest {
      note(.unknownParent, .warning, region, "the region names no parent")
    }
    for parent in regions {
      let children = (families[parent.region.id] ?? [])
        .filter { !swapped.contains($0.region.id) }
      guard !children.isEmpty else { continue }
      try noteNesting(of: children, in: parent)
      guard children.allSatisfy({ $0.region.level != .neighborhood }) else { continue }
      let together = try context.union(of: children.map(\.geometry))
      try note(
        .gap, parent, try parent.geometry.difference(together),
        "its \(children.count) children leave a gap")
    }
  }

  private mutating func noteNesting(
    of children: [BuiltRegion], in parent: BuiltRegion
  ) throws(GEOSError) {
    let prepared = try PreparedGeometry(parent.geometry)
    for child in children where try !prepared.covers(child.geometry) {
      try note(
        .nesting, child, try child.geometry.difference(parent.geometry),
        "lies in part outside its parent \(parent.region.id) (\(parent.region.name))")
    }
  }

  /// Notes the polygons of a geometry, if they are large enough to matter.
  private mutating func note(
    _ rule: LayerRule, _ region: BuiltRegion, _ geometry: GEOSGeometry, _ reason: String
  ) throws(GEOSError) {
    let coordinates = try geometry.polygonCoordinates()
    guard coordinates.polygonCount > 0 else { return }
    let outline = Boundary(coordinates)
    let area = outline.areaSquareKilometers
    guard area >= Self.leastSquareKilometers else { return }
    let inside = try context.polygons(coordinates).pointOnSurface()
    var issue = issue(rule, .warning, region, reason)
    issue.areaSquareKilometers = area
    issue.location = Coordinate(longitude: inside.longitude, latitude: inside.latitude)
    issue.outline = outline
    issues.append(issue)
  }

  private mutating func note(
    _ rule: LayerRule, _ severity: LayerIssue.Severity, _ region: BuiltRegion, _ reason: String,
    at location: Coordinate? = nil
  ) {
    var issue = issue(rule, severity, region, reason)
    issue.location = location
    issues.append(issue)
  }

  private func issue(
    _ rule: LayerRule, _ severity: LayerIssue.Severity, _ region: BuiltRegion, _ reason: String
  ) -> LayerIssue {
    var issue = LayerIssue(rule, severity, file: region.file, reason: reason)
    issue.line = region.line
    issue.region = region.region.id
    return issue
  }
}
