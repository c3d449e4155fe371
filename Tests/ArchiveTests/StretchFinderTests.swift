import Digests
import Testing

@testable import Archive

@Suite("Finding known stretches")
struct StretchFinderTests {
  private func digest(_ number: Int) -> ShortDigest {
    ShortDigest(
      high: UInt64(bitPattern: Int64(number)),
      low: UInt64(bitPattern: Int64(number)) &* 0x9E37_79B9_7F4A_7C15)
  }

  /// What is known of stretches that each have the row of their number, in blocks of four.
  private func table(_ numbers: ClosedRange<Int>) -> StretchTable {
    var table = StretchTable(basis: "")
    table.end(outcome(nil))
    for number in numbers {
      table.note(Int64(number))
      table.end(outcome(digest(number), rows: 1))
      if number.isMultiple(of: 4) { table.endBlock(digest(-number)) }
    }
    if !numbers.upperBound.isMultiple(of: 4) { table.endBlock(digest(-numbers.upperBound)) }
    return table
  }

  private func end(of piece: Int) -> KnownPiece {
    KnownPiece(
      beginning: digest(100 + piece), offset: 400 * piece, line: 40 * piece,
      position: 400 * piece + 9)
  }

  private func outcome(
    _ digest: ShortDigest?, lineFeeds: Int = 1, rows: Int = 0, rejected: Int = 0,
    remarks: [(rule: String, line: Int)] = []
  ) -> StretchOutcome {
    StretchOutcome(
      digest: digest, lineFeeds: lineFeeds, rows: rows, rejected: rejected, remarks: remarks)
  }

  /// A finder of tables with so many stretches, numbered on from 1.
  private func finder(_ counts: Int...) throws -> StretchFinder {
    var finder = StretchFinder()
    var first = 1
    for count in counts {
      try finder.add(table(first...(first + count - 1)).finished) { _ in }
      first += count
    }
    return finder
  }

  /// The numbers of those that are found; each must be the one that was asked for.
  private func found(_ asked: [Int], by finder: inout StretchFinder) throws -> [Int] {
    try asked.filter { number in
      guard let found = try finder.find(digest(number)) else { return false }
      #expect(found.entry.ids == [Int64(number)..<Int64(number + 1)] && found.blocks.isEmpty)
      var written = ByteWriter()
      found.entry.write(to: &written)
      #expect(Array(found.stretches) == written.bytes && found.entry.digest == digest(number))
      return true
    }
  }

  @Test("Those that stand in their order are all found, whatever was put in or taken out between")
  func order() throws {
    var finder = try finder(300, 200)
    let asked = (1...500).filter { $0 % 7 != 0 }.flatMap { [$0, 1000 + $0] }
    #expect(try found(asked, by: &finder) == asked.filter { $0 <= 500 })
  }

  @Test("Of those in another order, or told twice, few are missed")
  func otherOrder() throws {
    var other = try finder(300, 200)
    #expect(try found((1...500).reversed(), by: &other).count > 450)
    #expect(try found(Array(1...500), by: &other).count == 500)
    var turned = try finder(500)
    #expect(try found(Array(251...500) + Array(1...250), by: &turned).count > 450)
    var repeated = try finder(500)
    #expect(try found((1...500).flatMap { [$0, $0] }, by: &repeated).count >= 500)
  }

  @Test("What is not known is not found, nor in a finder that knows nothing")
  func unknown() throws {
    var finder = try finder(100)
    #expect(try found(Array(101...200), by: &finder) == [])
    var empty = StretchFinder()
    #expect(try found([1], by: &empty) == [])
  }

