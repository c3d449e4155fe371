import Digests
import Foundation
internal import GRDB

/// What is known of the stretches of the files that an origin goes by.
struct KnownStretches {
  /// One for each basis: what the records of stretches depend on.
  private var finders: [StretchFinder] = []
  private var numbers: [String: Int] = [:]
  /// Number of the one for the file that is being read.
  private var current: Int?
  /// All rows that the files allege.
  private(set) var ids = IDSet()
  /// Whether all that the origin alleges is in them: all files in force are known in stretches, and
  /// were all that it had to tell. What was told by files before them is in none.
  private(set) var isComplete = true

  init(of origin: ArchivedOrigin, in db: Database) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT basis, digest, tells_all, stretches.bytes, blocks, pieces FROM file
        LEFT JOIN stretches ON file = file.id WHERE origin = ? AND in_force = 1 ORDER BY file.id
        """, arguments: [origin.id])
    while let row = try rows.next() {
      let (basis, digest): (String?, Data?) = (row[0], row[1])
      guard let basis, let digest else {
        isComplete = false
        continue
      }
      let file = WrittenStretches(
        stretches: try row.bytes(3), blocks: try row.bytes(4), pieces: try row.bytes(5))
      guard file.stretches.bytes.count < Int(Int32.max), file.digest == Array(digest) else {
        isComplete = false
        continue
      }
      let tellsAll: Int = row[2]
      if tellsAll != 1 { isComplete = false }
      try add(file, basis)
    }
    // Rows that an older snapshot does not take away, though it no longer tells them.
    let lingering = try Int64.fetchAll(
      db, sql: "SELECT id FROM record WHERE contested = 1 AND origin = ? AND until IS NULL",
      arguments: [origin.id])
    for id in lingering { ids.insert(id) }
  }

  private mutating func add(
    _ file: WrittenStretches, _ basis: String
  ) throws(ByteReader.Damage) {
    let number = numbers[basis] ?? finders.count
    if number == finders.count { finders.append(StretchFinder()) }
    numbers[basis] = number
    try finders[number].add(file) { ids.insert($0) }
  }

  var isEmpty: Bool { finders.isEmpty }

  mutating func begin(_ basis: String) { current = numbers[basis] }

  /// What is known of a part of the file that was begun last, as if it were one stretch.
  mutating func find(_ part: FilePart) throws(ByteReader.Damage) -> StretchFinder.Found? {
    guard let current else { return nil }
    return switch part {
    case .stretch(let digest): try finders[current].find(digest)
    case .block(let digest): try finders[current].findBlock(digest)
    case .piece(let beginning): try finders[current].findPiece(beginning)
    }
  }

  /// Which parts of the file that was begun last are known.
  var parts: KnownParts { current.map { finders[$0].known } ?? KnownParts(index: BlockIndex()) }
}
