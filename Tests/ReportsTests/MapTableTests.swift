import Disclosure
import JSONText
import Testing

@testable import Reports

@Suite("A map as a table is the map as GeoJSON")
struct MapTableTests {
  @Test(
    "every property is a column with the value of the feature", arguments: MapLayer.allCases)
  func values(layer: MapLayer) throws {
    let release = try SampleRelease.release()
    let table = try MapTable(
      layer, of: release, catalog: SampleCatalog.catalog(), context: SampleRelease.context)
    let features = try PublishedRelease(release).features("\(layer.rawValue).geojson")
    #expect(table.features.count == features.count && features.count > 1)
    for (row, feature) in zip(table.features, features) {
      for (column, value) in zip(table.columns, row.values) {
        let isID = layer == .flows && column.name == "id"
        let expected = isID ? feature["id"] : feature["properties"]?[column.name]
        #expect(value == expected ?? .null, "\(column.name)")
        #expect(Self.fits(value, column.kind), "\(column.name)")
      }
      #expect((feature["geometry"] == .null) == row.shape.isNone)
    }
  }

  @Test("without periods there is nothing to compare and no column for it") func withoutPeriods()
    throws
  {
    let release = try SampleRelease.release(step: nil, periods: [])
    #expect(MapTable.layers(of: release) == [.regions, .flows])
    let table = try MapTable(
      .regions, of: release, catalog: SampleCatalog.catalog(), context: SampleRelease.context)
    #expect(!table.columns.contains { $0.name.contains("change") })
    #expect(table.columns.contains { $0.name == "killed_per_100k" })
  }

  private static func fits(_ value: JSONValue, _ kind: MapColumn.Kind) -> Bool {
    if value == .null { return true }
    return switch kind {
    case .text: value.string != nil
    case .date: value.string?.count == 10
    case .integer: value.int != nil
    case .real: value.double != nil
    case .boolean: value.bool != nil
    }
  }
}

extension FeatureShape {
  fileprivate var isNone: Bool { if case .none = self { true } else { false } }
}