  @Test("A block is found wherever it stands, and stretches are looked for behind it")
  func block() throws {
    var finder = try finder(40, 40)
    var ids: [Range<Int64>] = []
    try finder.add(table(101...120).finished) { ids.append($0) }
    #expect(ids == stride(from: 101, to: 120, by: 4).map { $0..<($0 + 4) })
    for last in [80, 8, 120, 44] {
      let found = try #require(try finder.findBlock(digest(-last)))
      #expect(found.entry.ids == [Int64(last - 3)..<Int64(last + 1)] && found.entry.rows == 4)
      #expect(!found.blocks.isEmpty)
      if last == 8 { #expect(try finder.find(digest(9)) != nil) }
    }
    #expect(try finder.findBlock(digest(-81)) == nil && finder.findBlock(digest(80)) == nil)
  }

  @Test(
    "What was taken from a table makes the same table again, block by block or stretch by stretch")
  func takenAgain() throws {
    let before = table(1...40)
    var (finder, again) = (StretchFinder(), StretchTable(basis: ""))
    try finder.add(before.finished) { _ in }
    again.end(outcome(nil))
    for last in stride(from: 4, through: 40, by: 4) {
      if last % 3 == 0 {
        again.take(try #require(try finder.findBlock(digest(-last))))
      } else {
        for number in (last - 3)...last {
          again.take(try #require(try finder.find(digest(number))))
        }
        again.endBlock(digest(-last))
      }
    }
    #expect(again.finished.digest == before.finished.digest)
  }

  @Test(
    "A piece comes to what its stretches come to, with its findings on the lines where they stand")
  func piece() throws {
    var table = StretchTable(basis: "")
    table.end(outcome(nil))
    for piece in 0..<3 {
      for number in (4 * piece)..<(4 * piece + 4) {
        table.note(Int64(number + 1))
        table.noteForgotten()
        table.end(
          outcome(
            digest(1 + number), lineFeeds: 10, rows: 3, rejected: 1,
            remarks: [("r\(number)", 7)]))
        if number % 2 == 1 { table.endBlock(digest(-1 - number)) }
      }
      table.endPiece(end(of: piece), hasBeginning: piece < 2)
    }
    var finder = StretchFinder()
    try finder.add(table.finished) { _ in }
    #expect(finder.known.pieces(from: digest(100)) == (0..<2).map(end))
    #expect(finder.known.pieces(from: digest(101)).isEmpty, "it is not the first of its file")
    #expect(!finder.known.hasPiece(digest(102)), "nobody has told its beginning")
    table.begin(digest(102))
    finder = StretchFinder()
    try finder.add(table.finished) { _ in }
    #expect(finder.known.pieces(from: digest(100)) == (0..<3).map(end))
    let found = try #require(try finder.findPiece(digest(101)))
    #expect(found.entry.ids == [5..<9])
    #expect(found.entry.rows == 12 && found.entry.lineFeeds == 40)
    #expect(found.entry.rejected == 4 && found.entry.forgotten == 4)
    #expect(found.entry.remarks.map(\.line) == [7, 17, 27, 37])
    #expect(found.entry.remarks.map(\.rule) == ["r4", "r5", "r6", "r7"])
    // What is looked for next is looked for behind it.
    for number in [9, 10] { #expect(try finder.find(digest(number)) != nil) }
    #expect(try finder.findPiece(digest(103)) == nil)
  }

  @Test("Lists that do not belong together are told as damage")
  func damage() {
    let whole = table(1...9).finished
    var pieces = ByteWriter()
    for word in [1, 2, UInt64(whole.blocks.bytes.count + 1)] { pieces.add(word: word) }
    let (stretches, blocks) = (whole.stretches.bytes, whole.blocks.bytes)
    let lists: [(stretches: [UInt8], blocks: [UInt8], pieces: [UInt8])] = [
      (stretches.dropLast(), blocks, []), (stretches + [0], blocks, []),
      (stretches, blocks.dropLast(3), []), (stretches, blocks, pieces.bytes),
    ]
    for list in lists {
      let file = WrittenStretches(
        stretches: list.stretches, blocks: list.blocks, pieces: list.pieces)
      var index = BlockIndex()
      #expect(throws: ByteReader.Damage.self) { try index.add(file, table: 0) { _ in } }
    }
  }
}
