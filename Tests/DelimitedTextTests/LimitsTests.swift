import DelimitedText
import Testing

@Suite("Delimited text is read within bounds")
struct LimitsTests {
  @Test("A header of more columns than a spreadsheet has is unreadable")
  func columns() {
    let header = Array(repeating: "c", count: 16_384).joined(separator: ",")
    #expect(read(header + "\n").map(\.problem) == [nil])
    let rows = read(header + ",c\nx\n")
    let problem = RowProblem.tooManyColumns(found: 16_385, limit: 16_384)
    #expect(rows.map(\.problem) == [problem, problem])
    #expect(problem.description.contains("16385 columns"))
  }

  @Test("A field is bounded by its row, quoted or not", arguments: ["", "\""])
  func fieldLength(quote: String) {
    let field = { (count: Int) in quote + String(repeating: "x", count: count) + quote }
    let room = 100 - 2 * quote.utf8.count
    let text = "a,b\n1,\(field(room - 3))\n2,\(field(room))\n3,4\n"
    let rows = read(text, maximumRowBytes: 100)
    #expect(rows.map(\.line) == [1, 2, 3, 4])
    #expect(rows.map { $0.problem == nil } == [true, true, false, true])
  }

  @Test("Zero bytes are counted once each, however many there are", .timeLimit(.minutes(10)))
  func manyZeroBytes() {
    let rows = read(Array(repeating: "a\0\n", count: 150_000).joined() + "b\n")
    #expect(rows.count == 150_001)
    #expect(rows.count { $0.hasNullBytes } == 150_000)
    #expect(rows.last == SeenRow(line: 150_001, fields: ["b"]))
  }

  @Test("Bytes that are not UTF-8 mark their row, and no other", arguments: [1, 3, Int.max])
  func damage(pieces: Int) {
    let texts: [[UInt8]] = [
      [0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xE9],
    ]
    for bytes in texts {
      let rows = read(Array("a,b\n1,".utf8) + bytes + Array("\n2,ع\n".utf8), pieces: pieces)
      #expect(rows.map(\.isDamaged) == [false, true, false])
    }
  }
}
