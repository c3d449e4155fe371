import Foundation
import TestSuites
import Testing

@testable import Boundaries

@Suite(
  "GeoJSON that other projects collected is taken or refused as it should be",
  .enabled(if: Suites.isGiven, "\(Suites.hint)"))
struct GeoJSONSuiteTests {
  @Test("geojsonhint's bad files are refused by the rule they break, or are listed as no fault")
  func hintBad() throws {
    for file in try Suites.files(under: "geojsonhint/data/bad", ending: "geojson") {
      let content = try read(file)
      let rules = content.issues.filter { $0.severity > .note }.map(\.rule)
      if let rule = Self.bad[file.name] {
        #expect(rules.contains(rule), "\(file.name): \(content.issues)")
      } else if Self.noFault.contains(file.name) {
        #expect(rules == [], "\(file.name)")
        #expect(content.features.count == 1)
      } else {
        #expect(Self.noPolygons.contains(file.name), "\(file.name) is not decided")
        #expect(content.features.isEmpty && !rules.isEmpty, "\(file.name)")
      }
    }
  }

  @Test("geojsonhint's good files have no fault but being no regions")
  func hintGood() throws {
    for file in try Suites.files(under: "geojsonhint/data/good", ending: "geojson") {
      try expectSound(file)
    }
  }

  @Test("The schema's valid files have no fault but being no regions")
  func schemaValid() throws {
    for file in try Suites.files(under: "geojson-schema/test/fixtures/valid", ending: "json") {
      try expectSound(file)
    }
  }

  @Test("The schema's invalid files are refused, polygons by the rule they break")
  func schemaInvalid() throws {
    for file in try Suites.files(under: "geojson-schema/test/fixtures/invalid", ending: "json") {
      let content = try read(file)
      let rules = content.issues.filter { $0.severity > .note }.map(\.rule)
      let name = file.path.dropLast(".json".count)
      if let rule = Self.schemaInvalid[String(name)] {
        #expect(rules.contains(rule), "\(name): \(content.issues)")
      } else {
        #expect(content.features.isEmpty && !rules.isEmpty, "\(name)")
      }
    }
  }

  @Test("GEOS's fuzzing seeds are sound")
  func fuzzSeeds() throws {
    for file in try Suites.files(under: "geos-fuzz-geojson", ending: "json") {
      try expectSound(file)
    }
  }

  /// Polygons are taken; what is sound but no polygon is refused for that alone.
  private func expectSound(_ file: SuiteFile) throws {
    let content = try read(file)
    let rules = Set(content.issues.map(\.rule)).subtracting([.extraCoordinate])
    let members = try #require(try object(file) as? [String: Any])
    guard Self.hasPolygons(members) else {
      #expect(content.features.isEmpty && !rules.isEmpty, "\(file.path)")
      let noRegion: Set<LayerRule> = [.geometryType, .emptyGeometry, .structure]
      #expect(rules.isSubset(of: noRegion), "\(file.path): \(content.issues)")
      return
    }
    #expect(!content.features.isEmpty, "\(file.path): \(content.issues)")
    #expect(rules.isSubset(of: [.geometryType, .emptyGeometry]), "\(file.path): \(content.issues)")
  }

  private static func hasPolygons(_ members: [String: Any]) -> Bool {
    if let features = members["features"] as? [[String: Any]] {
      return features.contains(where: hasPolygons)
    }
    if let geometry = members["geometry"] as? [String: Any] { return hasPolygons(geometry) }
    let coordinates = members["coordinates"] as? [Any] ?? []
    return ["Polygon", "MultiPolygon"].contains(members["type"] as? String)
      && !coordinates.isEmpty
  }

  private func object(_ file: SuiteFile) throws -> Any {
    try JSONSerialization.jsonObject(
      with: Data(try file.bytes()), options: .fragmentsAllowed)
  }

  /// A file as a layer; a bare geometry is put into a feature first.
  private func read(_ file: SuiteFile) throws -> LayerContent {
    let members = try object(file) as? [String: Any]
    let isGeometry =
      members?["coordinates"] != nil && members?["features"] == nil
      || Self.geometryTypes.contains(members?["type"] as? String ?? "")
    let text = String(decoding: try file.bytes(), as: UTF8.self)
    let layer =
      isGeometry ? #"{"type":"Feature","properties":{"id":"A"},"geometry":\#(text)}"# : text
    return LayerReader.read(Array(layer.utf8), file: file.url.lastPathComponent)
  }

  private static let geometryTypes: Set<String> = [
    "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon",
    "GeometryCollection",
  ]
}
