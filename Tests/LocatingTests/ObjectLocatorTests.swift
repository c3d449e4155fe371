import JSONText
import Locating
import Readers
import Testing

@Suite("locate appends members to objects of JSON, one a line")
struct ObjectLocatorTests {
  private static let blank =
    #""nuzuh_country":null,"nuzuh_status":"unreadable","nuzuh_distance_m":null}"#
  private static let inside =
    #""nuzuh_country":"SY","nuzuh_status":"region","nuzuh_distance_m":0"#

  @Test(
    "The object stays as it is; the new members come last",
    arguments: [
      (#"{"lon":36.1,"lat":34.1}"#, "{\"lon\":36.1,\"lat\":34.1,\(inside)}"),
      (
        "{ \"lon\" : \"36.1\" , \"lat\":3.41e1, \"n\":1.000 }\r",
        "{ \"lon\" : \"36.1\" , \"lat\":3.41e1, \"n\":1.000 ,\(inside)}\r"
      ),
      (
        #"{"type":"Feature","properties":{"a":{"b":"}"}},"geometry":{"type":"Point","coordinates":[36.1,34.1]}}"#,
        #"{"type":"Feature","properties":{"a":{"b":"}"},"# + inside
          + #"},"geometry":{"type":"Point","coordinates":[36.1,34.1]}}"#
      ),
      (
        #"{"type":"Feature","properties":null,"geometry":{"type":"Point","coordinates":[36.1,34.1]}}"#,
        #"{"type":"Feature","properties":{"# + inside
          + #"},"geometry":{"type":"Point","coordinates":[36.1,34.1]}}"#
      ),
      (
        #"{"type":"Feature","geometry":{"type":"Point","coordinates":[36.1,34.1]}}"#,
        #"{"type":"Feature","geometry":{"type":"Point","coordinates":[36.1,34.1]},"properties":{"#
          + inside + "}}"
      ),
    ])
  func members(line: String, expected: String) throws {
    let located = try locateObjects(Array((line + "\n").utf8), bare)
    #expect(located.text == expected + "\n")
    var parser = JSONParser(Array(located.text.utf8))
    _ = try parser.readValue()
    try parser.finish()
  }

  @Test("A line that is no object appears as text in one, and the output stays JSON")
  func unreadable() throws {
    let text = "{\"lon\":36.1,\"lat\":34.1}\n{\"bad\":\n\n[1]\n{\"lon\":1,\"lon\":2}"
    let located = try locateObjects(Array(text.utf8), bare)
    #expect(located.lines[1] == "{\"original\":\"{\\\"bad\\\":\",\(Self.blank)")
    #expect(located.lines[2].isEmpty)
    #expect(located.lines[3] == "{\"original\":\"[1]\",\(Self.blank)")
    #expect(located.lines.count == 5)
    #expect(located.summary.counts == [.region: 1, .unreadable: 3])
    #expect(located.summary.needsPerson)
  }

  @Test("P1: an object without a point is unplaced", arguments: ["{\"id\":1}", "{\"lon\":null}"])
  func unplaced(line: String) throws {
    let text = Array("{\"lon\":36.1,\"lat\":34.1}\n\(line)\n".utf8)
    #expect(try locateObjects(text, bare).summary.counts == [.region: 1, .unplaced: 1])
  }

  @Test("Bytes that are no text are handed on in Base64")
  func base64() throws {
    let text = Array("{\"lon\":36.1,\"lat\":34.1}\n".utf8) + [0xFF, 0xFE, 0x0A]
    // RFC 4648: FF FE is "//4=".
    #expect(
      try locateObjects(text, bare).lines[1] == "{\"original_base64\":\"//4=\",\(Self.blank)")
  }

  @Test("The output does not depend on how the input is cut")
  func pieces() throws {
    let text = Array(
      "\u{FEFF}{\"lon\":36.1,\"lat\":34.1}\r\n{bad\n{\"lon\":35,\"lat\":34.1}\n\u{1E}{\"lat\":1}"
        .utf8)
    let whole = try locateObjects(text, bare)
    for size in [1, 5, 40] {
      #expect(try locateObjects(text, pieces: size, bare).output == whole.output)
    }
    #expect(whole.summary.counts == [.region: 1, .unreadable: 1, .outside: 1, .unplaced: 1])
  }

  @Test("Text that is not one object a line, or has a member of that name, is refused")
  func refusals() throws {
    #expect(
      throws: LocateError.notRows(file: "points.ndjson", kind: "a GeoJSON FeatureCollection")
    ) { try locateObjects(Array("{\"type\":\"FeatureCollection\",\"features\":[]}".utf8)) }
    #expect(
      throws: LocateError.notRows(
        file: "points.ndjson", kind: "JSON whose lines are no objects of their own")
    ) { try locateObjects(Array("[\n{\n\"lon\":1}]".utf8)) }
    #expect(
      throws: LocateError.nameTaken(file: "points.ndjson", name: "nuzuh_status", line: 2)
    ) {
      try locateObjects(
        Array("{\"lon\":1,\"lat\":2}\n{\"lon\":1,\"lat\":2,\"nuzuh_status\":3}".utf8))
    }
  }
}
