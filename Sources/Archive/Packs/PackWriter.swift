import Digests

/// Writes rows that lie behind one another in the archive together.
///
/// | part | holds |
/// |---|---|
/// | rows | what the rows that count hash to together, the ids of their forms, and for each row how much its id is above the last one's, its form by position, its line, its key, and its own bytes |
/// | prints | for each alleged row, counted or not, how much its id is above the last one's, and the 64 bits that it is told from others by |
struct PackWriter {
  /// Rows of one pack.
  static let mostRows = 1 << 13

  private var rows = ByteWriter()
  private var prints = ByteWriter()
  private var forms: [Int64: UInt64] = [:]
  private var formIDs: [Int64] = []
  private var counted = CountedRecords()
  private(set) var alleged = 0
  private(set) var last: Int64 = 0
  private var lastCounted: Int64 = 0

  /// Adds an alleged row, with a greater id than those before.
  mutating func add(_ row: PackedRow) {
    prints.add(UInt64(row.id - last))
    prints.add(word: fingerprint(row.digest))
    last = row.id
    alleged += 1
    guard row.counts else { return }
    rows.add(UInt64(row.id - lastCounted))
    lastCounted = row.id
    rows.add(position(of: row.form))
    rows.add(UInt64(max(0, row.line)))
    rows.add(part: row.key.utf8)
    rows.add(part: row.own)
    counted.add(ShortDigest(row.digest))
  }

  private mutating func position(of form: Int64) -> UInt64 {
    if let known = forms[form] { return known }
    let position = UInt64(formIDs.count)
    forms[form] = position
    formIDs.append(form)
    return position
  }

  var isFull: Bool { alleged >= PackWriter.mostRows }

  /// The two parts.
  func finished() -> (rows: [UInt8], prints: [UInt8]) {
    var beginning = ByteWriter()
    counted.write(to: &beginning)
    beginning.add(UInt64(formIDs.count))
    for form in formIDs { beginning.add(UInt64(form)) }
    return (beginning.bytes + rows.bytes, prints.bytes)
  }
}

/// A row as it goes into a pack.
struct PackedRow {
  let id: Int64
  let counts: Bool
  let key: String
  let form: Int64
  let line: Int
  let own: [UInt8]
  let digest: [UInt8]
}
