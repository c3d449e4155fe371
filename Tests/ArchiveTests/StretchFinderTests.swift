import Digests
import Testing

@testable import Archive

@Suite("Finding known stretches")
struct StretchFinderTests {
  private func digest(_ number: Int) -> ShortDigest {
    ShortDigest(high: UInt64(number), low: UInt64(number) &* 0x9E37_79B9_7F4A_7C15)
  }

  /// A finder of a table of stretches 1 to `count`, each with the row of its number.
  private func finder(_ counts: Int...) throws -> StretchFinder {
    var finder = StretchFinder()
    var number = 0
    for count in counts {
      var table = ByteWriter()
      StretchEntry(StretchTable.beginning).write(to: &table)
      for _ in 0..<count {
        number += 1
        var entry = StretchEntry(digest(number))
        entry.rows = 1
        entry.add(Int64(number))
        entry.write(to: &table)
      }
      try finder.add(table.bytes) { _ in }
    }
    return finder
  }

  /// The numbers of those that are found; each must be the one that was asked for.
  private func found(_ asked: [Int], by finder: inout StretchFinder) throws -> [Int] {
    try asked.filter { number in
      var entry = StretchEntry(digest(number))
      guard let found = try finder.find(digest(number), { $0.forEach { entry.add($0) } }) else {
        return false
      }
      #expect(entry.ids == [Int64(number)..<Int64(number + 1)])
      entry.rows = found.entry.rows
      var written = ByteWriter()
      entry.write(to: &written)
      #expect(Array(found.bytes) == written.bytes)
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

  @Test(
    "A piece comes to what its stretches come to, with its findings on the lines where they stand")
  func piece() throws {
    let basis = StretchTable.beginning
    var (table, pieces) = (ByteWriter(), ByteWriter())
    StretchEntry(basis).write(to: &table)
    PieceIndex.write(basis, length: table.bytes.count, to: &pieces)
    for piece in 0..<3 {
      let start = table.bytes.count
      for number in (4 * piece)..<(4 * piece + 4) {
        var entry = StretchEntry(digest(1 + number))
        entry.lineFeeds = 10
        entry.rows = 3
        entry.rejected = 1
        entry.forgotten = 1
        entry.add(Int64(number + 1))
        entry.remarks = [StretchEntry.Remark(rule: "r\(number)", line: 7)]
        entry.write(to: &table)
      }
      PieceIndex.write(digest(100 + piece), length: table.bytes.count - start, to: &pieces)
    }
    var finder = StretchFinder()
    try finder.add(table.bytes, pieces: pieces.bytes) { _ in }
    #expect(finder.beginnings == Set((100..<103).map(digest)))
    var ids: [Range<Int64>] = []
    let found = try #require(try finder.findPiece(digest(101)) { ids.append($0) })
    #expect(ids == (5..<9).map { $0..<($0 + 1) })
    #expect(found.entry.rows == 12 && found.entry.lineFeeds == 40)
    #expect(found.entry.rejected == 4 && found.entry.forgotten == 4)
    #expect(found.entry.remarks.map(\.line) == [7, 17, 27, 37])
    #expect(found.entry.remarks.map(\.rule) == ["r4", "r5", "r6", "r7"])
    // What is looked for next is looked for behind it.
    for number in [9, 10] { #expect(try finder.find(digest(number)) { _ in } != nil) }
    #expect(try finder.findPiece(digest(103)) { _ in } == nil)
  }

  @Test("Pieces that reach beyond their table are told as damage")
  func damagedPieces() {
    var pieces = ByteWriter()
    PieceIndex.write(digest(1), length: 9, to: &pieces)
    var index = PieceIndex()
    #expect(throws: ByteReader.Damage.self) { try index.add(pieces.bytes, table: 0, of: 8) }
  }
}
