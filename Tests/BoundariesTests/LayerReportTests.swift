import Boundaries
import Foundation
import Testing

@Suite("A check is told as text, JSON and GeoJSON")
struct LayerReportTests {
  let report: LayerReport
  let path: String

  init() throws {
    let layers = try TemporaryLayers()
    path = try layers.write(
      Layer.collection([
        Layer.feature("A", "district", coordinates: Layer.cells(0, 2)),
        Layer.feature("B", "district", coordinates: Layer.cells(1, 3)),
        Layer.feature("C", "zone", coordinates: "[[[0,0],[2,2],[2,0],[0,2],[0,0]]]"),
        Layer.feature("D", "zone", coordinates: "[[[0,0],[2,2]]]"),
      ]))
    report = try BoundaryLoader.check(geodata: nil, layers: [UserLayer(path: path)])
  }

  @Test("Text has a line an issue, errors first, and the sums at the end")
  func text() {
    let lines = report.text.split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    #expect(
      lines.first
        == "\(path):4: error: C: the outline is invalid: Self-intersection; --repair mends it "
        + "at longitude 1, latitude 1 [invalid-geometry]")
    #expect(lines[1].hasPrefix("\(path):5: error: feature 4: a ring has 2 positions"))
    #expect(
      lines[2]
        == "\(path):2: warning: A: overlaps B (Name of B), a region of the same level, "
        + "12308.778 km² at longitude 1.5, latitude 0.5 [overlap]")
    #expect(lines.last == "1 files; district 2; 2 errors, 1 warnings, 0 notes")
  }

  @Test("JSON has every issue with its fields")
  func json() throws {
    struct Report: Decodable {
      struct Issue: Decodable {
        let rule: String
        let severity: String
        let line: Int?
        let region: String?
        let longitude: Double?
        let areaSquareKilometers: Double?

        enum CodingKeys: String, CodingKey {
          case rule, severity, line, region, longitude
          case areaSquareKilometers = "area_km2"
        }
      }
      let errors: Int
      let regions: [String: Int]
      let issues: [Issue]
    }
    let decoded = try JSONDecoder().decode(Report.self, from: Data(report.json()))
    #expect(decoded.errors == 2 && decoded.regions == ["district": 2])
    #expect(decoded.issues.map(\.rule) == ["invalid-geometry", "ring-too-short", "overlap"])
    #expect(decoded.issues.map(\.line) == [4, 5, 2])
    #expect(decoded.issues.map(\.region) == ["C", nil, "A"])
    #expect(decoded.issues.map(\.longitude) == [1, 0, 1.5])
    #expect(decoded.issues.last?.areaSquareKilometers == 12_308.778_361)
  }

  @Test("GeoJSON has a point for a flaw and the polygon of an overlap, and reads as a layer")
  func geojson() throws {
    struct Collection: Decodable {
      struct Feature: Decodable {
        struct Geometry: Decodable {
          let type: String
        }
        let geometry: Geometry
      }
      let type: String
      let features: [Feature]
    }
    let decoded = try JSONDecoder().decode(Collection.self, from: Data(report.geojson()))
    #expect(decoded.type == "FeatureCollection")
    #expect(decoded.features.map(\.geometry.type) == ["Point", "Point", "MultiPolygon"])
    let layers = try TemporaryLayers()
    let text = String(decoding: report.geojson(), as: UTF8.self)
    let path = try layers.write(text)
    let again = try BoundaryLoader.check(
      geodata: nil,
      layers: [UserLayer(path: path, mapping: try LayerMapping(parsing: "id=region,level=zone"))])
    #expect(again.regionCounts == ["zone": 1])
    #expect(!again.issues.contains { $0.rule == .winding })
  }
}
