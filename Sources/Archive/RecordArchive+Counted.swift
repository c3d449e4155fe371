import Digests
import Foundation
internal import GRDB
public import Records

extension RecordArchive {
  /// Hands over all records of an origin that count, in the order in which they were taken in.
  ///
  /// Those that count by themselves come as numbers. Memory does not grow with their number.
  /// - Throws: `ArchiveError`, or what `take` throws.
  public func forEachCounted(
    of origin: ArchivedOrigin, _ take: ([Records.Record], PlainRows) throws -> Void
  ) throws -> CountedRecords {
    try run { db in
      var walk = CountedWalk(db)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT key, form, own, digest, line FROM record WHERE origin = ? AND counts = 1
          """, arguments: [origin.id])
      while let row = try rows.next() {
        try walk.add(row)
        if walk.isFull { try walk.hand(to: take) }
      }
      try walk.hand(to: take)
      return walk.counted
    }
  }

  /// Keys of which several rows with different content are alleged: for each key its rows, the one
  /// that counts first, with the names of their files.
  public func contested() throws -> [[(file: String, counts: Bool, record: Records.Record)]] {
    try run { db in
      var groups: [[(file: String, counts: Bool, record: Records.Record)]] = []
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT key, form.bytes, own, line, counts, file.name FROM record
          JOIN form ON form = form.id JOIN file ON file = file.id
          WHERE contested = 1 ORDER BY source, key, counts DESC, file.name, line
          """)
      var last: RecordKey?
      while let row = try rows.next() {
        let (form, own): (Data, Data) = (row[1], row[2])
        let code = RecordCode(form: Array(form), own: Array(own))
        let record = try code.record(id: row[0], line: row[3])
        if record.key != last { groups.append([]) }
        last = record.key
        groups[groups.count - 1].append((row[5], row[4], record))
      }
      return groups
    }
  }
}

/// Decodes records into batches.
private struct CountedWalk {
  private static let batchSize = 8192

  private let db: Database
  private var forms = FormCache()
  private var records: [Records.Record] = []
  private var plain = PlainRows()
  private var numbers: [UInt32] = []
  private(set) var counted = CountedRecords()

  init(_ db: Database) {
    self.db = db
  }

  var isFull: Bool { records.count + plain.count >= Self.batchSize || forms.isFull }

  mutating func add(_ row: Row) throws {
    let digest: Data = row[3]
    // An array is gone through faster than data.
    counted.add(ShortDigest([UInt8](digest)))
    let data: Data = row[2]
    try add(id: row[0], form: row[1], own: [UInt8](data), line: row[4])
  }

  private mutating func add(id: String, form: Int64, own: [UInt8], line: Int) throws {
    if case .plain(let shape, let template) = forms.way(of: form) {
      var own = ByteReader(own)
      var numbers: [UInt32] = []
      swap(&numbers, &self.numbers)
      defer { swap(&numbers, &self.numbers) }
      if let cells = try shape.row(&own, template: template, line: line, numbers: &numbers) {
        let bytes = Array(id.utf8)
        return plain.append(cells, id: bytes.span, numbers: numbers.span)
      }
    }
    let code = RecordCode(form: try forms.bytes(of: form, in: db), own: own)
    let record = try code.record(id: id, line: line)
    if forms.way(of: form) == nil, case .plain = forms.learn(form, record) {
      return try add(id: id, form: form, own: own, line: line)
    }
    records.append(record)
  }

  mutating func hand(to take: ([Records.Record], PlainRows) throws -> Void) throws {
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
