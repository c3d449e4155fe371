import JSONText
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
  @Test("Members stand in the order written, compactly")
  func compact() throws {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("z")
    writer.number(1)
    writer.key("a")
    writer.beginArray()
    writer.bool(true)
    writer.null()
    writer.beginObject()
    writer.endObject()
    writer.beginArray()
    writer.endArray()
    writer.endArray()
    writer.key("نزوح")
    writer.string("x")
    writer.endObject()
    #expect(writer.depth == 0)
    #expect(text(&writer) == #"{"z":1,"a":[true,null,{},[]],"نزوح":"x"}"#)
  }

  @Test("A container on lines puts each of its members on one line")
  func onLines() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("features")
    writer.beginArray(onLines: true)
    for id in 1...2 {
      writer.beginObject()
      writer.key("id")
      writer.number(id)
      writer.endObject()
    }
    writer.endArray()
    writer.key("none")
    writer.beginArray(onLines: true)
    writer.endArray()
    writer.endObject()
    writer.endLine()
    #expect(text(&writer) == "{\"features\":[\n{\"id\":1},\n{\"id\":2}\n],\"none\":[]}\n")
  }

  @Test("Lines hold one value each, and read back as they were written")
  func lines() throws {
    var writer = JSONWriter()
    for number in 1...3 {
      writer.beginArray()
      writer.number(number)
      writer.endArray()
      writer.endLine()
    }
    let bytes = writer.drain()
    #expect(bytes == Array("[1]\n[2]\n[3]\n".utf8))
    var parser = JSONParser(bytes, layout: .lines)
    var sum = 0
    while try parser.nextDocument() { sum += try parser.readValue().array?.first?.int ?? 0 }
    #expect(sum == 6)
  }

  static let strings: [(String, String)] = [
    ("", #""""#), ("a/b<c>&'", #""a/b<c>&'""#), ("\"\\", #""\"\\""#),
    ("\u{8}\u{C}\n\r\t", #""\b\f\n\r\t""#),
    ("\u{0}\u{1}\u{1F}\u{7F}", "\"\\u0000\\u0001\\u001f\u{7F}\""),
    ("\u{2027}\u{2028}\u{2029}\u{202A}", "\"\u{2027}\\u2028\\u2029\u{202A}\""),
    ("عين العرب 😀", "\"عين العرب 😀\""),
    ("\r\n", #""\r\n""#), ("e\u{301}\"", "\"e\u{301}\\\"\""),
  ]

  @Test("Strings and keys are escaped where they must be and nowhere else", arguments: strings)
  func escapes(value: String, json: String) throws {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key(value)
    writer.string(value)
    writer.endObject()
    let bytes = writer.drain()
    #expect(bytes == Array("{\(json):\(json)}".utf8))
    let member = try #require(try JSONValue(parsing: bytes).object?.members.first)
    #expect(Array(member.key.utf8) == Array(value.utf8))
    #expect(Array((member.value.string ?? "").utf8) == Array(value.utf8))
  }

  @Test("Random values read back as they were written, whole and in pieces")
  func randomRoundTrip() throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<2_000 {
      let value = randomValue(depth: 5, &random)
      var writer = JSONWriter()
      writer.value(value)
      let bytes = writer.drain()
      try #require(try JSONValue(parsing: bytes) == value)
      var parser = JSONParser(source: pieces(of: bytes, size: .random(in: 1...9, using: &random)))
      try #require(try parser.readValue() == value)
    }
  }

  @Test("What is drained adds up to the whole text")
  func drains() {
    var writer = JSONWriter()
    var whole: [UInt8] = []
    writer.beginArray()
    for number in 0..<10 {
      writer.number(number)
      writer.drain(into: &whole)
      #expect(writer.count == 0)
    }
    writer.endArray()
    whole += writer.drain()
    #expect(whole == Array("[0,1,2,3,4,5,6,7,8,9]".utf8))
  }

  @Test("A value without its key stops the program")
  func misuse() async {
    await #expect(processExitsWith: .failure) {
      var writer = JSONWriter()
      writer.beginObject()
      writer.null()
    }
    await #expect(processExitsWith: .failure) {
      var writer = JSONWriter()
      writer.beginArray()
      writer.endObject()
    }
    await #expect(processExitsWith: .failure) {
      var writer = JSONWriter()
      writer.null()
      writer.null()
    }
  }

  private func text(_ writer: inout JSONWriter) -> String {
    String(decoding: writer.drain(), as: UTF8.self)
  }

  private func randomValue(depth: Int, _ random: inout SeededGenerator) -> JSONValue {
    switch Int.random(in: 0...(depth > 0 ? 6 : 4), using: &random) {
    case 0: return .null
    case 1: return .bool(.random(using: &random))
    case 2: return .number(JSONNumber(.random(in: .min ... .max, using: &random)))
    case 3, 4: return .string(randomText(&random))
    case 5:
      let count = Int.random(in: 0...4, using: &random)
      return .array((0..<count).map { _ in randomValue(depth: depth - 1, &random) })
    default:
      let members = (0..<Int.random(in: 0...20, using: &random)).map { index in
        JSONObject.Member("\(index)" + randomText(&random), randomValue(depth: depth - 2, &random))
      }
      return JSONObject(members).map(JSONValue.object) ?? .null
    }
  }

  private func randomText(_ random: inout SeededGenerator) -> String {
    let planes: [ClosedRange<UInt32>] = [
      0...0x1F, 0x20...0x7E, 0x600...0x6FF, 0x2020...0x2030, 0x1F600...0x1F64F,
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      let range = planes[Int.random(in: 0..<planes.count, using: &random)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
