import Regions
import Testing

@testable import Boundaries

@Suite("Hostile layers are refused, or read within bounds, before GEOS sees them")
struct HostileLayerTests {
  private func feature(_ coordinates: String, type: String = "Polygon") -> String {
    Layer.collection([
      Layer.feature("A", "governorate", coordinates: coordinates, type: type)
    ])
  }

  private func read(_ text: String, limits: LayerLimits = .standard) -> LayerContent {
    LayerReader.read(Array(text.utf8), file: "x.geojson", limits: limits)
  }

  private func check(_ text: String, repair: Bool = true) throws -> LayerReport {
    let layers = try TemporaryLayers()
    let layer = UserLayer(path: try layers.write(text))
    return try BoundaryLoader.check(geodata: nil, layers: [layer], repair: repair)
  }

  static let numbers: [(String, LayerRule)] = [
    ("1e999", .json), ("-1e999", .json), ("NaN", .json), ("Infinity", .json), ("0x24", .json),
    ("1,", .position), ("36.", .json), (".5", .json), ("+36", .json), ("036", .json),
    ("1e308", .longitudeRange), ("-1.7976931348623157e308", .longitudeRange),
    ("180.0000001", .longitudeRange), ("null", .position), ("\"36\"", .position),
  ]

  @Test("A longitude that is no number of degrees is refused", arguments: numbers)
  func noNumber(number: String, rule: LayerRule) {
    let content = read(feature("[[[\(number),35],[37,35],[37,36],[\(number),35]]]"))
    #expect(content.features.isEmpty)
    #expect(content.issues.first?.severity == .error)
    // A comma too many makes a position of three, or two rings' worth of brackets.
    if number != "1," { #expect(content.issues.first?.rule == rule) }
  }

  static let bombs = [
    String(repeating: "[", count: 50_000),
    String(repeating: "[", count: 50_000) + String(repeating: "]", count: 50_000),
    #"{"type":"Feature","properties":{"id":"A"},"geometry":{"type":"Polygon","coordinates":"#
      + String(repeating: "[", count: 50_000),
    String(repeating: #"{"type":"GeometryCollection","geometries":["#, count: 50_000),
    #"{"type":"Feature","geometry":"#
      + String(repeating: #"{"type":"GeometryCollection","geometries":["#, count: 50_000),
    String(repeating: #"{"properties":"#, count: 50_000),
  ]

  @Test("Nesting 50,000 deep is one error", arguments: bombs)
  func nesting(text: String) {
    let content = read(text)
    #expect(content.features.isEmpty)
    #expect(content.issues.map(\.rule) == [.json])
    #expect(content.issues.first?.reason.contains("32 arrays and objects") == true)
  }

  @Test("Limits on positions and rings are kept exactly, and other features are read on")
  func limits() {
    var limits = LayerLimits()
    limits.positions = 5
    let cell = Layer.cells(0, 1)
    let text = Layer.collection([
      Layer.feature("A", "governorate", coordinates: cell),
      Layer.feature("B", "governorate", coordinates: "[[[0,0],[2,0],[2,1],[1,2],[0,1],[0,0]]]"),
      Layer.feature("C", "governorate", coordinates: cell),
    ])
    let content = read(text, limits: limits)
    #expect(content.features.map(\.line) == [2, 4])
    #expect(content.issues.map(\.rule) == [.tooLarge])
    #expect(content.issues.first?.reason.contains("more than 5 positions") == true)
    limits = LayerLimits()
    limits.rings = 2
    let holes = (1...3).map { "[[\($0),1],[\($0),2],[\($0).5,2],[\($0),1]]" }
    for (count, isTaken) in [(1, true), (2, false), (3, false)] {
      let rings = ["[[0,0],[9,0],[9,9],[0,9],[0,0]]"] + holes.prefix(count)
      let content = read(feature("[\(rings.joined(separator: ","))]"), limits: limits)
      #expect(content.features.isEmpty != isTaken)
      #expect(content.issues.map(\.rule) == (isTaken ? [] : [.tooLarge]))
    }
  }

  @Test("More holes than GEOS can take in good time are refused", .timeLimit(.minutes(10)))
  func manyHoles() throws {
    let hole = "[[1,1],[1,2],[2,2],[1,1]]"
    let holes = Array(repeating: hole, count: LayerLimits.standard.rings).joined(separator: ",")
    let content = read(feature("[[[0,0],[9,0],[9,9],[0,9],[0,0]],\(holes)]"))
    #expect(content.features.isEmpty)
    #expect(content.issues.map(\.rule) == [.tooLarge])
  }

  @Test("As many holes as are allowed are checked in good time", .timeLimit(.minutes(10)))
  func allowedHoles() throws {
    let side = 300
    let holes = (0..<side * side).map { index in
      let (column, row) = (Double(index % side) / 50, Double(index / side) / 50)
      let (west, south) = (column + 0.5, row + 0.5)
      return "[[\(west),\(south)],[\(west),\(south + 0.01)],[\(west + 0.01),\(south)],"
        + "[\(west),\(south)]]"
    }
    let text = feature("[[[0,0],[9,0],[9,9],[0,9],[0,0]],\(holes.joined(separator: ","))]")
    let report = try check(text)
    #expect(report.issues.filter { $0.severity == .error } == [])
  }

  @Test("An object of 50,000 members is read in linear time", .timeLimit(.minutes(10)))
  func manyMembers() {
    let members = (0..<50_000).map { "\"m\($0)\":0" }.joined(separator: ",")
    let content = read(#"{"type":"FeatureCollection",\#(members),"features":[]}"#)
    #expect(content.issues.map(\.rule) == [.structure])
    let repeated = read(#"{"type":"FeatureCollection",\#(members),"m9":1,"features":[]}"#)
    #expect(repeated.issues.map(\.rule) == [.duplicateKey])
  }

  static let crooked: [(String, type: String)] = [
    ("[[[0,0],[2,2],[2,0],[0,2],[0,0]]]", "Polygon"),
    ("[[[0,0],[4,0],[4,4],[2,0],[0,4],[0,0]]]", "Polygon"),
    ("[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[0,0],[4,0],[4,4],[0,4],[0,0]]]", "Polygon"),
    ("[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[5,5],[6,5],[6,6],[5,5]]]", "Polygon"),
    ("[[[0,0],[1,0],[2,0],[0,0]]]", "Polygon"),
    ("[[[1,1],[1,1],[1,1],[1,1]]]", "Polygon"),
    ("[[[[0,0],[4,0],[4,4],[0,0]]],[[[0,0],[4,0],[4,4],[0,0]]]]", "MultiPolygon"),
    ("[[[-180,-90],[180,-90],[180,90],[-180,90],[-180,-90]]]", "Polygon"),
    ("[[[0,0],[4e-320,0],[4e-320,4e-320],[0,0]]]", "Polygon"),
    ("[[[0,0],[1e-300,0],[1e-300,1e-300],[0,1e-300],[0,0]]]", "Polygon"),
  ]

  @Test("Self-touching, crossing, flat and tiny outlines are mended or refused", arguments: crooked)
  func crookedOutlines(coordinates: String, type: String) throws {
    for repair in [false, true] {
      let report = try check(feature(coordinates, type: type), repair: repair)
      for region in report.issues { #expect(!region.reason.isEmpty) }
    }
  }

  @Test(
    "Empty polygons are refused",
    arguments: [
      ("[]", "Polygon"), ("[[]]", "Polygon"), ("[]", "MultiPolygon"), ("[[]]", "MultiPolygon"),
      ("[[[]]]", "MultiPolygon"), ("[[[],[]]]", "MultiPolygon"), ("[[[[]]]]", "MultiPolygon"),
    ])
  func empty(coordinates: String, type: String) {
    let content = read(feature(coordinates, type: type))
    #expect(content.features.isEmpty)
    #expect(content.issues.count == 1)
    #expect([.emptyGeometry, .position].contains(content.issues.first?.rule))
  }

  @Test(
    "A coordinate system other than WGS 84 is a warning",
    arguments: [
      ("urn:ogc:def:crs:OGC:1.3:CRS84", false), ("EPSG:4326", false),
      ("urn:ogc:def:crs:EPSG::4326", false), ("EPSG:32637", true),
      ("urn:ogc:def:crs:EPSG::3857", true), ("\\u001b[2J", true),
    ])
  func coordinateSystem(name: String, isWarned: Bool) {
    let crs = #""crs":{"type":"name","properties":{"name":"\#(name)"}}"#
    let feature = Layer.feature("A", "governorate", coordinates: Layer.cells(0, 1))
    let content = read(#"{"type":"FeatureCollection",\#(crs),"features":[\#(feature)]}"#)
    #expect(content.features.count == 1)
    #expect(content.issues.map(\.rule) == (isWarned ? [.coordinateSystem] : []))
    #expect(content.issues.allSatisfy { $0.severity == .warning && !$0.reason.contains("\u{1B}") })
  }

  @Test("What a file says is shown without control characters, and not at any length")
  func shownWords() throws {
    let bell = read(#"{"type":"\u0007\u202e\#(String(repeating: "x", count: 100_000))"}"#)
    let issue = try #require(bell.issues.first)
    #expect(issue.reason.contains("\\u{7}\\u{202e}x"))
    #expect(issue.reason.unicodeScalars.count < 1100)
    let key = String(repeating: "k", count: 100_000)
    let repeated = read(#"{"\#(key)":1,"\#(key)":2}"#)
    #expect(try #require(repeated.issues.first).reason.count < 200)
  }

  static let broken: [([UInt8], line: Int, column: Int, words: String)] = [
    (Array("{\"type\":\n \"Feat\u{C3}".utf8.dropLast()) + [0x28, 0x22, 0x7D], 2, 7, "UTF-8"),
    (Array("{\"type\":\n\"\\ud83d\"}".utf8), 2, 2, "surrogate"),
    (Array("{\n\"type\":\"x\",\n}".utf8), 3, 1, "comma"),
  ]

  @Test("Bytes that are not UTF-8, halves of pairs and extra commas are located", arguments: broken)
  func located(bytes: [UInt8], line: Int, column: Int, words: String) throws {
    let content = LayerReader.read(bytes, file: "x.geojson")
    let issue = try #require(content.issues.first)
    #expect(issue.rule == .json && issue.line == line)
    #expect(issue.reason.hasPrefix("column \(column):") && issue.reason.contains(words))
  }
}
