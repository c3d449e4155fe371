import JSONText
import Testing

@Suite("Values one a line (NDJSON) and after record separators (RFC 8142)")
struct JSONLinesTests {
  /// What stands on each line: the value written again, or `line:column what`.
  private func read(_ parser: JSONParser) throws -> [String] {
    var parser = parser
    var answers: [String] = []
    while answers.count < 100 {
      do {
        guard try parser.nextDocument() else { return answers }
        var writer = JSONWriter()
        writer.value(try parser.readValue())
        answers.append(String(decoding: writer.drain(), as: UTF8.self))
      } catch {
        answers.append("\(error.line):\(error.column) \(error.what)")
        try parser.recover()
      }
    }
    return answers
  }

  static let texts: [(String, [String])] = [
    ("", []), ("\n \n\r\n", []), ("1\n2\n3", ["1", "2", "3"]),
    ("{\"a\":1}\r\n\n\n  [2] \n", ["{\"a\":1}", "[2]"]),
    ("\u{FEFF}1\n2\n", ["1", "2"]),
    ("1\n{bad}\n3\n", ["1", "2:2 'b' instead of a key in quotes", "3"]),
    ("1 2\n3\n", ["1:3 text after the end of the value", "3"]),
    (
      "[1,\n2]\n3\n",
      ["1:4 a value that does not end on its line", "2:2 text after the end of the value", "3"]
    ),
    ("{\"a\":\n[2]\n", ["1:6 a value that does not end on its line", "[2]"]),
    ("\"abc\n2\n", ["1:5 the control character 0x0A in a string", "2"]),
    ("1\n[2", ["1", "2:3 the text ends inside a value"]),
    ("1\n{\"a\":1,\"a\":2}\n3", ["1", "2:8 the key \"a\" for the second time in one object", "3"]),
    (
      "tru\n\"\\ud800\"\n5",
      ["1:4 0x0A instead of true", "2:2 half of a surrogate pair in a string", "5"]
    ),
    ("\u{1E}{\"a\":\n1}\n\u{1E}[2]\n", ["{\"a\":1}", "[2]"]),
    ("\u{1E}1\u{1E}\u{1E}2\n", ["1", "2"]),
    ("\u{1E}[1,\n}\n\u{1E}2\n", ["2:1 '}' instead of a value", "2"]),
  ]

  @Test("Each value is read, and a wrong one costs its own line only", arguments: texts)
  func reads(text: String, answers: [String]) throws {
    let bytes = Array(text.utf8)
    #expect(try read(JSONParser(bytes, layout: .lines)) == answers)
    for size in [1, 2, 5] {
      let parser = JSONParser(layout: .lines, source: pieces(of: bytes, size: size))
      #expect(try read(parser) == answers, "pieces of \(size)")
    }
  }

  @Test("What is left unread of a value is passed over")
  func skipsRest() throws {
    var parser = JSONParser(Array("{\"a\":[1,{}]}\n[2]\n3\n4".utf8), layout: .lines)
    #expect(try parser.nextDocument())
    #expect(try parser.next() == .beginObject)
    #expect(try parser.nextKey() == "a")
    #expect(try parser.nextDocument())
    #expect(try parser.nextDocument())
    #expect(parser.position().line == 3)
    #expect(try parser.nextNumber() == 3)
    #expect(try parser.next() == .end)
    #expect(try parser.nextDocument())
    #expect(try parser.nextNumber() == 4)
    #expect(parser.position() == JSONPosition(line: 4, column: 1, offset: 19))
    #expect(try !parser.nextDocument())
  }

  @Test("The text and the place can be asked for after an error")
  func afterAnError() throws {
    let text = Array("[\"some longer text\",                    x".utf8)
    for size in [1, 3, 100] {
      var parser = JSONParser(source: pieces(of: text, size: size))
      try parser.expect(.beginArray)
      #expect(try parser.nextString() == "some longer text")
      #expect(throws: JSONError.self) { try parser.next() }
      #expect(parser.position().line == 1)
      #expect(["", "some longer text"].contains(parser.text))
    }
  }

  @Test("Line numbers are right after 10,000 lines in pieces")
  func lineNumbers() throws {
    let text = String(repeating: "{\"city\":\"حلب\"}\n\n", count: 5_000) + " [1,}"
    var parser = JSONParser(layout: .lines, source: pieces(of: Array(text.utf8), size: 333))
    var count = 0
    let error = #expect(throws: JSONError.self) {
      while try parser.nextDocument() {
        try parser.skipValue()
        count += 1
      }
    }
    #expect(count == 5_000)
    #expect(error?.line == 10_001)
    #expect(error?.column == 5)
    #expect(error?.offset == text.utf8.count - 1)
  }

  @Test("An error of the source cannot be recovered from")
  func failingSource() {
    struct Broken: Error {}
    var parser = JSONParser(layout: .lines) { _ in throw Broken() }
    let error = #expect(throws: JSONError.self) { try parser.nextDocument() }
    #expect(error?.reason == .unreadable("Broken()"))
    #expect(throws: JSONError.self) { try parser.recover() }
  }
}
