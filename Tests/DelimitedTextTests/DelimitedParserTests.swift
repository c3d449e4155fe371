import DelimitedText
import Testing

@Suite("Delimited text is read as RFC 4180 says, and as it is found in the wild")
struct DelimitedParserTests {
  @Test(
    "Fields and rows are told apart",
    arguments: [
      ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
      ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
      ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
      ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
      ("a,b\n1,", [["a", "b"], ["1", ""]]),
      ("a,b\n,\n", [["a", "b"], ["", ""]]),
      ("\u{FEFF}a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
      ("\n\r\n\na,b\n\n1,2\n\n\n", [["a", "b"], ["1", "2"]]),
      ("a,b\n\"1,5\",\"x\ny\"\n", [["a", "b"], ["1,5", "x\ny"]]),
      ("a,b\n\"say \"\"no\"\"\",\"\"\"\"\n", [["a", "b"], ["say \"no\"", "\""]]),
      ("a,b\n\"\",\"\"\n", [["a", "b"], ["", ""]]),
      ("a\n\"\"\nx\n", [["a"], [""], ["x"]]),
      ("a,b\n6\" gun,it's\n", [["a", "b"], ["6\" gun", "it's"]]),
      ("a,b\n\"1\r\n2\",3\r\n", [["a", "b"], ["1\r\n2", "3"]]),
      ("الاسم,b\nحمص,\"دير, الزور\"\n", [["الاسم", "b"], ["حمص", "دير, الزور"]]),
      ("a,b\n1,2,\n3,4,,\n", [["a", "b"], ["1", "2", ""], ["3", "4", "", ""]]),
      ("", []),
      ("\n\n", []),
      ("a,b", [["a", "b"]]),
      ("\"a\",\"b\"", [["a", "b"]]),
    ] as [(String, [[String]])])
  func rows(text: String, expected: [[String]]) {
    let rows = read(text)
    #expect(rows.map(\.fields) == expected)
    #expect(rows.allSatisfy { $0.problem == nil })
  }

  @Test(
    "The separator is the most frequent candidate outside quotes in the header",
    arguments: [
      ("a;b;c\n1,5;2;3\n", [["a", "b", "c"], ["1,5", "2", "3"]]),
      ("a\tb\n1,5\t2\n", [["a", "b"], ["1,5", "2"]]),
      ("a|b\n1|2\n", [["a", "b"], ["1", "2"]]),
      ("\"a,x,y\";b\n1;2\n", [["a,x,y", "b"], ["1", "2"]]),
      ("\"a\n;;\",b\n1,2\n", [["a\n;;", "b"], ["1", "2"]]),
      ("alone\n1\n", [["alone"], ["1"]]),
    ] as [(String, [[String]])])
  func separators(text: String, expected: [[String]]) {
    #expect(read(text).map(\.fields) == expected)
  }

  @Test("A separator that is given is not guessed")
  func givenSeparator() {
    #expect(read("a,b;c\n", separator: ";").map(\.fields) == [["a,b", "c"]])
  }

  @Test("Lines are counted as they stand in the file, line ends inside quotes included")
  func lines() {
    let text = "\na,b\n\"x\ny\r\nz\",1\n\n2,\"p\rq\"\r\n3,4"
    #expect(read(text).map(\.line) == [2, 3, 7, 9])
  }

  @Test(
    "A row with other fields than the header is told",
    arguments: [
      ("a,b,c\n1,2\n", RowProblem.tooFewFields(found: 2, expected: 3)),
      ("a,b,c\n1\n", .tooFewFields(found: 1, expected: 3)),
      ("a,b,c\n1,2,3,x\n", .tooManyFields(found: 4, expected: 3)),
      ("a,b,c\n1,2,3,,x\n", .tooManyFields(found: 5, expected: 3)),
    ])
  func widths(text: String, problem: RowProblem) {
    #expect(read(text).map(\.problem) == [nil, problem])
  }

  @Test("Zero bytes are kept out, and the row that held them is marked")
  func nullBytes() {
    let rows = read("a,b\n1,2\nx\0y,\0\0\n3,4\n")
    #expect(rows.map(\.fields) == [["a", "b"], ["1", "2"], ["xy", ""], ["3", "4"]])
    #expect(rows.map(\.hasNullBytes) == [false, false, true, false])
  }

  @Test("A row that is not UTF-8 is marked and repaired")
  func damagedText() {
    let rows = read(Array("a,b\n1,caf".utf8) + [0xE9] + Array("\nحمص,4\n".utf8))
    #expect(rows.map(\.isDamaged) == [false, true, false])
    #expect(rows[1].fields == ["1", "caf\u{FFFD}"])
  }

  @Test("A quote that is never closed costs its own line only")
  func openQuote() {
    let rows = read("a,b\n1,\"two\n3,4\n5,6")
    #expect(rows.map(\.fields) == [["a", "b"], [], ["3", "4"], ["5", "6"]])
    #expect(rows[1].problem == .quoteNeverClosed(line: 2))
    #expect(rows.map(\.line) == [1, 2, 3, 4])
  }

  @Test("A quote that opens on a later line of its row is told with that line")
  func openQuoteLater() {
    let rows = read("a,b\n\"1\n2\",\"two\n3,4\n")
    #expect(rows[1].problem == .quoteNeverClosed(line: 3))
  }

  @Test("Text behind a closing quote makes the line unreadable and no other")
  func textAfterQuote() {
    let rows = read("a,b\n\"1\" x,2\n3,\"4\n5,\"6\"\n7,8\n")
    #expect(rows.map(\.fields) == [["a", "b"], [], [], ["5", "6"], ["7", "8"]])
    #expect(rows[1].problem == .textAfterQuote && rows[2].problem == .textAfterQuote)
  }

  @Test("What a stray quote may swallow is bounded")
  func boundedQuote() {
    let filler = String(repeating: "3,4\n", count: 100)
    let rows = read("a,b\n1,\"two\n" + filler, maximumRowBytes: 64)
    #expect(rows.count == 102)
    #expect(rows[1].problem == .quoteNeverClosed(line: 2))
    #expect(rows[2].fields == ["3", "4"] && rows[2].line == 3)
  }

  @Test("A line without end is dropped to its end and told", arguments: [1, 7, 64, Int.max])
  func longLine(pieces: Int) {
    let text = "a,b\n" + String(repeating: "x", count: 500) + "\r\n3,4\n"
    let rows = read(text, pieces: pieces, maximumRowBytes: 64)
    #expect(rows.map(\.problem) == [nil, .tooLong, nil])
    #expect(rows.map(\.line) == [1, 2, 3])
  }

  @Test("The size of the pieces changes nothing", arguments: [1, 2, 3, 7, 64])
  func pieces(size: Int) {
    let text =
      "\u{FEFF}a;b;c\r\n\"1;\"\"x\"\"\";2;3\r\n\r\nx\0;\"y\r\nz\";\r4;5\n\"open;6;7\n8;\"9\"9;حمص\n"
      + String(repeating: "x", count: 300) + "\n1;2;3;4\n\"never;;"
    for limit in [80, 1 << 20] {
      let whole = read(text, maximumRowBytes: limit)
      #expect(whole.count > 6)
      #expect(read(text, pieces: size, maximumRowBytes: limit) == whole)
    }
  }

  @Test("A block never holds more than a piece and an unfinished row")
  func boundedMemory() {
    let row = Array("1,\"two, with \"\"quotes\"\" and\na line end\",3\n".utf8)
    let piece = Array((0..<100).map { _ in row }.joined())
    var parser = DelimitedParser()
    var block = RowBlock()
    var rows = 0
    var largest = 0
    parser.take(Array("a,b,c\n".utf8), into: &block)
    for _ in 0..<200 {
      parser.take(piece + row.prefix(20), into: &block)
      largest = max(largest, block.bytes.count)
      rows += block.count
      parser.take(Array(row.dropFirst(20)), into: &block)
      rows += block.count
    }
    #expect(rows == 200 * 101)
    #expect(largest <= piece.count + row.count)
  }

  @Test("Random bytes read the same in pieces as whole", arguments: 0..<300)
  func randomBytes(seed: UInt64) {
    var numbers = SeededNumbers(state: seed)
    let alphabet = Array("ab\"\"\"\"\n\r,;, \0".utf8) + [0xD8, 0xAD, 0xFF]
    let count = Int.random(in: 0...120, using: &numbers)
    let text = (0..<count).map { _ in alphabet[Int.random(in: alphabet.indices, using: &numbers)] }
    let whole = read(text, maximumRowBytes: 24)
    for size in [1, 2, 7, 64] {
      #expect(read(text, pieces: size, maximumRowBytes: 24) == whole)
    }
  }
}
