internal import GRDB

/// The forms that records share, each kept once in the archive, with numbers of its own here.
///
/// A form gets into the archive only with the first record that has it: that of a forgotten record
/// must not.
struct FormTable {
  /// Position among the forms met so far.
  typealias Number = Int

  private struct Known {
    let bytes: [UInt8]
    let digest: [UInt8]
    var id: Int64?
  }

  private var numbers: [[UInt8]: Number] = [:]
  private var known: [Known] = []

  func digest(_ number: Number) -> [UInt8] { known[number].digest }

  mutating func number(of bytes: [UInt8]) -> Number {
    if let number = numbers[bytes] { return number }
    numbers[bytes] = known.count
    known.append(Known(bytes: bytes, digest: bytes.sha256, id: nil))
    return known.count - 1
  }

  /// The form's id in the archive, into which it is put where it is new.
  mutating func id(_ number: Number, in db: Database) throws -> Int64 {
    if let id = known[number].id { return id }
    let id = try Self.id(of: known[number].bytes, known[number].digest, in: db)
    known[number].id = id
    return id
  }

  private static func id(of bytes: [UInt8], _ digest: [UInt8], in db: Database) throws -> Int64 {
    let find = try db.cachedStatement(sql: "SELECT id FROM form WHERE digest = ?")
    if let id = try Int64.fetchOne(find, arguments: [digest.blob]) { return id }
    try db.cachedStatement(sql: "INSERT INTO form (digest, bytes) VALUES (?, ?)")
      .execute(arguments: [digest.blob, bytes.blob])
    return db.lastInsertedRowID
  }
}
