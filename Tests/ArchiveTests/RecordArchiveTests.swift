import Foundation
import GRDB
import Records
import Regions
import Testing

@testable import Archive

@Suite("The archive")
struct RecordArchiveTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "archive-\(UUID())")

  @Test("What was taken in comes out as it was, as numbers where it can be")
  func roundTrip() throws {
    let archive = try RecordArchive(path: nil)
    let records =
      RecordCodeTests.samples.enumerated().map { number, sample in
        var record = sample
        record.key = RecordKey(source: "S", id: "s\(number)")
        record.isDeletion = false
        return record
      }
      + (1...9).map { number in
        Sample.incident(
          "i\(number)", killed: number, version: Int64(number),
          point: Coordinate(longitude: 36.5, latitude: Double(number)))
      }
    try take(records, into: archive)
    #expect(try counted(archive) == records.sorted { $0.key < $1.key })
    var plain = 0
    _ = try archive.counted(of: archive.origin(named: "o")).forEach { plain += $1.count }
    #expect(plain >= 9)
    #expect(try archive.check().problems == [])
  }

  @Test("Rows that come as numbers are archived as the same rows that come as records")
  func plainRows() throws {
    var rows = PlainRows()
    let template = Sample.incident("x", killed: 9, point: Coordinate(longitude: 0, latitude: 0))
    rows.templates = [
      PlainRows.Template(record: template, slots: [.init(.killed, .best)])
    ]
    for number in 1...5 {
      let (id, numbers) = (Array("i\(number)".utf8), [UInt32(number % 2)])
      rows.append(
        PlainRows.Cells(
          template: 0, line: number, first: RecordCodeTests.day,
          last: RecordCodeTests.day.adding(1),
          version: 0, longitude: Double(number), latitude: 1),
        id: id.span, numbers: numbers.span)
    }
    let archive = try RecordArchive(path: nil)
    try archive.begin()
    let run = try archive.startRun(at: "")
    var intake = try Intake(archive, archive.origin(named: "o"), run, isSnapshot: false)
    try intake.begin("a")
    try intake.take(rows)
    try intake.take(rows.records)
    let changes = try intake.finish()
    try archive.commit()
    #expect((changes.told, changes.written, changes.new) == (10, 5, 5))
    #expect(try counted(archive) == rows.records)
    #expect(try archive.check().problems == [])
  }

  @Test("Of many rows with repeated keys the same count as of few")
  func manyKeys() throws {
    let records =
      (0..<400).map { Sample.incident("\($0 % 390)", killed: $0 / 390 + 1) }
      + [Sample.incident("gone", isDeletion: true), Sample.incident("0", isDeletion: true)]
    var contents: [[Records.Record]] = []
    for mostSingle in [1000, 100] {
      let archive = try RecordArchive(path: nil)
      let changes = try take(records, into: archive, mostSingle: mostSingle)
      #expect(changes.new == 389)
      #expect(try archive.holds(atLeast: 389) && !archive.holds(atLeast: 390))
      #expect(try archive.contested().count == 10)
      contents.append(try counted(archive))
    }
    #expect(contents[0] == contents[1])
  }

  @Test("A2: a snapshot with an older version does not undo a newer one")
  func olderSnapshot() throws {
    let archive = try RecordArchive(path: nil)
    try take([Sample.incident("1", killed: 2, version: 2)], into: archive)
    let changes = try take([Sample.incident("1", killed: 1, version: 1)], into: archive)
    #expect(!changes.isChange)
    #expect(try counted(archive).map(\.version) == [2])
  }

  @Test("Two sources that say the same of a key are counted by the first of them by name")
  func twoOrigins() throws {
    for order in [["a", "b"], ["b", "a"]] {
      let archive = try RecordArchive(path: nil)
      for name in order { try take([Sample.incident("1")], into: archive, origin: name) }
      let owner = try archive.origins().filter { origin in
        try archive.counted(of: origin).forEach { _, _ in }.count == 1
      }
      #expect(owner.map(\.name) == ["a"])
    }
  }

  @Test("The hash of what counts does not depend on the way there")
  func hashOfState() throws {
    let both = [Sample.incident("1"), Sample.incident("2", killed: 3)]
    func hash(_ steps: [[Records.Record]]) throws -> String {
      let archive = try RecordArchive(path: nil)
      for step in steps { try take(step, into: archive) }
      return try archive.counted(of: archive.origin(named: "o")).forEach { _, _ in }.sha256
    }
    let once = try hash([both])
    #expect(try hash([both.reversed()]) == once)
    #expect(try hash([[Sample.incident("1", killed: 8), Sample.incident("4")], both]) == once)
    #expect(try hash([[both[0]]]) != once)
  }

  @Test("The file is its owner's alone, and so is its log")
  func permissions() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { _ = try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "a.sqlite").path
    let archive = try RecordArchive(path: path)
    try archive.begin()
    _ = try archive.startRun(at: "")
    try archive.commit()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: folder.appending(path: name).path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
    try archive.close()
  }

  @Test("An archive of the first edition is brought to the present one with all that it holds")
  func firstEdition() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { _ = try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "old.sqlite").path
    let sample = try #require(
      Bundle.module.url(forResource: "Samples/edition-1", withExtension: "sqlite"))
    try FileManager.default.copyItem(atPath: sample.path, toPath: path)
    let archive = try RecordArchive(path: path)
    #expect(try counted(archive).map(\.key.id) == ["1", "3"])
    #expect(try archive.latestPublication() == nil)
    #expect(try archive.check().problems == [])
    try archive.close()
  }

  @Test("An archive of a later edition is left alone")
  func laterEdition() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { _ = try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "new.sqlite").path
    let archive = try RecordArchive(path: path)
    try archive.run { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9 later')") }
    try archive.close()
    #expect(throws: ArchiveError.newer(path: path)) { try RecordArchive(path: path) }
  }

  @Test("A changed record is found by the check")
  func changedRecord() throws {
    let archive = try RecordArchive(path: nil)
    try take([Sample.incident("1"), Sample.incident("2")], into: archive)
    try archive.run { try $0.execute(sql: "UPDATE record SET key = '9' WHERE key = '1'") }
    #expect(try archive.check().problems == ["record row 1: is not what its digest says"])
    try archive.run { try $0.execute(sql: "UPDATE record SET own = x'00' WHERE key = '2'") }
    #expect(try archive.check().problems.contains("record row 2: cannot be decoded"))
  }

  @Test("Findings of a file are kept as kinds, numbers and lines")
  func findings() throws {
    let archive = try RecordArchive(path: nil)
    try take([Sample.incident("1")], into: archive)
    let told = try archive.findingsInForce(of: archive.origin(named: "o"))
    #expect(told.map(\.file) == ["a.csv"])
    #expect(
      told.map(\.findings)
        == [ArchivedFindings(rule: "date/missing", count: 3, lines: [4, 900])])
  }

  // MARK: - Rebuilding

  /// An archive of three records on the disk, one of them forgotten.
  private func damagedArchive(_ damage: (inout Data) -> Void) throws -> String {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: "a.sqlite").path
    let archive = try RecordArchive(path: path)
    try take([Sample.incident("1"), Sample.incident("2"), Sample.incident("3")], into: archive)
    try archive.forget(RecordKey(source: "S", id: "3"))
    try archive.close()
    var bytes = try Data(contentsOf: URL(filePath: path))
    damage(&bytes)
    try bytes.write(to: URL(filePath: path))
    return path
  }

  @Test("A rebuilt archive has what could be read, knows what was forgotten, and is whole")
  func rebuilt() throws {
    defer { _ = try? FileManager.default.removeItem(at: folder) }
    let path = try damagedArchive { _ in }
    let salvage = try RecordArchive.rebuild(path, at: "")
    #expect((salvage.records, salvage.brokenTables, salvage.knowsForgotten) == (2, [], true))
    #expect(FileManager.default.fileExists(atPath: salvage.asidePath))
    let archive = try RecordArchive(path: path)
    #expect(try archive.check().problems == [])
    // Every file is read again that is still there.
    #expect(try archive.filesInForce(of: archive.origin(named: "o")).map(\.reading) == [""])
    let changes = try take(
      [Sample.incident("1"), Sample.incident("2"), Sample.incident("3")], into: archive)
    #expect((changes.written, changes.forgotten) == (0, 1))
    #expect(try counted(archive).map(\.key.id) == ["1", "2"])
    try archive.close()
  }

  @Test("Of a file that is no database nothing is carried over, and that is told")
  func noDatabase() throws {
    defer { _ = try? FileManager.default.removeItem(at: folder) }
    let path = try damagedArchive { $0 = Data("no database at all".utf8) }
    let salvage = try RecordArchive.rebuild(path, at: "")
    #expect((salvage.records, salvage.knowsForgotten, salvage.knowsPublished) == (0, false, false))
    let archive = try RecordArchive(path: path)
    #expect(try archive.check().problems == [])
    try archive.close()
  }

  @Test("Any overwritten page leads to a new archive that is whole", arguments: 1..<20)
  func brokenPage(page: Int) throws {
    defer { _ = try? FileManager.default.removeItem(at: folder) }
    let path = try damagedArchive { bytes in
      let start = page * 4096
      guard start + 4096 <= bytes.count else { return }
      bytes.replaceSubrange(start..<start + 4096, with: Data(repeating: 0xA5, count: 4096))
    }
    _ = try RecordArchive.rebuild(path, at: "")
    let archive = try RecordArchive(path: path)
    #expect(try archive.check().problems == [])
    try take([Sample.incident("1"), Sample.incident("2")], into: archive)
    #expect(try counted(archive).map(\.key.id) == ["1", "2"])
    try archive.close()
  }
}
