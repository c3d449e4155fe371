import Testing

@testable import DelimitedText

/// A table with quoted notes, in which rows may be damaged in many ways.
struct SampleTable {
  var text: [UInt8] = []

  init(seed: UInt64, rows: Int, dirt: Int, lineEnd: String) {
    var numbers = SeededNumbers(state: seed)
    add("id,name,note,number,last\(lineEnd)")
    for row in 0..<rows {
      let isDirty = Int.random(in: 0..<100, using: &numbers) < dirt
      let note = Self.notes[Int.random(in: Self.notes.indices, using: &numbers)]
      var line = "A\(row),Hama,\(note),\(row % 7),\(row % 3 == 0 ? "" : "end")\(lineEnd)"
      if isDirty { line = Self.dirt[Int.random(in: Self.dirt.indices, using: &numbers)](line) }
      add(line)
      if isDirty, row % 5 == 0 { text += [0x22, 0xFF, 0x2C, 0x00, 0x0A] }
    }
  }

  private mutating func add(_ line: String) { text += Array(line.utf8) }

  private static let notes = [
    "plain", "", "\"with, comma\"", "\"two \"\"quotes\"\" in it\"", "\"\"",
    "\"a line\nand another, longer than the sixty-four bytes that are looked at together, yes\"",
    "\"\"\"\"", "\"قصف على أطراف حماة، دون ورود تفاصيل\"", "\"windows\r\nlines\"", "قصف",
    String(repeating: "long ", count: 40),
  ]

  private static let dirt: [@Sendable (String) -> String] = [
    { $0.replacing("Hama", with: "\"Hama\" x") }, { $0.replacing(",", with: "") },
    { $0.replacing("Hama", with: "Ha\"ma") }, { $0.replacing("Hama", with: "\"Hama") },
    { "\n" + $0 }, { $0 + "\r" }, { $0.replacing("Hama", with: "Ha\0ma") },
    { $0.replacing("Hama", with: "Ha\rma") }, { $0.replacing(",", with: ",,") },
    { "\u{FEFF}" + $0 },
    { $0.replacing("\n", with: "\n\n") }, { $0.replacing("Hama", with: "\"Ha\rma\"") },
  ]
}

/// Reads with or without the quick way.
private func rows(
  of text: [UInt8], quickly: Bool, pieces: Int = .max, leavesQuotes: Bool = false
) -> [SeenRow] {
  var parser = DelimitedParser(maximumRowBytes: 4096, leavesQuotes: leavesQuotes)
  parser.takesCleanRows = quickly
  var block = RowBlock()
  var rows: [SeenRow] = []
  var start = 0
  func collect() {
    for row in 0..<block.count { block.settle(row: row) }
    rows += block.seenRows
  }
  while start < text.count {
    let end = min(text.count, start + min(pieces, text.count))
    parser.take(Array(text[start..<end]), into: &block)
    collect()
    start = end
  }
  parser.finish(into: &block)
  collect()
  return rows
}

@Suite("Rows with nothing wrong with them, 64 bytes at a time")
struct CleanRowsTests {
  @Test("The quick way and the scanner of single rows agree", arguments: 0..<60)
  func agrees(seed: UInt64) {
    let lineEnd = seed % 3 == 0 ? "\r\n" : "\n"
    let table = SampleTable(
      seed: seed, rows: 120, dirt: [0, 2, 20][Int(seed % 3)], lineEnd: lineEnd)
    let slow = rows(of: table.text, quickly: false)
    #expect(slow.count > 20)
    for pieces in [Int.max, 100, 777] {
      #expect(rows(of: table.text, quickly: true, pieces: pieces) == slow)
      #expect(rows(of: table.text, quickly: true, pieces: pieces, leavesQuotes: true) == slow)
    }
  }

  @Test("Random bytes read the same both ways", arguments: 0..<300)
  func randomBytes(seed: UInt64) {
    var numbers = SeededNumbers(state: seed)
    let alphabet =
      seed % 2 == 0
      ? Array("abc,,,\"\"\n\r\0".utf8) + [0xD8, 0xAD, 0xFF] : Array("aaaaaaaaaaa,,,,,,\n".utf8)
    let count = Int.random(in: 0...2000, using: &numbers)
    let random = (0..<count).map { _ in alphabet[Int.random(in: alphabet.indices, using: &numbers)]
    }
    let text = Array("h,i\n".utf8) + random
    #expect(rows(of: text, quickly: true) == rows(of: text, quickly: false))
  }

  @Test("A clean table is read the quick way, and its fields are told with their quotes")
  func isUsed() throws {
    let table = SampleTable(seed: 1, rows: 500, dirt: 0, lineEnd: "\n")
    var parser = DelimitedParser(leavesQuotes: true)
    var block = RowBlock()
    parser.take(table.text, into: &block)
    let clean = (0..<block.count).compactMap { block.cleanRow($0) }
    #expect(clean.count > 490)
    for row in 0..<block.count {
      guard let found = block.cleanRow(row) else { continue }
      #expect(found.line == block.line(ofRow: row))
      let copy = block.settledCopy(ofRow: row)
      let start = Int(block.fieldEnds[found.firstEnd]) + 1
      let second = block.bytes[start..<Int(block.fieldEnds[found.firstEnd + 1])]
      #expect(String(decoding: second, as: UTF8.self) == "Hama")
      block.settle(row: row)
      #expect(copy.texts(ofRow: 0) == block.texts(ofRow: row))
    }
  }

  @Test("UTF-8 is told as the standard library tells it", arguments: 0..<400)
  func validation(seed: UInt64) {
    var numbers = SeededNumbers(state: seed)
    let parts: [[UInt8]] = [
      Array("ascii text ".utf8), Array("قصف".utf8), Array("ع ".utf8), Array("€".utf8),
      Array("𝄞".utf8), Array(String(repeating: "x", count: 70).utf8),
    ]
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...12, using: &numbers) {
      bytes += parts[Int.random(in: parts.indices, using: &numbers)]
    }
    if seed % 2 == 0, !bytes.isEmpty {
      let index = Int.random(in: bytes.indices, using: &numbers)
      bytes[index] = UInt8.random(in: 0...255, using: &numbers)
    }
    #expect(UTF8Check.isValid(bytes.span) == (String(validating: bytes, as: UTF8.self) != nil))
  }

  @Test("A piece is cut behind the last line feed outside quotes, and its lines are counted")
  func cut() throws {
    for (text, end, lines) in [
      ("a,b\nc,\"d\n", 4, 1), ("a\n\"x\ny\"\n", 8, 3), ("\"a\n\nb", nil, 0), ("", nil, 0),
      (String(repeating: "a,\"b\n\"\n", count: 3000) + "tail", 21_000, 6000),
    ] as [(String, Int?, Int)] {
      let cut = PieceCut(of: Array(text.utf8).span)
      #expect(cut?.end == end)
      #expect(cut?.lineFeeds ?? 0 == lines)
    }
  }

  @Test("Quotes and line feeds are counted as one by one", arguments: [0, 1, 15, 16, 5000, 9999])
  func counts(length: Int) {
    var numbers = SeededNumbers(state: UInt64(length))
    let bytes = (0..<length).map { _ in
      UInt8([0x22, 0x0A, 0x61].randomElement(using: &numbers) ?? 0)
    }
    let counted = PieceCut.count(in: bytes.span)
    #expect(counted.quotes == bytes.count { $0 == 0x22 })
    #expect(counted.lineFeeds == bytes.count { $0 == 0x0A })
  }
}
