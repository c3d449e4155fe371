import Readers
import Records
import Regions
import Testing

@Suite("Hostile and damaged files are refused or read on, with the place of what is wrong")
struct HostileFileTests {
  static let header = "id,source,date_start,kind,region,latitude,longitude,killed"

  private func features(_ properties: String, geometry: String = "null") -> String {
    """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","geometry":\(geometry),"properties":{"id":"1","source":"S",\
    "date_start":"2025-03-06","kind":"raid","region":"SY05"\(properties)}}
    ]}
    """
  }

  /// Characters on the line of the feature before what is added to its properties.
  static let before = 125

  /// What is wrong, and at which of its characters it shows.
  static let notJSON: [(String, place: Int)] = [
    (#","killed":NaN"#, 11), (#","killed":Infinity"#, 11), (#","killed":-Infinity"#, 12),
    (#","killed":0x10"#, 12), (#","killed":1e999"#, 11), (#","killed":-1e400"#, 11),
    (#","killed":.5"#, 11), (#","killed":01"#, 12), (#","killed":1,"#, 13),
    (#","killed":"\ud800""#, 12), (#","killed":"\udc00x""#, 12), (#","killed":"\x41""#, 12),
    (#","id":"2""#, 2), (",\"notes\":\"a\tb\"", 12),
  ]

  @Test("What is no JSON is refused with line and column", arguments: notJSON)
  func refused(member: String, place: Int) throws {
    let text = features(member)
    let error = #expect(throws: ReadError.self) { try Reading(text, name: "x.geojson") }
    guard case .damagedJSON("x.geojson", 2, let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason.hasPrefix("column \(Self.before + place): "), "\(reason)")
    #expect(!reason.contains("raid"))
  }

  @Test("On lines, the same costs its own line only", arguments: notJSON)
  func refusedLine(member: String, place: Int) throws {
    let lines = features(member).split(separator: "\n")
    let good = features(#","killed":3"#).split(separator: "\n")[1]
    let reading = try Reading("\(lines[1])\n\(good)\n", name: "x.geojsonl")
    #expect(reading.records.count == 1)
    #expect(reading.findingLines == ["1 row/unreadable -"])
    #expect(
      try #require(reading.findings.first).message.contains("column \(Self.before + place): "))
    reading.expectBalance()
  }

  @Test("Bytes that are not UTF-8 are located: in JSON by column, in tables by line and cell")
  func notUTF8() throws {
    let text = Array(features(#","notes":"?""#).utf8)
    let bytes = text.map { $0 == UInt8(ascii: "?") ? 0xE9 : $0 }
    #expect(
      throws: ReadError.damagedJSON(
        file: "x.geojson", line: 2,
        reason: "column \(Self.before + 11): bytes that are not UTF-8; save the file as UTF-8")
    ) { try Reading(bytes: bytes, name: "x.geojson") }
    let table = Array(
      "\(Self.header)\n1,S,2025-03-06,raid,?,,,3\n2,S,2025-03-06,raid,SY05,,,3\n".utf8)
    let reading = try Reading(bytes: table.map { $0 == UInt8(ascii: "?") ? 0xE9 : $0 })
    #expect(reading.findingLines.first == "2 file/damaged-text -")
    #expect(try #require(reading.findings.first).message.contains("in its column 5"))
    #expect(reading.records.contains { $0.key.id == "2" })
    reading.expectBalance()
  }

  static let bombs = [
    String(repeating: "[", count: 50_000), String(repeating: #"{"a":"#, count: 50_000),
    #"{"features":["# + String(repeating: #"{"properties":"#, count: 50_000),
  ]

  @Test("Nesting 50,000 deep is refused", arguments: bombs)
  func nesting(text: String) {
    let error = #expect(throws: ReadError.self) { try Reading(text, name: "x.json") }
    #expect(error?.description.contains("64 arrays and objects") == true)
  }

  @Test("Text of more than a mebibyte in one value is refused")
  func longText() {
    let text = features(#","notes":"\#(String(repeating: "x", count: (1 << 20) + 1))""#)
    let error = #expect(throws: ReadError.self) { try Reading(text, name: "x.geojson") }
    #expect(error?.description.contains("more than 1048576 bytes") == true)
  }

  @Test("Objects or headers of more names than a table has columns are refused")
  func manyNames() {
    let members = (0..<16_384).map { #","m\#($0)":0"# }.joined()
    let objects = #expect(throws: ReadError.self) {
      try Reading(features(members), name: "x.geojson")
    }
    #expect(objects?.description.contains("16384") == true)
    let header = (0..<16_384).map { "m\($0)" }.joined(separator: ",")
    #expect(throws: ReadError.self) { try Reading("\(Self.header),\(header)\n1\n") }
  }

  static let geometries: [(String, isPoint: Bool, isNoted: Bool)] = [
    (#"{"type":"Point","coordinates":[36.75,35.13]}"#, true, false),
    (#"{"type":"Point","coordinates":[36.75,35.13,400]}"#, true, false),
    (#"{"type":"Point","coordinates":[36.75,35.13,400,7]}"#, true, false),
    (#"{"coordinates":[36.75,35.13],"type":"Point","bbox":[1,2,3,4],"x":{}}"#, true, false),
    ("null", false, false), (#"{"type":"Point","coordinates":[]}"#, false, false),
    (#"{"type":"Point","coordinates":[36.75]}"#, false, true),
    (#"{"type":"Point","coordinates":["36.75","35.13"]}"#, false, true),
    (#"{"type":"Point","coordinates":[36.75,null]}"#, false, true),
    (#"{"type":"Point","coordinates":[[36.75,35.13]]}"#, false, true),
    (#"{"type":"Point","coordinates":"36.75,35.13"}"#, false, true),
    (#"{"type":"Point"}"#, false, true), (#"{"type":"point","coordinates":[1,2]}"#, false, true),
    (#"{"type":"MultiPoint","coordinates":[[36.75,35.13]]}"#, false, true),
    (#"{"type":"GeometryCollection","geometries":[]}"#, false, true), ("{}", false, true),
    ("[]", false, true), ("\"POINT (1 2)\"", false, true),
    (#"{"type":"Point","coordinates":[1e308,35]}"#, false, true),
    (#"{"type":"Point","coordinates":[36.75,-90.001]}"#, false, true),
  ]

  @Test("A geometry gives a point, or a finding, or is empty", arguments: geometries)
  func geometry(text: String, isPoint: Bool, isNoted: Bool) throws {
    let reading = try Reading(features("", geometry: text), name: "x.geojson")
    #expect(reading.findings.map(\.rule) == (isNoted ? [.badCoordinate] : []))
    #expect(try reading.incident("1").place.point != nil || !isPoint)
    reading.expectBalance()
  }

  @Test("Values after record separators are read (RFC 8142), whatever the file is called")
  func sequence() throws {
    let feature = features("").split(separator: "\n")[1]
    let reading = try Reading("\u{1E}\(feature)\n", name: "x.json")
    #expect(reading.records.count == 1)
  }

  static let numbers = [
    "NaN?", "inf", "-inf", "Infinity", "1e999", "0x10", "1_000", "1e-999", "--1",
  ]

  @Test("What is no number in a cell is a finding, and never a figure", arguments: numbers)
  func cellNumbers(number: String) throws {
    let row = "1,S,2025-03-06,raid,SY05,\(number),\(number),\(number)\n"
    let reading = try Reading("\(Self.header)\n\(row)")
    #expect(!reading.findings.isEmpty)
    for record in reading.records {
      guard case .incident(let incident) = record.content else { continue }
      #expect(incident.killed?.best == nil)
    }
    reading.expectBalance()
  }
}
