import Digests
import Foundation
import Records
import Testing

@testable import Readers

@Suite("Stretches of a file")
struct StretchReadingTests {
  private static let header = "id,source,date_start,kind,longitude,latitude,killed,note\n"

  private static let key = SipHash.Key("a key of 16 bytes".utf8)

  private static func row(_ number: Int) -> String {
    "r\(number),S,2025-03-01,raid,36.5,34.5,\(number % 7),\"line\n\(number)\"\n"
  }

  /// Begins to read a file with a text; it stays open although it is gone.
  private func reading(
    _ text: String, key: SipHash.Key = key, beginning each: (Batch) -> Void = { _ in }
  ) throws -> StretchReading {
    let path = FileManager.default.temporaryDirectory.appending(path: "stretch-\(UUID()).csv").path
    try Data(text.utf8).write(to: URL(filePath: path))
    defer { _ = try? FileManager.default.removeItem(atPath: path) }
    return try #require(try StretchReading(InputFile(path: path), key: key, beginning: each))
  }

  /// All stretches of a text, and the records of those that are read.
  private func read(
    _ text: String, except known: Set<String> = []
  ) throws -> (stretches: [Stretch], ids: [String], lines: [Int]) {
    var records: [Record] = []
    let take = { (batch: Batch) in records += batch.records + batch.plain.records }
    var reading = try reading(text, beginning: take)
    var stretches: [Stretch] = []
    while let piece = try reading.next() {
      for stretch in piece.blocks.flatMap(\.stretches) {
        stretches.append(stretch)
        if known.contains("\(stretch.digest)") { continue }
        try reading.read(stretch, of: piece, take)
      }
    }
    return (stretches, records.map(\.key.id), records.map(\.line))
  }

  /// The beginnings of a text's pieces, and of all stretches of each.
  private func pieces(
    _ text: String, expecting known: Set<ShortDigest> = []
  ) throws -> [(beginning: ShortDigest?, stretches: [ShortDigest])] {
    let reading = try reading(text)
    reading.expect(piece: known.contains, block: { _ in false })
    var pieces: [(ShortDigest?, [ShortDigest])] = []
    while let piece = try reading.next() {
      pieces.append((piece.beginning, piece.blocks.flatMap(\.stretches).map(\.digest)))
      #expect(piece.isGone == piece.beginning.map(known.contains) ?? false)
    }
    return pieces
  }

  @Test(
    "A file that has grown has the beginnings it had, and stretches whether they are expected or not"
  )
  func beginnings() throws {
    let rows = (0..<50_000).map(Self.row)
    let before = try pieces(Self.header + rows.joined())
    try #require(before.count >= 3)
    let longer = Self.header + (rows + [Self.row(50_000)]).joined()
    let after = try pieces(longer)
    #expect(after.dropLast().map(\.beginning) == before.dropLast().map(\.beginning))
    #expect(after.last?.beginning != before.last?.beginning)
    let expected = try pieces(longer, expecting: Set(before.compactMap(\.beginning)))
    for (expected, after) in zip(expected, after) where !expected.stretches.isEmpty {
      #expect(expected.stretches == after.stretches)
    }
    #expect(expected.map(\.beginning) == after.map(\.beginning))
    #expect(expected.map(\.stretches.isEmpty) == before.dropLast().map { _ in true } + [false])
    let other = try pieces(Self.header + ([Self.row(-1)] + rows).joined())
    #expect(Set(other.map(\.beginning)).isDisjoint(with: before.map(\.beginning)))
    let open = try pieces(String((Self.header + rows.joined()).dropLast()))
    #expect(open.last?.beginning == nil && Set(open.map(\.beginning)).count == open.count)
  }

