internal import GRDB

/// The first halves of keys, by number.
struct SourceTable {
  private var ids: [String: Int64] = [:]

  mutating func id(of name: String, in db: Database) throws -> Int64 {
    if let id = ids[name] { return id }
    try db.execute(
      sql: "INSERT INTO source (name) VALUES (?) ON CONFLICT DO NOTHING", arguments: [name])
    let id = try Int64.fetchOne(
      db, sql: "SELECT id FROM source WHERE name = ?", arguments: [name])
    ids[name] = id
    return id ?? 0
  }
}
