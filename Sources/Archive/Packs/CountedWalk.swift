import Digests
import Foundation
internal import GRDB
import Records

/// Decodes the records of an origin that count into batches.
struct CountedWalk {
  typealias Take = ([Records.Record], PlainRows) throws -> Void

  private static let batchSize = 8192
  private static let columns = "SELECT key, form, own, digest, line FROM"

  private var forms = FormCache()
  private var records: [Records.Record] = []
  private var plain = PlainRows()
  private(set) var counted = CountedRecords()

  // MARK: - From packs

  /// A pack, and the digests of those of its rows that have changed since it was written.
  struct Pack {
    fileprivate let rows: PackRows
    /// In the order of their ids.
    fileprivate let changed: [(id: Int64, digest: ShortDigest)]
  }

  /// All that the database is needed for to add a pack.
  mutating func load(_ extent: Packs.Extent, of packs: Packs, in db: Database) throws -> Pack {
    let rows = try Packs.rows(of: extent, db)
    for form in rows.forms { try forms.load(form, in: db) }
    return Pack(rows: rows, changed: try packs.changedDigests(in: extent, db))
  }

  /// Adds the rows of a pack but for those that have changed since.
  mutating func add(_ pack: Pack) throws {
    var rows = pack.rows
    let bytes = rows.bytes
    var own = ByteReader(bytes)
    var ways = rows.forms.map { forms.way(of: $0) }
    var changed = pack.changed.makeIterator()
    var nextChanged = changed.next()
    counted.add(rows.counted)
    plain.reserve(PackWriter.mostRows)
    while let row = try rows.next() {
      while let other = nextChanged, other.id < row.id { nextChanged = changed.next() }
      if let other = nextChanged, other.id == row.id {
        counted.remove(other.digest)
        continue
      }
      own.move(to: row.own)
      if case .plain(let shape, let template) = ways[row.form],
        try addPlain(bytes.span.extracting(row.key), shape, template, &own, row.line)
      {
        continue
      }
      try addRecord(row, of: rows, &ways)
    }
  }

  private mutating func addRecord(
    _ row: PackRows.Row, of rows: PackRows, _ ways: inout [FormCache.Way?]
  ) throws {
    let form = rows.forms[row.form]
    try addRecord(
      id: String(decoding: rows.bytes[row.key], as: UTF8.self), form: form,
      own: Array(rows.bytes[row.own]), line: row.line)
    ways[row.form] = forms.way(of: form)
  }

  // MARK: - From the table

  /// Adds the rows whose ids are in a range.
  mutating func addUnpacked(
    of origin: ArchivedOrigin, in gap: ClosedRange<Int64>, _ db: Database, _ take: Take
  ) throws {
    try add(
      try Row.fetchCursor(
        db, sql: "\(Self.columns) record WHERE origin = ? AND counts = 1 AND id BETWEEN ? AND ?",
        arguments: [origin.id, gap.lowerBound, gap.upperBound]), db, take)
  }

  /// Adds the rows that have changed since they were packed.
  mutating func addChanged(
    of origin: ArchivedOrigin, _ db: Database, _ take: Take
  ) throws {
    try add(
      try Row.fetchCursor(
        db,
        sql: """
          \(Self.columns) pack_change CROSS JOIN record ON record.id = pack_change.record
          WHERE origin = ? AND counts = 1
          """, arguments: [origin.id]), db, take)
  }

  private mutating func add(_ rows: RowCursor, _ db: Database, _ take: Take) throws {
    while let row = try rows.next() {
      let (key, own, digest): (String, Data, Data) = (row[0], row[2], row[3])
      counted.add(ShortDigest([UInt8](digest)))
      try forms.load(row[1], in: db)
      try add(id: key, form: row[1], own: [UInt8](own), line: row[4])
      if isFull { try hand(to: take) }
    }
  }

  private mutating func add(id: String, form: Int64, own: [UInt8], line: Int) throws {
    if case .plain(let shape, let template) = forms.way(of: form) {
      let key = Array(id.utf8)
      var reader = ByteReader(own)
      if try addPlain(key.span, shape, template, &reader, line) { return }
    }
    try addRecord(id: id, form: form, own: own, line: line)
  }

  // MARK: - Batches

  private var isFull: Bool { records.count + plain.count >= Self.batchSize || forms.isFull }

  /// - Returns: whether the row could be added as numbers.
  private mutating func addPlain(
    _ key: Span<UInt8>, _ shape: PlainShape, _ template: Int32, _ own: inout ByteReader, _ line: Int
  ) throws -> Bool {
    var numbers = PlainShape.Numbers(repeating: 0)
    guard let cells = try shape.row(&own, template: template, line: line, numbers: &numbers)
    else { return false }
    plain.append(cells, id: key, numbers: numbers.span.extracting(first: shape.count))
    return true
  }

  private mutating func addRecord(id: String, form: Int64, own: [UInt8], line: Int) throws {
    let code = RecordCode(form: try forms.bytes(of: form), own: own)
    let record = try code.record(id: id, line: line)
    if forms.way(of: form) == nil, case .plain = forms.learn(form, record) {
      return try add(id: id, form: form, own: own, line: line)
    }
    records.append(record)
  }

  mutating func hand(to take: Take) throws {
    guard !records.isEmpty || !plain.isEmpty else { return }
    plain.templates = forms.templates
    plain.generation = forms.generation
    let held = records
    let rows = plain
    records = []
    plain = PlainRows()
    if forms.isFull { forms.forget() }
    try take(held, rows)
  }
}
