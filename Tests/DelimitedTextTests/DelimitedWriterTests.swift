import DelimitedText
import Testing

@Suite("What is written can be read back, and a spreadsheet runs none of it")
struct DelimitedWriterTests {
  @Test(
    "Quotes stand only where they are needed",
    arguments: [
      (["a", "b"], "a,b\n"), (["a,b", "c"], "\"a,b\",c\n"),
      (["say \"no\""], "\"say \"\"no\"\"\"\n"), (["x\ny"], "\"x\ny\"\n"), ([""], "\"\"\n"),
      (["", ""], ",\n"), (["=1+1", "-x"], "=1+1,-x\n"), (["حمص"], "حمص\n"),
    ] as [([String], String)])
  func quoting(row: [String], expected: String) {
    var writer = DelimitedWriter()
    writer.append(row: row)
    #expect(String(decoding: writer.takeBytes(), as: UTF8.self) == expected)
  }

  @Test(
    "A text that looks like a formula gets an apostrophe where that is asked for",
    arguments: [
      ("=1+1", "'=1+1\n"), ("+1", "'+1\n"), ("-x", "'-x\n"), ("@me", "'@me\n"),
      ("\tx", "'\tx\n"), ("\rx", "\"'\rx\"\n"), ("=a,b", "\"'=a,b\"\n"), ("a=b", "a=b\n"),
    ])
  func defusing(text: String, expected: String) {
    var writer = DelimitedWriter(defusesFormulas: true)
    writer.append(text: text)
    writer.endRow()
    #expect(String(decoding: writer.takeBytes(), as: UTF8.self) == expected)
  }

  @Test("A negative number stays a number")
  func numbers() {
    var writer = DelimitedWriter(defusesFormulas: true)
    writer.append(number: "-12.5")
    writer.append(number: nil)
    writer.endRow()
    #expect(String(decoding: writer.takeBytes(), as: UTF8.self) == "-12.5,\n")
  }

  @Test("Random tables are read back as they were written", arguments: 0..<100)
  func roundTrip(seed: UInt64) {
    var numbers = SeededNumbers(state: seed)
    for _ in 0..<1000 {
      let table = randomTable(&numbers)
      let separator = [",", ";", "\t", "|"].randomElement(using: &numbers) ?? ","
      var writer = DelimitedWriter(separator: Array(separator.utf8)[0])
      for row in table { writer.append(row: row) }
      let rows = read(writer.takeBytes(), separator: Character(separator))
      guard rows.map(\.fields) != table || rows.contains(where: { $0.problem != nil }) else {
        continue
      }
      Issue.record("seed \(seed): \(table) came back as \(rows)")
    }
  }

  private func randomTable(_ numbers: inout SeededNumbers) -> [[String]] {
    let pieces = ["a", "7", " ", ",", ";", "\t", "|", "\"", "\n", "\r", "\r\n", "ح", "\u{FEFF}"]
    let width = Int.random(in: 1...3, using: &numbers)
    let height = Int.random(in: 1...3, using: &numbers)
    return (0..<height).map { _ in
      (0..<width).map { _ in
        let length = Int.random(in: 0...4, using: &numbers)
        return (0..<length).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
      }
    }
  }
}
