import JSONText
import Testing

@Suite("Reading JSON")
struct JSONParserTests {
  static let accepted: [(String, String)] = [
    ("null", "null"), (" true ", "true"), ("[]", "[ ]"), ("{}", "{ }"), ("\u{FEFF}[]", "[ ]"),
    ("[1,\t-2.50e+3\r\n]", "[ 1 -2.50e+3 ]"), ("[[],{}]", "[ [ ] { } ]"),
    (#"{"a":{"b":[false,null]},"a":"x"}"#, #"{ a: { b: [ false null ] } a: "x" }"#),
    (#""""#, #""""#), ("[\"\u{7F}/\"]", "[ \"\u{7F}/\" ]"),
  ]

  @Test("A correct text gives its tokens in order, whole and byte by byte", arguments: accepted)
  func accepts(text: String, words: String) throws {
    let bytes = Array(text.utf8)
    #expect(try tokens(JSONParser(bytes)).joined(separator: " ") == words)
    let parser = JSONParser(source: pieces(of: bytes, size: 1))
    #expect(try tokens(parser).joined(separator: " ") == words)
  }

  static let refused: [(String, JSONError.Reason, line: Int, column: Int)] = [
    ("", .unexpectedEnd, 1, 1),
    ("[1,\n 2,\n ]", .trailingComma, 3, 2),
    (#"{"a":1,}"#, .trailingComma, 1, 8),
    ("{\"ع\": 1 2}", .unexpectedByte(0x32, expected: "a comma or the end"), 1, 9),
    ("[1", .unexpectedEnd, 1, 3),
    ("[1}", .unexpectedByte(0x7D, expected: "a comma or the end"), 1, 3),
    (#"{"a" 1}"#, .unexpectedByte(0x31, expected: "a colon"), 1, 6),
    ("{a:1}", .unexpectedByte(0x61, expected: "a key in quotes"), 1, 2),
    ("[,1]", .unexpectedByte(0x2C, expected: "a value"), 1, 2),
    ("[tru]", .unexpectedByte(0x5D, expected: "true"), 1, 5),
    ("[NaN]", .unexpectedByte(0x4E, expected: "a value"), 1, 2),
    ("[1] x", .trailingText, 1, 5), ("\"a\tb\"", .controlCharacter(9), 1, 3),
    (#"["\x41"]"#, .invalidEscape, 1, 3), (#"["\u12G4"]"#, .invalidEscape, 1, 3),
    (#""abc"#, .unexpectedEnd, 1, 5), (#""\ud800x""#, .loneSurrogate, 1, 2),
    (#""\udc00""#, .loneSurrogate, 1, 2), (#""\ud83d\u0041""#, .loneSurrogate, 1, 2),
    ("[01]", .invalidNumber, 1, 3), ("[-]", .invalidNumber, 1, 3), ("[1.]", .invalidNumber, 1, 4),
    ("[1e]", .invalidNumber, 1, 4), ("[1e+]", .invalidNumber, 1, 5),
    ("[+1]", .unexpectedByte(0x2B, expected: "a value"), 1, 2),
    ("[.5]", .unexpectedByte(0x2E, expected: "a value"), 1, 2),
    ("[1e999]", .numberTooLarge, 1, 2), ("[\n-1e400]", .numberTooLarge, 2, 1),
    ("[1e99999999999999999999]", .numberTooLarge, 1, 2),
    ("\u{FEFF}\u{FEFF}1", .unexpectedByte(0xEF, expected: "a value"), 1, 1),
  ]

  @Test(
    "A wrong text is refused with its reason and place, whole and in pieces", arguments: refused)
  func refuses(text: String, reason: JSONError.Reason, line: Int, column: Int) throws {
    let error = try #require(refusal(of: text))
    #expect(error.reason == reason)
    #expect(error.line == line)
    #expect(error.column == column)
    for size in 1...4 {
      let parser = JSONParser(source: pieces(of: Array(text.utf8), size: size))
      #expect(answer(parser) == .failure(error))
    }
  }

  static let notUTF8: [[UInt8]] = [
    [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xF5, 0x80],
    [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xE2, 0x28], [0xF1, 0x80, 0x80],
  ]

  @Test("Bytes that are not UTF-8 are refused where they begin", arguments: notUTF8)
  func refusesBadUTF8(bytes: [UInt8]) {
    let text = Array("[\"ab".utf8) + bytes + Array("\"]".utf8)
    let error = JSONError(.invalidUTF8, at: JSONPosition(line: 1, column: 5, offset: 4))
    #expect(answer(JSONParser(text)) == .failure(error))
    #expect(answer(JSONParser(source: pieces(of: text, size: 1))) == .failure(error))
  }

  static let escapes: [(String, String)] = [
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0000\u001f""#, "\u{0}\u{1F}"),
    (#""\u0646\u0632\u0648\u062d""#, "نزوح"), (#""\ud83d\uDE00!""#, "😀!"),
    (#""\uD800\uDC00\uDBFF\uDFFF""#, "\u{10000}\u{10FFFF}"),
    (#""\uFFFF\u2028""#, "\u{FFFF}\u{2028}"),
    ("\"é😀ع\u{10FFFF}\"", "é😀ع\u{10FFFF}"),
  ]

  @Test("Escapes and plain characters give the same text", arguments: escapes)
  func unescapes(json: String, text: String) throws {
    for size in [1, 5, 1000] {
      var parser = JSONParser(source: pieces(of: Array(json.utf8), size: size))
      #expect(try parser.nextString() == text)
      try parser.finish()
    }
  }

  @Test("An error says what is wrong, where, and what to do")
  func describesErrors() throws {
    let error = try #require(refusal(of: "[1,\n]"))
    #expect(
      error.description
        == "line 2, column 1 (byte 4): a comma before the closing bracket; remove the comma")
  }

  @Test("An error is thrown again by every later call")
  func errorsStay() throws {
    var parser = JSONParser(Array("[1,]".utf8))
    #expect(throws: JSONError.self) { try parser.skipValue() }
    let again = #expect(throws: JSONError.self) { try parser.next() }
    #expect(again?.reason == .trailingComma)
  }

  @Test("A reader can ask for what it expects, and can go on after a mismatch")
  func expectations() throws {
    var parser = JSONParser(Array(#"{"n":[1,2.5],"s":"x","skip":{"a":[{}]},"v":[3,null]}"#.utf8))
    try parser.expect(.beginObject)
    #expect(try parser.nextKey() == "n")
    try parser.expect(.beginArray)
    #expect(try parser.nextNumber() == 1)
    #expect(try parser.nextNumberOrEnd() == 2.5)
    #expect(try parser.nextNumberOrEnd() == nil)
    #expect(try parser.nextKey() == "s")
    let error = #expect(throws: JSONError.self) { try parser.nextNumber() }
    #expect(error?.reason == .mismatch(expected: .number, found: .string))
    #expect(error?.offset == 17)
    #expect(parser.text == "x")
    #expect(try parser.nextKey() == "skip")
    try parser.skipValue()
    #expect(try parser.nextKey() == "v")
    #expect(try parser.readValue() == JSONValue(parsing: Array("[3,null]".utf8)))
    #expect(try parser.nextKey() == nil)
    try parser.finish()
  }

  @Test("The place of a token counts lines, characters and bytes")
  func positions() throws {
    var parser = JSONParser(source: pieces(of: Array("{\"عين\":\n\n  7}".utf8), size: 3))
    #expect(try parser.next() == .beginObject)
    #expect(try parser.next() == .key)
    #expect(parser.position() == JSONPosition(line: 1, column: 2, offset: 1))
    #expect(try parser.nextNumber() == 7)
    #expect(parser.position() == JSONPosition(line: 3, column: 3, offset: 14))
  }

  @Test("A byte order mark counts as bytes but not as a character")
  func byteOrderMark() throws {
    let error = try #require(refusal(of: "\u{FEFF}[x]"))
    #expect(error.position == JSONPosition(line: 1, column: 2, offset: 4))
  }

  @Test("A damaged text gets the same answer whole and in pieces")
  func damage() throws {
    let text = Array(#"{"é":[1.5e3,-0,"\ud83d\ude00\n",true],"b":{"c":null,"d":[[35.5,36]]}}"#.utf8)
    let replacements = Array("\"\\,:[]{}0-.eu\n \u{1E}é".utf8) + [0x00, 0x80, 0xED, 0xF4, 0xFF]
    var random = SeededGenerator(seed: 5)
    var refused = 0
    for _ in 0..<20_000 {
      var damaged = text
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let index = damaged.indices.randomElement(using: &random) ?? 0
        switch Int.random(in: 0...2, using: &random) {
        case 0: damaged.remove(at: index)
        case 1: damaged[index] = replacements.randomElement(using: &random) ?? 0
        default: damaged.insert(replacements.randomElement(using: &random) ?? 0, at: index)
        }
      }
      let whole = answer(JSONParser(damaged))
      if case .failure = whole { refused += 1 }
      let size = Int.random(in: 1...20, using: &random)
      let inPieces = answer(JSONParser(source: pieces(of: damaged, size: size)))
      try #require(inPieces == whole, "\(String(decoding: damaged, as: UTF8.self)) by \(size)")
    }
    #expect((5_000..<20_000).contains(refused))
  }
}
