import JSONText
import Regions
import Testing

@testable import Reports

@Suite("Outlines are written as RFC 7946 asks")
struct GeometryTests {
  @Test("rings are closed, shells counter-clockwise, holes clockwise") func winding() throws {
    let published = try PublishedRelease()
    var rings = 0
    for feature in try published.features("regions.geojson") {
      for polygon in Self.polygons(feature["geometry"]) {
        for (number, ring) in polygon.enumerated() {
          rings += 1
          #expect(ring.first == ring.last && ring.count >= 4)
          #expect((Self.twiceArea(ring) > 0) == (number == 0))
        }
      }
    }
    #expect(rings == 5)
  }

  @Test(
    "one polygon is a Polygon, more are a MultiPolygon",
    arguments: [("XX01", "Polygon"), ("XX02", "MultiPolygon"), ("Z1", "Polygon")])
  func type(id: String, type: String) throws {
    let features = try PublishedRelease().features("regions.geojson")
    let feature = features.first { $0["id"]?.string == id }
    #expect(feature?["geometry"]?["type"]?.string == type)
  }

  @Test(
    "six decimal places, repeated vertices once, rings without an area not at all",
    arguments: [
      (
        [[[(1.000_000_4, 2), (2, 2), (2.000_000_1, 2), (1, 3), (1, 2)]]],
        #"{"type":"Polygon","coordinates":[[[1,2],[2,2],[1,3],[1,2]]]}"#
      ),
      ([[[(1, 2), (2, 2), (3, 2), (1, 2)]]], "null"),
      ([[[(1, 2), (1.000_000_1, 2), (1, 2.000_000_1), (1, 2)]]], "null"),
      ([], "null"),
      (
        [[[(-0.000_000_1, 0), (-2, 0), (0, -1.25), (0, 0)], [(1, 1), (1, 1), (1, 1), (1, 1)]]],
        #"{"type":"Polygon","coordinates":[[[0,0],[-2,0],[0,-1.25],[0,0]]]}"#
      ),
    ] as [([[[(Double, Double)]]], String)])
  func rounding(polygons: [[[(Double, Double)]]], text: String) {
    var writer = JSONWriter()
    writer.geometry(SampleCatalog.boundary(polygons))
    #expect(String(decoding: writer.drain(), as: UTF8.self) == text)
  }

  @Test("the collection's bbox is that of all shown regions") func bounds() throws {
    let box = try PublishedRelease().json("regions.geojson")["bbox"]?.array?.map(\.plainText)
    #expect(box == ["36", "34", "39.5", "35"])
  }

  private static func polygons(_ geometry: JSONValue?) -> [[[[Double]]]] {
    let coordinates = geometry?["coordinates"]?.array ?? []
    let polygons = geometry?["type"]?.string == "Polygon" ? [.array(coordinates)] : coordinates
    return polygons.map { polygon in
      (polygon.array ?? []).map { ring in
        (ring.array ?? []).map { ($0.array ?? []).compactMap(\.double) }
      }
    }
  }

  private static func twiceArea(_ ring: [[Double]]) -> Double {
    zip(ring, ring.dropFirst()).reduce(0) { sum, pair in
      sum + pair.0[0] * pair.1[1] - pair.1[0] * pair.0[1]
    }
  }
}
