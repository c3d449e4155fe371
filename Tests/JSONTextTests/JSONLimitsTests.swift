import JSONText
import Testing

@Suite("Bounds on what is read")
struct JSONLimitsTests {
  static let bombs: [(String, close: String)] = [("[", "]"), (#"{"a":"#, "}")]

  @Test("Nesting 100,000 deep is refused at the limit", arguments: bombs)
  func nesting(open: String, close: String) throws {
    let text = String(repeating: open, count: 100_000)
    let error = try #require(refusal(of: text))
    #expect(error.reason == .tooDeep(limit: 64))
    #expect(error.offset == 64 * open.utf8.count)
    #expect(throws: JSONError.self) { try JSONValue(parsing: Array(text.utf8)) }
    let deep = JSONLimits(depth: 1_000_000)
    #expect(refusal(of: text, limits: deep)?.reason == .tooDeep(limit: 512))
  }

  @Test("The deepest nesting allowed is read and written", arguments: bombs)
  func deepest(open: String, close: String) throws {
    let text =
      String(repeating: open, count: 512) + (close == "}" ? "0" : "")
      + String(repeating: close, count: 512)
    let value = try JSONValue(parsing: Array(text.utf8), limits: JSONLimits(depth: 512))
    var writer = JSONWriter()
    writer.value(value)
    #expect(writer.drain() == Array(text.utf8))
  }

  static let limits: [(String, JSONLimits, JSONError.Reason?)] = [
    ("[1234567]", JSONLimits(bytes: 9), nil),
    ("[12345678]", JSONLimits(bytes: 9), .tooManyBytes(limit: 9)),
    (#"["abc"]"#, JSONLimits(stringBytes: 3), nil),
    (#"["abcd"]"#, JSONLimits(stringBytes: 3), .stringTooLong(limit: 3)),
    (#"{"abcd":1}"#, JSONLimits(stringBytes: 3), .stringTooLong(limit: 3)),
    ("[1234]", JSONLimits(stringBytes: 3), .stringTooLong(limit: 3)),
    ("[[]]", JSONLimits(depth: 2), nil), ("[[[]]]", JSONLimits(depth: 2), .tooDeep(limit: 2)),
    ("5", JSONLimits(depth: 0), nil), ("[1,2,{\"a\":3}]", JSONLimits(members: 5), nil),
    ("[1,2,{\"a\":3}]", JSONLimits(members: 4), .tooManyMembers(limit: 4)),
  ]

  @Test("A limit is kept exactly, whole and in pieces", arguments: limits)
  func exact(text: String, limits: JSONLimits, reason: JSONError.Reason?) {
    func read(_ parser: JSONParser) -> JSONError.Reason? {
      var parser = parser
      do {
        _ = try parser.readValue()
        try parser.finish()
        return nil
      } catch { return error.reason }
    }
    let bytes = Array(text.utf8)
    #expect(read(JSONParser(bytes, limits: limits)) == reason)
    #expect(read(JSONParser(limits: limits, source: pieces(of: bytes, size: 1))) == reason)
  }

  @Test(
    "An endless string or number from a source is refused after the limit", arguments: ["\"", "1"])
  func endless(start: String) {
    var delivered = 0
    let limits = JSONLimits(bytes: .max, stringBytes: 1000)
    var parser = JSONParser(limits: limits) { buffer in
      buffer.append(contentsOf: delivered == 0 ? start.utf8 : "7777777777".utf8)
      delivered += 10
    }
    let error = #expect(throws: JSONError.self) { try parser.next() }
    #expect(error?.reason == .stringTooLong(limit: 1000))
    #expect(delivered < 3000)
  }

  @Test("A source that fails stops the reading with its own words")
  func failingSource() {
    struct Broken: Error, CustomStringConvertible { var description: String { "disk gone" } }
    var isFirst = true
    var parser = JSONParser { buffer in
      guard isFirst else { throw Broken() }
      isFirst = false
      buffer.append(contentsOf: "[1,".utf8)
    }
    let error = #expect(throws: JSONError.self) { try parser.skipValue() }
    #expect(error?.reason == .unreadable("disk gone"))
    #expect(error?.offset == 3)
  }

  @Test("A long stream is read with memory bounded by its pieces")
  func boundedMemory() throws {
    let piece = Array(repeating: "[36.25,35.5],\n", count: 100).joined().utf8
    var delivered = 0
    var largest = 0
    var parser = JSONParser { buffer in
      if delivered == 0 { buffer.append(contentsOf: "[".utf8) }
      if delivered < 500 { buffer.append(contentsOf: piece) }
      if delivered == 500 { buffer.append(contentsOf: "[0,0]]".utf8) }
      delivered += 1
      largest = max(largest, buffer.count)
    }
    try parser.expect(.beginArray)
    var sum = 0.0
    while try parser.nextArray() {
      sum += try parser.nextNumber() + parser.nextNumber()
      try parser.expect(.endArray)
    }
    #expect(sum == 50_000 * 71.75)
    #expect(parser.position().line == 50_001)
    #expect(largest < 2 * piece.count)
  }

  @Test("A long string is read in linear time, byte by byte", .timeLimit(.minutes(10)))
  func linearTime() throws {
    let text = String(repeating: "ab\u{639}", count: 200_000)
    var parser = JSONParser(source: pieces(of: Array("\"\(text)\"".utf8), size: 1))
    #expect(try parser.nextString() == text)
    try parser.finish()
  }
}
