import Digests
import Foundation
internal import GRDB

/// What an origin has told before, and what of it it tells again.
///
/// Where the files in force are known in stretches, most rows are recognised with theirs, and the
/// others among those that stood beside them, or looked up one by one; else the digests of all rows
/// are held in memory.
struct OriginMemory {
  /// More look-ups than these, or than one for so many rows, take longer than loading all digests.
  private static let mostLookUps = 1 << 12
  private static let rowsForLookUp = 16

  private let origin: ArchivedOrigin
  private let run: ArchivedRun
  private var stretches: KnownStretches
  /// Whether all that was told before is in `prints`, and not only what was met in this run.
  private var holdsAll = false
  private var prints = PrintTable()
  /// Rows that were told before or are told now, as far as they are known.
  private var told: IDSet
  /// Those of them that are told in this run.
  private var seen = IDSet()
  private var lookUps = 0
  private var neighbors: NeighborPrints?
  /// The id behind the row that was told again last.
  private var next: Int64 = 1
  /// Rows that were alleged before; where they are looked up, of a snapshot only.
  private(set) var countBefore = 0

  init(
    _ origin: ArchivedOrigin, _ run: ArchivedRun, isSnapshot: Bool, in db: Database
  ) throws {
    self.origin = origin
    self.run = run
    stretches = try KnownStretches(of: origin, in: db)
    told = stretches.ids
    if stretches.isEmpty || isSnapshot && !stretches.isComplete { try holdAll(db) }
    countBefore = told.count
  }

  private mutating func holdAll(_ db: Database) throws {
    prints = PrintTable()
    told = IDSet()
    let packs = try Packs(of: origin.id, in: db)
    prints.reserve(try packs.countAlleged(db))
    for extent in packs.extents { try hold(extent, of: packs, db) }
    for gap in packs.gaps {
      try hold(
        try Row.fetchCursor(
          db,
          sql: """
            SELECT id, digest, since FROM record
            WHERE origin = ? AND until IS NULL AND id BETWEEN ? AND ?
            """, arguments: [origin.id, gap.lowerBound, gap.upperBound]))
    }
    try hold(
      try Row.fetchCursor(
        db,
        sql: """
          SELECT record.id, digest, since FROM pack_change
          CROSS JOIN record ON record.id = pack_change.record
          WHERE origin = ? AND until IS NULL
          """, arguments: [origin.id]))
    holdsAll = true
  }

  /// What was packed was told before this run.
  private mutating func hold(_ extent: Packs.Extent, of packs: Packs, _ db: Database) throws {
    let changed = try packs.changed(in: extent, db)
    try Packs.forEachPrint(of: extent, db) { id, print in
      guard changed.isEmpty || !changed.contains(id) else { return }
      prints.insert(print, id: id)
      told.insert(id)
    }
  }

  private mutating func hold(_ rows: RowCursor) throws {
    while let row = try rows.next() {
      let (id, digest, since): (Int64, Data, Int64) = (row[0], row[1], row[2])
      prints.insert(fingerprint(digest), id: id)
      told.insert(id)
      if since == run.id { seen.insert(id) }
    }
  }

  /// The id of the row that says the same, which is told again; `nil` where there is none.
  mutating func see(_ row: CodedRow, _ digest: [UInt8], in db: Database) throws -> Int64? {
    let print = fingerprint(digest)
    if let id = prints.id(of: print) {
      seen.insert(id)
      return id
    }
    guard !holdsAll else { return nil }
    if let id = try neighbor(print, in: db) { return toldAgain(id) }
    lookUps += 1
    guard lookUps <= max(Self.mostLookUps, countBefore / Self.rowsForLookUp) else {
      try holdAll(db)
      return try see(row, digest, in: db)
    }
    let find = try db.cachedStatement(
      sql: "SELECT id FROM record WHERE key = ? AND origin = ? AND until IS NULL AND digest = ?")
    find.setUncheckedArguments([row.id, origin.id, digest.blob])
    guard let id = try Int64.fetchOne(find) else { return nil }
    prints.insert(print, id: id)
    return toldAgain(id)
  }

  private mutating func toldAgain(_ id: Int64) -> Int64 {
    seen.insert(id)
    next = id + 1
    return id
  }

  private mutating func neighbor(_ print: UInt64, in db: Database) throws -> Int64? {
    if neighbors == nil { neighbors = try NeighborPrints(of: origin, in: db) }
    return try neighbors?.id(of: print, from: next, in: db)
  }

  // MARK: - Stretches

  /// - Parameter basis: of the file that is read next.
  mutating func beginStretches(basis: String) { stretches.begin(basis) }

  var knownParts: KnownParts { stretches.parts }

  /// Notes that the rows of a part of the file are told again, if it is known.
  mutating func recognize(_ part: FilePart) throws(ByteReader.Damage) -> StretchFinder.Found? {
    let found = try stretches.find(part)
    for ids in found?.entry.ids ?? [] {
      seen.insert(ids)
      next = ids.upperBound
    }
    return found
  }

  // MARK: - The end

  /// Notes a row that is told for the first time.
  mutating func insert(_ digest: [UInt8], id: Int64) {
    prints.insert(fingerprint(digest), id: id)
    told.insert(id)
    seen.insert(id)
  }

  /// Ids of rows that were told before and not again, in their order.
  var unseen: [Int64] { told.subtracting(seen) }
}
