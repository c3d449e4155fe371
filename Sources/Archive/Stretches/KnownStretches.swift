import Digests
import Foundation
internal import GRDB

/// What is known of the stretches of the files that an origin goes by.
struct KnownStretches {
  private var tables: [[UInt8]] = []
  /// By what the records of stretches depend on.
  private var positions: [String: StretchIndex] = [:]
  /// All rows that the files allege.
  private(set) var ids = IDSet()
  /// Whether all that the origin alleges is in them: all files in force are known in stretches, and
  /// were all that it had to tell. What was told by files before them is in none.
  private(set) var isComplete = true

  init(of origin: ArchivedOrigin, in db: Database) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT basis, digest, stretches.bytes, tells_all FROM file
        LEFT JOIN stretches ON file = file.id WHERE origin = ? AND in_force = 1 ORDER BY file.id
        """, arguments: [origin.id])
    while let row = try rows.next() {
      let (basis, digest, bytes): (String?, Data?, Data?) = (row[0], row[1], row[2])
      guard let basis, let digest, let bytes, Array(bytes).sha256 == Array(digest),
        bytes.count < Int(Int32.max)
      else {
        isComplete = false
        continue
      }
      let tellsAll: Int = row[3]
      if tellsAll != 1 { isComplete = false }
      try add(Array(bytes), basis)
    }
    // Rows that an older snapshot does not take away, though it no longer tells them.
    let lingering = try Int64.fetchAll(
      db, sql: "SELECT id FROM record WHERE contested = 1 AND origin = ? AND until IS NULL",
      arguments: [origin.id])
    for id in lingering { ids.insert(id) }
  }

  private mutating func add(_ bytes: [UInt8], _ basis: String) throws(ByteReader.Damage) {
    let table = tables.count
    tables.append(bytes)
    var known = positions[basis] ?? StretchIndex()
    positions[basis] = nil
    var reader = ByteReader(bytes)
    while !reader.isAtEnd {
      let offset = reader.position
      let digest = try StretchEntry.skip(&reader) { ids.insert($0) }
      if digest != StretchTable.beginning { known.insert(digest, table: table, offset: offset) }
    }
    positions[basis] = known
  }

  var isEmpty: Bool { positions.isEmpty }

  func entry(
    of digest: ShortDigest, basis: String
  ) throws(ByteReader.Damage) -> StretchEntry? {
    guard let (table, offset) = positions[basis]?.position(of: digest) else { return nil }
    var reader = ByteReader(tables[table], at: offset)
    return try StretchEntry(&reader)
  }
}