  @Test("Of blocks that are expected no bytes are kept, and the others are read as if all were")
  func expectedBlocks() throws {
    let text = Self.header + (0..<3000).map(Self.row).joined()
    var (reading, known): (StretchReading, Set<ShortDigest>) = (try reading(text), [])
    var expected: [Int] = []
    while let piece = try reading.next() {
      for (number, block) in piece.blocks.enumerated() {
        if number.isMultiple(of: 3) { known.insert(block.digest) }
        for stretch in block.stretches where !known.contains(block.digest) {
          try reading.read(stretch, of: piece) { expected += $0.plain.records.map(\.line) }
        }
      }
    }
    try #require(known.count > 20)
    reading = try self.reading(text)
    reading.expect(piece: { _ in false }, block: { [known] in known.contains($0) })
    var lines: [Int] = []
    while let piece = try reading.next() {
      for block in piece.blocks {
        for stretch in block.stretches {
          if known.contains(block.digest) {
            #expect(throws: StretchReading.Impossible.self) {
              try reading.read(stretch, of: piece) { _ in }
            }
          } else {
            try reading.read(stretch, of: piece) { lines += $0.plain.records.map(\.line) }
          }
        }
      }
    }
    #expect(lines == expected && lines.count > 1000)
  }

  @Test("What lies behind a piece is cut as when all is read; behind a file's end lies nothing")
  func tail() throws {
    let text = Self.header + (0..<80_000).map(Self.row).joined()
    let whole = try reading(text)
    var (ends, blocks): ([PieceEnd?], [[ShortDigest]]) = ([], [])
    while let piece = try whole.next() {
      ends.append(piece.end)
      blocks.append(piece.blocks.map(\.digest))
    }
    try #require(ends.count >= 3)
    let reading = try reading(text)
    reading.expect(piece: { _ in false }, block: { _ in false })
    let first = try #require(ends[0])
    let tail = try #require(try reading.tail(behind: first))
    for piece in 1..<ends.count {
      let next = try #require(try tail.next())
      #expect(next.end == ends[piece] && next.beginning == nil)
      #expect(next.blocks.map(\.digest) == blocks[piece])
    }
    #expect(try tail.next() == nil)
    let beyond = PieceEnd(offset: text.utf8.count, line: 1, position: text.utf8.count + 1)
    #expect(try reading.tail(behind: beyond) == nil)
  }

  @Test("A row put in front changes the stretch it stands in, and moves the lines of the others")
  func inserted() throws {
    let rows = (0..<2000).map(Self.row)
    let before = try read(Self.header + rows.joined())
    let text = Self.header + ([Self.row(9999)] + rows).joined()
    let known = Set(before.stretches.map { "\($0.digest)" })
    let after = try read(text, except: known)
    let all = try read(text)
    #expect(all.ids.count == 2001)
    #expect(before.stretches.count > 800 && before.stretches.count < 1200)
    // The beginning, which is in no stretch, and a few around its end.
    #expect(after.ids.count < 400 && after.ids.contains("r9999"))
    #expect(all.lines.sorted() == all.ids.indices.map { 2 + 2 * $0 })
    let last = try #require(before.stretches.last?.line)
    #expect(all.stretches.last?.line == last + 2)
  }

  @Test("Stretches are the same wherever they stand, and all together are the file")
  func sameEverywhere() throws {
    let rows = (0..<1500).map(Self.row)
    let straight = try read(Self.header + rows.joined())
    let turned = try read(Self.header + (rows[700...] + rows[..<700]).joined())
    #expect(Set(straight.ids) == Set(turned.ids) && turned.ids.count == 1500)
    let shared = Set(straight.stretches.map { "\($0.digest)" })
      .intersection(turned.stretches.map { "\($0.digest)" })
    #expect(10 * shared.count > 7 * straight.stretches.count)
  }

  /// The digests of a text's blocks, and of all stretches of each.
  private func blocks(
    _ text: String, key: SipHash.Key = key
  ) throws -> [(digest: ShortDigest, stretches: [ShortDigest])] {
    let reading = try reading(text, key: key)
    var blocks: [(ShortDigest, [ShortDigest])] = []
    while let piece = try reading.next() {
      #expect(piece.blocks.first?.line == piece.line)
      blocks += piece.blocks.map { ($0.digest, $0.stretches.map(\.digest)) }
    }
    return blocks
  }

  @Test(
    "A row that is put in changes its block and perhaps a neighbor, and no other key has the same")
  func blocks() throws {
    let rows = (0..<8000).map(Self.row)
    let before = try blocks(Self.header + rows.joined())
    #expect((350...700).contains(before.count))
    #expect(before.allSatisfy { !$0.stretches.isEmpty })
    let after = try blocks(
      Self.header + (rows[..<4000] + [Self.row(9999)] + rows[4000...]).joined())
    let known = Set(before.map(\.digest))
    #expect(after.count { !known.contains($0.digest) } <= 2)
    let foreign = try blocks(Self.header + rows.joined(), key: SipHash.Key([1]))
    #expect(foreign.map(\.stretches.count) == before.map(\.stretches.count))
    #expect(known.isDisjoint(with: foreign.map(\.digest)))
  }
}
