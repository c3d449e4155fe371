import Readers
import Records
import Regions
import Testing

@Suite("GeoJSON points are read by the same profiles as tables")
struct FeatureTests {
  static let first = """
    {"type":"Feature","id":"f-1","geometry":{"type":"Point","coordinates":[36.75,35.13]},\
    "properties":{"source":"S","date_start":"2025-03-06","kind":"raid","region":null,"Killed":3}}
    """
  static let second = """
    {"type":"Feature","geometry":null,"properties":{"id":7,"source":"S","date_start":"2025-03-07",\
    "kind":"raid","region":["SY05","SY06"],"killed":"at least 8","qualifier":null}}
    """

  private func collection(_ features: String...) -> String {
    "{\"type\":\"FeatureCollection\",\n\"features\":[\n" + features.joined(separator: ",\n")
      + "\n]}\n"
  }

  @Test("A collection and one feature a line give the same records", arguments: [true, false])
  func layouts(isCollection: Bool) throws {
    let text =
      isCollection
      ? collection(Self.first, Self.second) : Self.first + "\n" + Self.second + "\n"
    let reading = try Reading(text, name: "input.geojson")
    reading.expectBalance()
    #expect(reading.findings.isEmpty)
    #expect(reading.summary.profile == "tracker-incidents")
    #expect(reading.summary.bytes == text.utf8.count)
    #expect(reading.records.map(\.key.id) == ["f-1", "7"])
    #expect(reading.records.map(\.line) == (isCollection ? [3, 4] : [1, 2]))
    let place = try reading.incident("f-1").place
    #expect(place.point == Coordinate(longitude: 36.75, latitude: 35.13))
    #expect(try reading.incident("f-1").killed?.best == Quantity(3))
  }

  @Test("A null geometry is a record without a point; a list is a set")
  func nullGeometry() throws {
    let reading = try Reading(collection(Self.first, Self.second), name: "input.geojson")
    let incident = try reading.incident("7")
    #expect(incident.place.point == nil)
    #expect(incident.place.designations.map(\.first?.code) == ["SY05", "SY06"])
    #expect(incident.killed == Figure(Quantity(8), .atLeast))
  }

  @Test("Coordinates among the properties beat the geometry, both together")
  func ownCoordinates() throws {
    let text = Self.first.replacing("\"region\":null", with: "\"latitude\":35.5,\"longitude\":36.5")
    let reading = try Reading(text, name: "input.geojson")
    let point = try reading.incident("f-1").place.point
    #expect(point == Coordinate(longitude: 36.5, latitude: 35.5))
  }

  @Test("Another geometry than a point is a finding, and the record goes on")
  func otherGeometry() throws {
    let text = Self.first.replacing("\"Point\",\"coordinates\":[36.75,35.13]", with: "\"Polygon\"")
    let reading = try Reading(collection(text), name: "input.geojson")
    #expect(reading.findingLines == ["3 place/bad-coordinate geometry"])
    #expect(try reading.incident("f-1").place.point == nil)
    reading.expectBalance()
  }

  @Test("A feature without any known property is a rejected row, not silence")
  func emptyFeature() throws {
    let empty = "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"x\":1}}"
    let reading = try Reading(collection(Self.first, empty), name: "input.geojson")
    #expect(reading.summary.rows == 2)
    #expect(reading.findingLines == ["4 row/unreadable -"])
    reading.expectBalance()
  }

  @Test("A damaged line is rejected and the next one read")
  func damagedLine() throws {
    let text = [Self.first, "{\"type\":\"Feature\",", "[1]", Self.second].joined(separator: "\n")
    let reading = try Reading(text, name: "input.geojsonl")
    #expect(reading.records.map(\.key.id) == ["f-1", "7"])
    #expect(reading.findingLines == ["2 row/unreadable -", "3 row/unreadable -"])
    reading.expectBalance()
  }

  @Test("A collection that is cut off stops with its line")
  func cutOff() {
    let text = String(collection(Self.first, Self.second).dropLast(30))
    #expect(throws: ReadError.self) { try Reading(text, name: "input.geojson") }
  }

  @Test("JSON that holds no objects is refused", arguments: ["{}", "[]", "[{}]"])
  func noObjects(text: String) {
    #expect(throws: ReadError.empty(file: "x.json")) { try Reading(text, name: "x.json") }
  }

  @Test(
    "JSON of another kind is refused, with what is lacking where it holds objects",
    arguments: [
      ("[{\"id\":1}]", "lacks"), ("{\"a\":1}", "lacks"),
      ("{\"type\":\"Topology\",\"objects\":{}}", "no list of objects"),
    ])
  func otherJSON(text: String, words: String) {
    let error = #expect(throws: ReadError.self) { try Reading(text, name: "x.json") }
    #expect(error?.description.contains(words) == true)
  }

  @Test("A movement's bare point is its destination, or of an eviction its origin")
  func movementPoint() throws {
    let text = """
      {"type":"Feature","geometry":{"type":"Point","coordinates":[36.75,35.13]},"properties":\
      {"id":"m","source":"S","date_start":"2025-03-06","kind":"eviction","measure":"flow",\
      "unit":"households","best":4,"destination":"Homs"}}
      """
    let eviction = try Reading(text, name: "m.geojson").movement("m")
    #expect(eviction.origin?.point == Coordinate(longitude: 36.75, latitude: 35.13))
    let moved = text.replacing("eviction", with: "displacement")
      .replacing("\"destination\":\"Homs\"", with: "\"origin\":\"Homs\"")
    let displacement = try Reading(moved, name: "m.geojson").movement("m")
    #expect(displacement.destination?.point != nil && displacement.origin?.point == nil)
  }
}
