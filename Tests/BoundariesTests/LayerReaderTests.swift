import Regions
import Testing

@testable import Boundaries

@Suite("Layers are read within bounds, and what is wrong is said with its place")
struct LayerReaderTests {
  private func read(_ text: String, file: String = "x.geojson") -> LayerContent {
    LayerReader.read(Array(text.utf8), file: file)
  }

  private func geometry(_ text: String) -> String {
    Layer.collection([
      #"{"type":"Feature","properties":{"id":"A"},"geometry":\#(text)}"#
    ])
  }

  struct Broken {
    let geometry: String
    let rule: LayerRule
    let words: String
  }

  @Test(
    "A faulty geometry is an error that names the rule and the line",
    arguments: [
      Broken(
        geometry: #"{"type":"Polygon","coordinates":[[[36,35],[37,35],[37,36],[36,36]]]}"#,
        rule: .ringOpen, words: "repeat its first position"),
      Broken(
        geometry: #"{"type":"Polygon","coordinates":[[[36,35],[37,35],[36,35]]]}"#,
        rule: .ringTooShort, words: "3 positions"),
      Broken(
        geometry: #"{"type":"Polygon","coordinates":[[[35,136],[35,137],[36,137],[35,136]]]}"#,
        rule: .latitudeRange, words: "axes look swapped"),
      Broken(
        geometry:
          #"{"type":"Polygon","coordinates":[[[400000,9],[400001,9],[400001,8],[400000,9]]]}"#,
        rule: .longitudeRange, words: "projected"),
      Broken(
        geometry: #"{"type":"Polygon","coordinates":[[[1,2],[2,2],["3",2],[1,2]]]}"#,
        rule: .position, words: "a string where a number"),
      Broken(
        geometry: #"{"type":"Polygon","coordinates":[[1,2],[2,2],[2,3],[1,2]]}"#,
        rule: .position, words: "3 arrays deep, not 2"),
      Broken(
        geometry: #"{"type":"MultiPolygon","coordinates":[[[[1,2],[2,2],[2,3],[1,2]]],[]]}"#,
        rule: .emptyGeometry, words: "no rings"),
      Broken(
        geometry: #"{"type":"Polygon","coordinates":[[]]}"#, rule: .position, words: "empty array"),
      Broken(geometry: "null", rule: .emptyGeometry, words: "no geometry"),
      Broken(
        geometry: #"{"type":"Point","coordinates":[1,2]}"#, rule: .geometryType,
        words: "a Point is no region"),
      Broken(
        geometry: #"{"type":"Polygon","type":"Polygon","coordinates":[]}"#, rule: .duplicateKey,
        words: "\"type\""),
      Broken(
        geometry: #"{"type":"Polygon","coordinates":[[[1,2],[1e999,2],[2,3],[1,2]]]}"#,
        rule: .json, words: "beyond the range"),
    ])
  func faults(broken: Broken) throws {
    let content = read(geometry(broken.geometry))
    #expect(content.features.isEmpty)
    let issue = try #require(content.issues.first)
    #expect(issue.rule == broken.rule && issue.severity == .error)
    #expect(issue.line == 2)
    #expect(issue.description.hasPrefix("x.geojson:2: error: "))
    #expect(issue.reason.contains(broken.words), "\(issue.reason)")
  }

  @Test("Members may come in any order, coordinates before their type too")
  func order() throws {
    let text = """
      {"features":[{"geometry":{"coordinates":[[[1,2],[2,2],[2,3],[1,2]]],"type":"Polygon"},
      "properties":{"id":"A"},"type":"Feature"}],"type":"FeatureCollection"}
      """
    let content = read(text)
    #expect(content.issues == [])
    #expect(content.features.first?.boundary.longitudes == [1, 2, 2, 1])
  }

  @Test("Polygons, holes and islands stand where they should in the flat arrays")
  func flatArrays() throws {
    let shell = "[[0,0],[4,0],[4,4],[0,4],[0,0]]"
    let hole = "[[1,1],[1,2],[2,2],[1,1]]"
    let island = "[[8,8],[9,8],[9,9],[8,8]]"
    let content = read(
      geometry(#"{"type":"MultiPolygon","coordinates":[[\#(shell),\#(hole)],[\#(island)]]}"#))
    let boundary = try #require(content.features.first).boundary
    #expect(boundary.ringStarts == [0, 5, 9, 13])
    #expect(boundary.polygonStarts == [0, 2, 3])
    #expect(boundary.bounds == BoundingBox(west: 0, south: 0, east: 9, north: 9))
  }

  @Test("Heights are dropped, and one note says so")
  func heights() {
    let content = read(
      geometry(#"{"type":"Polygon","coordinates":[[[1,2,9],[2,2,9],[2,3,9],[1,2,9]]]}"#))
    #expect(content.features.count == 1)
    #expect(content.issues.map(\.rule) == [.extraCoordinate])
    #expect(content.issues.map(\.severity) == [.note])
  }

  @Test("A faulty feature does not hide the ones behind it")
  func goesOn() {
    let good = Layer.feature("B", "zone", coordinates: Layer.cells(0, 1))
    let content = read(
      Layer.collection([
        Layer.feature("A", "zone", coordinates: "[[[1,2],[true,2]]]"), "null", good, "7", good,
      ]))
    #expect(content.features.map(\.line) == [4, 6])
    #expect(content.issues.map(\.rule) == [.position, .structure, .structure])
    #expect(content.issues.map(\.line) == [2, 3, 5])
  }

  @Test(
    "Features may stand one a line, or after record separators",
    arguments: [
      ("", "layer.geojson"), ("", "layer.ndjson"), ("\u{1E}", "layer.geojsons"),
      ("\u{1E}", "layer.json"),
    ])
  func lines(separator: String, file: String) {
    let features = (1...3).map {
      separator + Layer.feature("A\($0)", "zone", coordinates: Layer.cells(Double($0), 9))
    }
    let content = read(features.joined(separator: "\n") + "\n", file: file)
    #expect(content.issues == [])
    #expect(content.features.map(\.line) == [1, 2, 3])
  }

  @Test("A broken line among good ones is one error")
  func brokenLine() {
    let good = Layer.feature("A", "zone", coordinates: Layer.cells(0, 1))
    let content = read([good, "{\"type\":", good].joined(separator: "\n"), file: "x.ndjson")
    #expect(content.features.count == 2)
    #expect(content.issues.map(\.rule) == [.json])
    #expect(content.issues.map(\.line) == [2])
  }

  @Test(
    "What is no layer at all is refused",
    arguments: [
      ("", LayerRule.json), ("null", .structure), ("[]", .structure), ("{}", .structure),
      (#"{"type":"Polygon","coordinates":[]}"#, .structure),
      (#"{"type":"FeatureCollection","features":[]}"#, .structure),
      (#"{"type":"FeatureCollection","features":[}"#, .json),
      (String(repeating: "[", count: 50_000), .json),
      (#"{"a":1,"a":2}"#, .duplicateKey),
      (
        #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1,"a":2}}]}"#,
        .duplicateKey
      ),
    ])
  func noLayer(text: String, rule: LayerRule) {
    let content = read(text)
    #expect(content.features.isEmpty)
    #expect(content.issues.first?.rule == rule)
    #expect(content.issues.first?.severity == .error)
  }

  @Test(
    "What RFC 7946 forbids in a feature is refused or warned of",
    arguments: [
      (#""features":[]"#, LayerRule.structure, false),
      (#""features":[{"type":"Feature"}]"#, .structure, false),
      (#""coordinates":[1,2]"#, .structure, false), (#""geometries":[]"#, .structure, false),
      (#""id":{}"#, .propertyType, true), (#""id":true"#, .propertyType, true),
      (#""bbox":[0,1,2]"#, .boundingBox, true), (#""bbox":[0,1,2,"3"]"#, .boundingBox, true),
      (#""bbox":[0,1,2,0]"#, .boundingBox, true),
      (#""bbox":[0,1,9,2,0,9]"#, .boundingBox, true),
    ])
  func forbidden(member: String, rule: LayerRule, isTaken: Bool) throws {
    let good = Layer.feature("A", "zone", coordinates: Layer.cells(0, 1))
    let content = read(
      Layer.collection([
        good.replacing("{\"type\":\"Feature\"", with: "{\"type\":\"Feature\",\(member)")
      ]))
    #expect(content.features.count == (isTaken ? 1 : 0))
    #expect(content.issues.map(\.rule) == [rule])
    #expect(content.issues.first?.severity == (isTaken ? .warning : .error))
  }

  @Test(
    "What RFC 7946 leaves to the writer is no fault",
    arguments: [
      #""foreign":{"deep":[[[[[[]]]]]]}"#, #""bbox":null"#, #""bbox":[170,-10,-170,10]"#,
      #""bbox":[0,0,-9,1,1,9]"#, #""id":7"#, #""id":"x""#, #""id":null"#, #""title":null"#,
    ])
  func allowed(member: String) {
    let good = Layer.feature("A", "zone", coordinates: Layer.cells(0, 1))
    let content = read(
      Layer.collection([
        good.replacing("{\"type\":\"Feature\"", with: "{\"type\":\"Feature\",\(member)")
      ]))
    #expect(content.features.count == 1 && content.issues == [])
  }

  @Test("A collection inside a collection is refused, and nothing of it is taken")
  func nestedCollection() {
    let good = Layer.feature("A", "zone", coordinates: Layer.cells(0, 1))
    let content = read(Layer.collection([Layer.collection([good]), good]))
    #expect(content.features.count == 1)
    #expect(content.issues.map(\.rule) == [.structure])
  }
}
