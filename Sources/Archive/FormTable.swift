import Crypto
internal import GRDB

/// The forms that records share, each kept once in the archive, with numbers of its own here.
struct FormTable {
  /// Position among the forms met so far.
  typealias Number = Int

  private struct Known {
    let id: Int64
    let digest: [UInt8]
  }

  private var numbers: [[UInt8]: Number] = [:]
  private var known: [Known] = []

  func id(_ number: Number) -> Int64 { known[number].id }

  func digest(_ number: Number) -> [UInt8] { known[number].digest }

  /// The number of a form, which is put into the archive where it is new.
  mutating func number(of bytes: [UInt8], in db: Database) throws -> Number {
    if let number = numbers[bytes] { return number }
    let digest = Array(SHA256.hash(data: bytes))
    let id = try Self.id(of: bytes, digest, in: db)
    numbers[bytes] = known.count
    known.append(Known(id: id, digest: digest))
    return known.count - 1
  }

  private static func id(of bytes: [UInt8], _ digest: [UInt8], in db: Database) throws -> Int64 {
    let find = try db.cachedStatement(sql: "SELECT id FROM form WHERE digest = ?")
    if let id = try Int64.fetchOne(find, arguments: [digest.blob]) { return id }
    try db.cachedStatement(sql: "INSERT INTO form (digest, bytes) VALUES (?, ?)")
      .execute(arguments: [digest.blob, bytes.blob])
    return db.lastInsertedRowID
  }
}
