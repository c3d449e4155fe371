import Foundation
import GRDB
import Records
import Regions
import Testing
import Threads

@testable import Archive

@Suite("Packs of records")
struct PackTests {
  /// Records that the table says count, one by one.
  private func countedByTable(_ archive: RecordArchive) throws -> [Records.Record] {
    try archive.run { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT key, form.bytes, own, line FROM record JOIN form ON form = form.id
          WHERE counts = 1
          """
      ).map { row in
        let (form, own): (Data, Data) = (row[1], row[2])
        return try RecordCode(form: Array(form), own: Array(own)).record(id: row[0], line: row[3])
      }.sorted { $0.key < $1.key }
    }
  }

  private func packs(_ archive: RecordArchive) throws -> Int {
    try archive.run { try Int.fetchOne($0, sql: "SELECT count(*) FROM pack") ?? 0 }
  }

  private func hash(_ archive: RecordArchive, shares: Int) throws -> [String] {
    try archive.origins().map { origin in
      let records = try archive.counted(of: origin)
      return try Workers(threads: shares).results(of: shares) { _ in
        Result { try records.forEach { _, _ in } }
      }.reduce(into: CountedRecords()) { $0.add(try $1.get()) }.sha256
    }
  }

  @Test(
    "However records came, changed, were told twice and went, what is packed counts as the table says",
    arguments: 0..<6)
  func randomSteps(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let (packed, plain) = (try RecordArchive(path: nil), try RecordArchive(path: nil))
    for step in 0..<14 {
      let records = (0..<dice.roll(40)).map { _ in
        Sample.incident(
          "i\(dice.roll(60))", killed: dice.roll(3), version: Int64(step / 2 + dice.roll(2)),
          isDeletion: dice.roll(12) == 0,
          point: dice.roll(2) == 0 ? Coordinate(longitude: 36.5, latitude: 35) : nil)
      }
      let (isSnapshot, name) = (dice.roll(3) > 0, "o\(dice.roll(2))")
      let fewest = dice.roll(2) == 0 ? 1 : 20
      try take(
        records, into: packed, isSnapshot: isSnapshot, origin: name, fewestPacked: fewest)
      try take(
        records, into: plain, isSnapshot: isSnapshot, origin: name, fewestPacked: .max)
      let expected = try countedByTable(packed)
      for shares in 1...3 { #expect(try counted(packed, shares: shares) == expected) }
      #expect(try counted(plain) == expected)
      #expect(try hash(packed, shares: 2) == hash(plain, shares: 1))
      #expect(try packed.check().problems == [])
    }
    #expect(try packs(packed) > 0)
    #expect(try packs(plain) == 0)
  }

  @Test("Rows beyond a pack, and the changed rows of one, are counted until they are packed anew")
  func changedRows() throws {
    let archive = try RecordArchive(path: nil)
    let records = (0..<40).map { Sample.incident("\($0)") }
    try take(records, into: archive, isSnapshot: false, fewestPacked: 40)
    try take(
      [Sample.incident("3", killed: 7, version: 2), Sample.incident("x")], into: archive,
      isSnapshot: false, fewestPacked: 40)
    #expect(try packs(archive) == 1)
    let changes = try archive.run { try Int.fetchOne($0, sql: "SELECT count(*) FROM pack_change") }
    #expect(changes == 1)
    #expect(try counted(archive) == countedByTable(archive))
    #expect(try counted(archive).count == 41)
  }

  @Test("A forgotten record stands in no pack of the file")
  func forgotten() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "packs-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { _ = try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "a.sqlite").path
    let archive = try RecordArchive(path: path)
    try take(
      [Sample.incident("kept"), Sample.incident("forget-me-entirely")], into: archive,
      fewestPacked: 1)
    #expect(try Data(contentsOf: URL(filePath: path)).isEmpty == false)
    try archive.forget(RecordKey(source: "S", id: "forget-me-entirely"))
    #expect(try packs(archive) == 0)
    #expect(try counted(archive).map(\.key.id) == ["kept"])
    try archive.close()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let bytes = try Data(contentsOf: folder.appending(path: name))
      #expect(bytes.range(of: Data("forget-me-entirely".utf8)) == nil)
    }
  }

  @Test("A pack that is not what it was is an error and no figure, and the check names it")
  func damagedPack() throws {
    let archive = try RecordArchive(path: nil)
    try take((0..<9).map { Sample.incident("\($0)") }, into: archive, fewestPacked: 1)
    try archive.run { try $0.execute(sql: "UPDATE pack SET rows = zeroblob(length(rows))") }
    #expect(throws: ArchiveError.self) { try counted(archive) }
    #expect(
      try archive.check().problems
        == ["pack of rows 1 to 9: is not what its digest says, or cannot be decoded"])
  }

  @Test("A pack that contradicts the records is found by the check")
  func contradiction() throws {
    let archive = try RecordArchive(path: nil)
    try take((0..<9).map { Sample.incident("\($0)") }, into: archive, fewestPacked: 1)
    try archive.run {
      try $0.execute(sql: "DROP TRIGGER record_changes; UPDATE record SET counts = 0 WHERE id = 4")
    }
    #expect(try archive.check().problems == ["pack of rows 1 to 9: is not what the records are"])
  }
}

/// Numbers that are the same in every run.
private struct Dice {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  /// A number below another.
  mutating func roll(_ sides: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(sides))
  }
}
