import Foundation
import Testing

@testable import Boundaries

@Suite(
  "GeoJSON that other projects collected is taken or refused as it should be",
  .enabled(if: Suites.isGiven, "set NUZUH_SUITES to run"))
struct GeoJSONSuiteTests {
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
  static let winding = "polygon_winding_order"

  @Test("geojsonhint's bad files are refused by the rule they break")
  func hintBad() throws {
    var seen: Set<String> = []
    for file in try Suites.files(under: "geojsonhint/data/bad", ending: "geojson") {
      let name = file.deletingPathExtension().lastPathComponent
      seen.insert(name)
      let content = try read(file)
      let rules = content.issues.filter { $0.severity > .note }.map(\.rule)
      if let rule = Self.bad[name] {
        #expect(rules.contains(rule), "\(name): \(content.issues)")
      } else if name == Self.winding {
        #expect(rules == [])
        #expect(content.features.first?.boundary.followsRightHandRule == false)
      } else {
        #expect(Self.noPolygons.contains(name), "\(name) is not sorted into a list")
        #expect(content.features.isEmpty && !rules.isEmpty)
      }
    }
    #expect(seen == Set(Self.bad.keys).union(Self.noPolygons).union([Self.winding]))
  }

  @Test("geojsonhint's good files have no fault but being no regions")
  func hintGood() throws {
    let files = try Suites.files(under: "geojsonhint/data/good", ending: "geojson")
    #expect(files.count >= 12)
    for file in files {
      let content = try read(file)
      if file.lastPathComponent == "multipolygon.geojson" {
        #expect(content.issues == [] && content.features.count == 1)
      } else {
        #expect(!content.issues.isEmpty)
        #expect(content.issues.allSatisfy { [.geometryType, .emptyGeometry].contains($0.rule) })
      }
    }
  }

  @Test("The schema's valid polygons are taken, heights with a note")
  func schemaValid() throws {
    for folder in ["polygon", "multipolygon"] {
      let files = try Suites.files(
        under: "geojson-schema/test/fixtures/valid/\(folder)", ending: "json")
      #expect(files.count >= 3)
      for file in files {
        let content = try read(file)
        #expect(content.features.count == 1, "\(file.lastPathComponent): \(content.issues)")
        #expect(content.issues.allSatisfy { $0.rule == .extraCoordinate })
      }
    }
  }

  @Test("The schema's other valid files are features without a polygon")
  func schemaValidWithoutPolygon() throws {
    for folder in ["feature", "featurecollection"] {
      for file in try Suites.files(
        under: "geojson-schema/test/fixtures/valid/\(folder)", ending: "json")
      {
        let content = try read(file)
        #expect(content.features.isEmpty && content.issues.count == 1)
        let rule = try #require(content.issues.first).rule
        #expect([.geometryType, .emptyGeometry, .position, .structure].contains(rule))
      }
    }
  }

  @Test(
    "The schema's invalid polygons are refused by the rule they break",
    arguments: [
      ("polygon/1d", LayerRule.position), ("polygon/bad-type", .geometryType),
      ("polygon/no-coordinates", .emptyGeometry), ("polygon/no-type", .geometryType),
      ("multipolygon/1d", .position), ("multipolygon/bad-bbox", .boundingBox),
      ("multipolygon/no-coordinates", .emptyGeometry), ("multipolygon/no-type", .geometryType),
      ("feature/no-geometry", .emptyGeometry), ("feature/no-type", .structure),
      ("featurecollection/no-features", .structure), ("featurecollection/no-type", .structure),
    ])
  func schemaInvalid(name: String, rule: LayerRule) throws {
    let content = try read(
      try Suites.folder("geojson-schema/test/fixtures/invalid/\(name).json"))
    #expect(content.issues.contains { $0.rule == rule && $0.severity > .note })
  }

  /// A file as a layer; a bare geometry is put into a feature first.
  private func read(_ file: URL) throws -> LayerContent {
    let data = try Data(contentsOf: file)
    let object = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
    let members = object as? [String: Any]
    let isGeometry =
      members?["coordinates"] != nil && members?["features"] == nil
      || ["Polygon", "MultiPolygon", "GeometryCollection"].contains(members?["type"] as? String)
    let text = String(decoding: data, as: UTF8.self)
    let layer =
      isGeometry ? #"{"type":"Feature","properties":{"id":"A"},"geometry":\#(text)}"# : text
    return LayerReader.read(Array(layer.utf8), file: file.lastPathComponent)
  }
}
