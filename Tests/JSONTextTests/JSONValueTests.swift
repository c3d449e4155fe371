import JSONText
import Testing

@Suite("Values in memory")
struct JSONValueTests {
  private func value(_ text: String) throws -> JSONValue {
    try JSONValue(parsing: Array(text.utf8))
  }

  @Test("Members keep their order and numbers their text")
  func order() throws {
    let value = try value(#"{"b":1.50,"a":[true,"x",null],"":{}}"#)
    #expect(value.object?.members.map(\.key) == ["b", "a", ""])
    #expect(value["b"]?.number?.text == "1.50")
    #expect(value["b"]?.double == 1.5)
    #expect(value["a"]?.array?.map(\.bool) == [true, nil, nil])
    #expect(value["a"]?.array?[1].string == "x")
    #expect(value[""]?.object?.members.isEmpty == true)
    #expect(value["c"] == nil)
    #expect(value["a"]?["b"] == nil)
  }

  static let duplicates: [(String, String, column: Int)] = [
    (#"{"a":1,"a":1}"#, "a", 8), (#"{"a":1,"\u0061":2}"#, "a", 8),
    (#"[{"":1,"b":{},"":2}]"#, "", 15),
    ("{" + (0..<40).map { "\"k\($0)\":0," }.joined() + #""k39":1}"#, "k39", 312),
  ]

  @Test("A key that occurs twice is refused where it stands again", arguments: duplicates)
  func refusesDuplicates(text: String, key: String, column: Int) throws {
    let error = #expect(throws: JSONError.self) { try value(text) }
    #expect(error?.reason == .duplicateKey(key))
    #expect(error?.column == column)
  }

  @Test("Keys are compared byte by byte: composed and decomposed accents differ")
  func composedKeys() throws {
    let value = try value("{\"\u{E9}\":1,\"e\u{301}\":2}")
    #expect(value["\u{E9}"]?.int == 1)
    #expect(value["e\u{301}"]?.int == 2)
    let members = ["a", "b"].map { JSONObject.Member($0, .null) }
    #expect(JSONObject(members)?.members == members)
    #expect(JSONObject(members + members) == nil)
  }

  @Test("A text must hold one value and nothing else", arguments: ["", "1 1", "[1]]", "{}x"])
  func oneValue(text: String) {
    #expect(throws: JSONError.self) { try value(text) }
  }

  @Test("A value in the middle of a stream is read with its first token known")
  func inTheMiddle() throws {
    var parser = JSONParser(Array(#"[{"properties":{"n":[1]}},[2]]"#.utf8))
    try parser.expect(.beginArray)
    let first = try parser.next()
    #expect(try parser.readValue(beginning: first)["properties"]?["n"]?.array?.first?.int == 1)
    #expect(try parser.next() == .beginArray)
    try parser.skipRest(of: .beginArray)
    #expect(throws: JSONError.self) { try parser.readValue() }
    try parser.finish()
  }
}
