package import Disclosure
package import JSONText
package import Regions

/// A layer of a release in memory: for formats that hold maps as tables.
///
/// The features are the same as those of the GeoJSON file, property for property.
package struct MapTable: Sendable {
  package struct Feature: Sendable {
    package let shape: FeatureShape
    /// One for each column; null where the feature does not have it.
    package let values: [JSONValue]
  }

  package let layer: MapLayer
  package let columns: [MapColumn]
  package let features: [Feature]
  /// `nil` for a layer of lines.
  package let outlines: MapOutlines?
  package let bounds: BoundingBox
  /// A QML document.
  package let style: String

  /// The layers that a release has.
  package static func layers(of release: Release) -> [MapLayer] {
    MapLayer.allCases.filter { $0.belongs(to: release) }
  }

  package init(
    _ layer: MapLayer, of release: Release, catalog: RegionCatalog, context: ReleaseContext
  ) throws(PublishError) {
    // No directory: nothing is written here.
    let output = ReleaseOutput(
      release: release, catalog: catalog, context: context, directory: "")
    self.layer = layer
    style = LayerStyle(output, of: layer).text
    if layer == .flows {
      let flows = FlowFeatures(output)
      var rows = FeatureRows(FlowFeatures.columns, idColumn: "id")
      try flows.add(to: &rows)
      (columns, features, outlines, bounds) = (rows.columns, rows.features, nil, flows.bounds)
    } else {
      let regions = RegionFeatures(output)
      var rows = FeatureRows(regions.columns, idColumn: nil)
      let frame = regions.frame(of: layer, regions.legend(of: layer))
      for part in regions.parts(of: layer) { try regions.add(part, in: frame, to: &rows) }
      (columns, features) = (rows.columns, rows.features)
      (outlines, bounds) = (regions.outlines(of: layer), regions.bounds)
    }
  }
}

/// Features gathered as rows.
struct FeatureRows: FeatureTarget, ~Copyable {
  let columns: [MapColumn]
  private(set) var features: [MapTable.Feature] = []
  private let idColumn: String?

  /// - Parameter idColumn: first column, for the id of the feature where no property says it.
  init(_ columns: [MapColumn], idColumn: String?) {
    self.idColumn = idColumn
    self.columns = (idColumn.map { [MapColumn($0, .text)] } ?? []) + columns
  }

  mutating func feature(
    id: String, shape: FeatureShape, properties: (inout JSONWriter) -> Void
  ) throws(PublishError) {
    var writer = JSONWriter()
    writer.beginObject()
    if let idColumn { writer.member(idColumn, id) }
    properties(&writer)
    writer.endObject()
    let members: [JSONObject.Member]
    do throws(JSONError) {
      members = try JSONValue(parsing: writer.drain()).object?.members ?? []
    } catch {
      throw .inputOutput(path: id, operation: "tabulate", cause: "\(error)")
    }
    features.append(MapTable.Feature(shape: shape, values: try values(of: members, id)))
  }

  /// Members stand in the order of the columns, and some features lack some.
  private func values(
    of members: [JSONObject.Member], _ id: String
  ) throws(PublishError) -> [JSONValue] {
    var next = members.startIndex
    let values = columns.map { column in
      guard next < members.endIndex, members[next].key == column.name else {
        return JSONValue.null
      }
      next += 1
      return members[next - 1].value
    }
    guard next == members.endIndex else {
      throw .inputOutput(
        path: id, operation: "tabulate", cause: "there is no column for \(members[next].key)")
    }
    return values
  }
}
