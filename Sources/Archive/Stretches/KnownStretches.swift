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
        SELECT basis, digest, stretches.bytes, tells_all, pieces FROM file
        LEFT JOIN stretches ON file = file.id WHERE origin = ? AND in_force = 1 ORDER BY file.id
        """, arguments: [origin.id])
    while let row = try rows.next() {
      let (basis, digest): (String?, Data?) = (row[0], row[1])
      let bytes = (row[2] as Data?).map { [UInt8]($0) }
      let pieces = (row[4] as Data?).map { [UInt8]($0) }
      guard let basis, let digest, let bytes, let pieces, bytes.count < Int(Int32.max),
        StretchTable.digest(of: bytes, pieces) == Array(digest)
      else {
        isComplete = false
        continue
      }
      let tellsAll: Int = row[3]
      if tellsAll != 1 { isComplete = false }
      try add(bytes, pieces, basis)
    }
    // Rows that an older snapshot does not take away, though it no longer tells them.
    let lingering = try Int64.fetchAll(
      db, sql: "SELECT id FROM record WHERE contested = 1 AND origin = ? AND until IS NULL",
      arguments: [origin.id])
    for id in lingering { ids.insert(id) }
  }

  private mutating func add(
    _ bytes: [UInt8], _ pieces: [UInt8], _ basis: String
  ) throws(ByteReader.Damage) {
    let number = numbers[basis] ?? finders.count
    if number == finders.count { finders.append(StretchFinder()) }
    numbers[basis] = number
    try finders[number].add(bytes, pieces: pieces) { ids.insert($0) }
  }

  var isEmpty: Bool { finders.isEmpty }

  mutating func begin(_ basis: String) { current = numbers[basis] }

  /// What is known of a stretch of the file that was begun last.
  ///
  /// - Parameter see: called with each run of its row ids.
  mutating func find(
    _ digest: ShortDigest, _ see: (Range<Int64>) -> Void
  ) throws(ByteReader.Damage) -> StretchFinder.Found? {
    guard let current else { return nil }
    return try finders[current].find(digest, see)
  }

  /// Beginnings of the file that was begun last with which it is known: of the pieces that end there,
  /// all is known.
  var beginnings: Set<ShortDigest> { current.map { finders[$0].beginnings } ?? [] }

  /// What is known of all stretches of the piece that ends a beginning of the file.
  ///
  /// - Parameter see: called with each run of their row ids.
  mutating func findPiece(
    _ beginning: ShortDigest, _ see: (Range<Int64>) -> Void
  ) throws(ByteReader.Damage) -> StretchFinder.Found? {
    guard let current else { return nil }
    return try finders[current].findPiece(beginning, see)
  }
}
